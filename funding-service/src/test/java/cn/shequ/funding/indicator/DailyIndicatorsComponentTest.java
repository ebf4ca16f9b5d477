package cn.shequ.funding.indicator;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Debts;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.indicator.DailyIndicators;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    @Test
    void what_was_paid_or_cancelled_after_a_day_does_not_count_on_it() {
        Town town = towns.build();
        String obligation = debts.owes(town, 0, "100.00", TODAY.minusDays(3));
        Map<String, Object> receipt = receipt(town, "40.00");
        receipt.put("fund", debts.fundOf(town, obligation));
        receipt.put("settles", List.of(Map.of("obligation", obligation, "amount", "40.00")));
        once(finance(town.district())).body(receipt).post("/v1/receipts").then().statusCode(201);

        paid(town, TODAY, "40.00");
        paid(town, TODAY.minusDays(1), "0.00");
    }

    private static void paid(Town town, LocalDate on, String amount) {
        String path = "find { it.indicator == 'obligations-paid' }.";
        finance(town.district())
                .get("/v1/indicators?on=" + on)
                .then()
                .statusCode(200)
                .body(path + "numerator", equalTo(amount))
                .body(path + "denominator", equalTo("100.00"));
    }

    @Test
    void a_day_that_no_register_knows_is_refused() {
        Town town = towns.build();
        for (String day : List.of("-5000-01-01", "+999999999-12-31", "2010-12-31", "3000-01-01")) {
            finance(town.district())
                    .queryParam("on", day)
                    .get("/v1/indicators")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("on"));
        }
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
