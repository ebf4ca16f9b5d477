package cn.shequ.benchmarks.load;

/** One client that does the same thing again and again. */
public interface Client extends AutoCloseable {

    /** Does it once and returns when it is acknowledged; false when there is nothing left to do. */
    boolean once() throws Exception;

    @Override
    void close() throws Exception;

    /** Opens a client. */
    @FunctionalInterface
    interface Opening {
        Client open() throws Exception;
    }
}
