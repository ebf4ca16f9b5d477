package cn.shequ.admission.indicator;

import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.SUBDISTRICT;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.Given;
import cn.shequ.kit.indicator.DailyIndicators;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-36")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
class DailyIndicatorsComponentTest {

    /** A day that no other test tells of. */
    private static final LocalDate DAY = LocalDate.of(2019, 3, 4);

    @Inject
    TerritoryRecord territory;

    @Inject
    DailyIndicators daily;

    @Inject
    Jdbi jdbi;

    @Test
    void aDayIsToldOnceOfEachDivisionWhereThereWasSomethingToMeasure() throws Exception {
        Given.theCity(territory);
        String body = aDepartmentOf(DISTRICT);
        aSigned(body, DISTRICT, aForm(body, COMMUNITY));
        Callable<Boolean> process = () -> {
            daily.record(DAY);
            return true;
        };
        try (var processes = Executors.newFixedThreadPool(3)) {
            assertThat(processes.invokeAll(List.of(process, process, process)))
                    .extracting(Future::resultNow)
                    .containsOnly(true);
        }
        daily.record(DAY);
        assertThat(told(DISTRICT)).isOne();
        assertThat(told(SUBDISTRICT)).isOne();
        assertThat(told(COMMUNITY)).isZero();
    }

    private int told(String division) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM event_outbox
                        WHERE type = 'cn.shequ.admission.indicator-recorded.v1' AND division = :division
                          AND data LIKE '%placements-funded%' AND data LIKE :day""")
                .bind("division", division)
                .bind("day", "%\"asOf\":\"" + DAY + "\"%")
                .mapTo(Integer.class)
                .one());
    }
}
