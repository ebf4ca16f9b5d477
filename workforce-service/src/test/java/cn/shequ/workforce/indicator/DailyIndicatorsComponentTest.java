package cn.shequ.workforce.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.shequ.events.workforce.IndicatorRecorded;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.workforce.Given;
import cn.shequ.workforce.WithSuite;
import cn.shequ.workforce.volunteer.Registered;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithSuite
@Tag("art-19")
class DailyIndicatorsComponentTest {

    /** Each test has a day of its own: a day is recorded once. */
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final LocalDate day = LocalDate.of(2014, 1, 1).plusDays(DAYS.incrementAndGet());

    @Inject
    Given given;

    @Inject
    Registered registered;

    @Inject
    DailyIndicators daily;

    @Inject
    Jdbi jdbi;

    @Test
    void a_day_is_said_for_every_division_that_has_residents() {
        DivisionCode subdistrict = given.aSubdistrict();
        DivisionCode community = given.aCommunity(subdistrict, 1);
        DivisionCode unknown = given.aCommunity(subdistrict, 2);
        given.residents(community, 40, day, false);
        registered.volunteers(community, 5, day);
        List<IndicatorRecorded> said = daily.record(day);
        assertThat(said)
                .filteredOn(
                        each -> each.division().startsWith(subdistrict.value().substring(0, 9)))
                .extracting(IndicatorRecorded::division, IndicatorRecorded::value)
                .containsExactlyInAnyOrder(tuple(subdistrict.value(), "12.50"), tuple(community.value(), "12.50"));
        assertThat(said).extracting(IndicatorRecorded::division).contains(Given.CITY.value());
        assertThat(said).extracting(IndicatorRecorded::division).doesNotContain(unknown.value());
        assertThat(eventsOf(community)).isOne();
    }

    @Test
    void a_day_is_said_once_even_by_many_at_the_same_time() throws Exception {
        DivisionCode community = given.aCommunity();
        given.residents(community, 40, day, false);
        Callable<List<IndicatorRecorded>> process = () -> daily.record(day);
        List<List<IndicatorRecorded>> said;
        try (var executor = Executors.newFixedThreadPool(4)) {
            said = executor.invokeAll(List.of(process, process, process, process)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(said.stream().flatMap(List::stream).filter(each -> each.division()
                        .equals(community.value())))
                .hasSize(1);
        assertThat(eventsOf(community)).isOne();
        assertThat(daily.record(day)).isEmpty();
    }

    private int eventsOf(DivisionCode division) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM event_outbox
                        WHERE type = 'cn.shequ.workforce.indicator-recorded.v1' AND division = :division
                          AND data LIKE :day""")
                .bind("division", division)
                .bind("day", "%\"asOf\":\"" + day + "\"%")
                .mapTo(Integer.class)
                .one());
    }
}
