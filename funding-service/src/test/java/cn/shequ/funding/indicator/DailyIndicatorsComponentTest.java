package cn.shequ.funding.indicator;

import static cn.shequ.funding.Calls.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.funding.Debts;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.indicator.DailyIndicators;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-36")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class DailyIndicatorsComponentTest {

    @Inject
    Towns towns;

    @Inject
    Debts debts;

    @Inject
    DailyIndicators daily;

    @Inject
    Jdbi jdbi;

    @Test
    void a_day_is_told_once_and_only_where_there_was_something_to_measure() {
        Town town = towns.build();
        debts.owes(town, 0, "100.00", TODAY.minusDays(3));
        daily.record(TODAY.minusDays(1));
        daily.record(TODAY.minusDays(1));
        assertThat(told(town.district().value())).singleElement().asString().contains("obligations-paid", "RATIO");
        assertThat(told(town.neighbour().value())).isEmpty();
    }

    private List<String> told(String division) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT data FROM event_outbox
                        WHERE type = 'cn.shequ.funding.indicator-recorded.v1' AND division = :division
                          AND data::text LIKE '%obligations-paid%'""")
                .bind("division", division)
                .mapTo(String.class)
                .list());
    }
}
