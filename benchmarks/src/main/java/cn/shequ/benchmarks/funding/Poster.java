package cn.shequ.benchmarks.funding;

/** One client that posts one expenditure after another. */
interface Poster extends AutoCloseable {

    /** Posts one and returns when it is acknowledged; false when there is nothing left to post. */
    boolean post() throws Exception;

    @Override
    void close() throws Exception;

    /** Opens a client. */
    @FunctionalInterface
    interface Opening {
        Poster open() throws Exception;
    }
}
