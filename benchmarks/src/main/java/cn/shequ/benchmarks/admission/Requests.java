package cn.shequ.benchmarks.admission;

import cn.shequ.benchmarks.admission.Asking.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is asked: each request is another one. */
final class Requests {

    /** As many as one call may hold. */
    static final int BATCH = 1_000;

    private static final Request EMPTY = Request.get("/v1/empty");
    /** Within the time of all tasks that are in force. */
    private static final int PAST_DAYS = 5;

    private Requests() {}

    /** Nothing: what everything else of the service costs. */
    static Supplier<Request> empty() {
        return () -> EMPTY;
    }

    static Supplier<Request> checks(List<City> cities) {
        return () -> Request.get(question(cities).path());
    }

    static Supplier<Request> pastChecks(List<City> cities, LocalDate today) {
        return () -> Request.get(question(cities).path() + "&on="
                + today.minusDays(1 + ThreadLocalRandom.current().nextInt(PAST_DAYS)));
    }

    static Supplier<Request> batches(List<City> cities) {
        return () -> new Request(
                "POST",
                "/v1/admission-checks",
                IntStream.range(0, BATCH)
                        .mapToObj(i -> question(cities).json())
                        .collect(Collectors.joining(",", "{\"questions\":[", "]}")));
    }

    private static City.Question question(List<City> cities) {
        RandomGenerator random = ThreadLocalRandom.current();
        return cities.get(random.nextInt(cities.size())).question(random);
    }
}
