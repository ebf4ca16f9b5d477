package cn.shequ.benchmarks.funding;

/** Does an operation for a while and says what it took. */
@FunctionalInterface
interface Round {
    Figure run() throws Exception;
}
