package cn.shequ.workforce.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.indicator.DailyIndicators;
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
        daily.record(day);
        assertThat(said(subdistrict)).singleElement().asString().contains("\"value\":\"12.50\"");
        assertThat(said(community)).singleElement().asString().contains("\"value\":\"12.50\"");
        assertThat(said(Given.CITY)).hasSize(1);
        assertThat(said(unknown)).isEmpty();
    }

    @Test
    void a_day_is_said_once_even_by_many_at_the_same_time() throws Exception {
        DivisionCode community = given.aCommunity();
        given.residents(community, 40, day, false);
        Callable<Boolean> process = () -> {
            daily.record(day);
            return true;
        };
        try (var executor = Executors.newFixedThreadPool(4)) {
            assertThat(executor.invokeAll(List.of(process, process, process, process)))
                    .extracting(Future::resultNow)
                    .containsOnly(true);
        }
        daily.record(day);
        assertThat(said(community)).hasSize(1);
    }

    private List<String> said(DivisionCode division) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT data FROM event_outbox
                        WHERE type = 'cn.shequ.workforce.indicator-recorded.v1' AND division = :division
                          AND data LIKE :day""")
                .bind("division", division)
                .bind("day", "%\"asOf\":\"" + day + "\"%")
                .mapTo(String.class)
                .list());
    }
}
