package cn.shequ.benchmarks.admission;

import cn.shequ.benchmarks.admission.Asking.Request;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is asked: each request is another one. */
final class Requests {

    /** As many as one call may hold. */
    static final int BATCH = 1_000;

    /** Two questions about each. */
    private static final int HALF = BATCH / 2;

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
        return () -> batch(IntStream.range(0, BATCH).mapToObj(i -> question(cities)));
    }

    /** About every community once a task that there is, of each department in turn, and once what is out of scope. */
    static Iterator<Request> everywhere(List<City> cities) {
        return cities.stream()
                .flatMap(city -> IntStream.range(0, (city.communities().size() + HALF - 1) / HALF)
                        .mapToObj(part -> batch(IntStream.range(
                                        part * HALF, Math.min(city.communities().size(), (part + 1) * HALF))
                                .boxed()
                                .flatMap(number -> city.about(number).stream()))))
                .iterator();
    }

    private static Request batch(Stream<City.Question> questions) {
        return new Request(
                "POST",
                "/v1/admission-checks",
                questions.map(City.Question::json).collect(Collectors.joining(",", "{\"questions\":[", "]}")));
    }

    private static City.Question question(List<City> cities) {
        RandomGenerator random = ThreadLocalRandom.current();
        return cities.get(random.nextInt(cities.size())).question(random);
    }
}
