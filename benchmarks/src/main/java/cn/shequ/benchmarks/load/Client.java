package cn.shequ.benchmarks.load;

/** One client that does the same thing again and again. */
public interface Client extends AutoCloseable {

    /** Does it once and returns when it is acknowledged; false when there is nothing left to do. */
    boolean once() throws Exception;

    @Override
    void close() throws Exception;

    /** One that can be asked for many things by a single thread: what was begun is ended later. */
    interface Patient extends Client {

        /** Begins what {@link #once} does. */
        void begin() throws Exception;

        /** Whether {@link #end} would not wait for long. */
        boolean isAnswered() throws Exception;

        /** Ends what was begun; waits for it. */
        void end() throws Exception;

        @Override
        default boolean once() throws Exception {
            begin();
            end();
            return true;
        }
    }

    /** Opens a client. */
    @FunctionalInterface
    interface Opening {
        Client open() throws Exception;
    }
}
