package cn.shequ.admission.assessment;

import static cn.shequ.admission.assessment.Assessing.PAST;
import static cn.shequ.admission.assessment.Assessing.VOLUNTEERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.admission.ServiceTopic;
import cn.shequ.events.EventData;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What services tell of their figures, on their real topics. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-36")
class FigureTopicComponentTest {

    @Inject
    Assessing assessing;

    @Inject
    Jdbi jdbi;

    private static EventData covered(String division, LocalDate asOf, @Nullable String value) {
        return new cn.shequ.events.workforce.IndicatorRecorded(
                VOLUNTEERS, division, asOf, "9", value == null ? "0" : "100", value, "PERCENT", "10", "19");
    }

    private List<String> figures(String division) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT indicator || ' ' || as_of || ' ' || value || ' ' || source FROM indicator_figure
                        WHERE division = :division ORDER BY month, indicator""")
                .bind("division", division)
                .mapTo(String.class)
                .list());
    }

    private void awaitFigures(String division, String... expected) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(figures(division)).containsExactly(expected));
    }

    @Test
    void theLastFigureOfEachMonthStaysHoweverOftenAndLateTheyArrive() {
        String subdistrict = assessing.aSubdistrict();
        try (ServiceTopic workforce = new ServiceTopic()) {
            workforce.says(covered(subdistrict, LocalDate.of(PAST, 12, 30), "9.00"), 2);
            workforce.says(covered(subdistrict, LocalDate.of(PAST, 12, 31), "10.00"), 3);
            workforce.says(covered(subdistrict, LocalDate.of(PAST, 12, 29), "8.00"), 1);
            workforce.says(covered(subdistrict, LocalDate.of(PAST, 12, 31), null), 1);
            workforce.says(covered(subdistrict, LocalDate.of(PAST, 11, 3), "7.00"), 1);
            awaitFigures(
                    subdistrict,
                    VOLUNTEERS + " " + PAST + "-11-03 7.00 workforce",
                    VOLUNTEERS + " " + PAST + "-12-31 10.00 workforce");
        }
    }

    @Test
    void allFourServicesAreHeard() {
        String subdistrict = assessing.aSubdistrict();
        LocalDate day = LocalDate.of(PAST, 6, 30);
        try (ServiceTopic services = new ServiceTopic()) {
            services.says(covered(subdistrict, day, "11.00"), 1);
            services.says(
                    new cn.shequ.events.facilities.IndicatorRecorded(
                            "weak-communities", subdistrict, day, "1", "7", "1", "COUNT", "0", "12"),
                    1);
            services.says(
                    new cn.shequ.events.funding.IndicatorRecorded(
                            "obligations-paid", subdistrict, day, "90.00", "100.00", "0.900000", "RATIO", "1", "16"),
                    1);
            services.says(
                    new cn.shequ.events.admission.IndicatorRecorded(
                            "placements-funded", subdistrict, day, "3", "4", "75.0", "PERCENT", null, "5"),
                    1);
            awaitFigures(
                    subdistrict,
                    "obligations-paid " + day + " 0.900000 funding",
                    "placements-funded " + day + " 75.0 admission",
                    VOLUNTEERS + " " + day + " 11.00 workforce",
                    "weak-communities " + day + " 1 facilities");
        }
    }
}
