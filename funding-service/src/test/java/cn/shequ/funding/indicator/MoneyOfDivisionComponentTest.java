package cn.shequ.funding.indicator;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.pay;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.PostingsRead;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-36")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class MoneyOfDivisionComponentTest {

    private static final LocalDate LAST_YEAR = TODAY.minusYears(1);

    @Inject
    Towns towns;

    @Inject
    Indicators indicators;

    @Inject
    Jdbi jdbi;

    private Town town;
    private String fund;

    @BeforeEach
    void book() {
        town = towns.build();
        fund = aFund(town);
        receive(town, fund, "100.00", LAST_YEAR);
        receive(town, fund, "30.00", TODAY);
        String expenditure = recorded(town, fund, "60.00");
        approve(town, expenditure).then().statusCode(200);
        pay(town, expenditure).then().statusCode(200);
    }

    @Test
    void what_was_applied_is_told_of_what_came_in_until_a_day_in_every_division_above() {
        awaitVouchers();
        for (DivisionCode division : List.of(town.street(), town.district(), town.city())) {
            told(division, TODAY, "60.00", "130.00");
            told(division, TODAY.minusDays(1), "0.00", "100.00");
            told(division, LAST_YEAR.minusDays(1), "0.00", "0.00");
        }
        told(town.neighbourStreet(), TODAY, "0.00", "0.00");
    }

    @Test
    void what_has_no_voucher_yet_counts_from_the_moment_it_is_recorded() {
        QuarkusTransaction.requiringNew().run(() -> {
            // While somebody numbers vouchers nobody else does: what is recorded meanwhile waits.
            jdbi.useHandle(
                    handle -> handle.execute("SELECT pg_advisory_xact_lock(hashtextextended('funding.vouchers', 16))"));
            receive(town, fund, "5.00", TODAY);
            told(town.street(), TODAY, "60.00", "135.00");
        });
    }

    @Test
    void figures_read_no_posting_of_an_entry_that_has_its_voucher() {
        awaitVouchers();
        assertThat(PostingsRead.by(jdbi, () -> indicators.of(town.district(), TODAY)))
                .isZero();
    }

    private static void told(DivisionCode division, LocalDate on, String applied, String received) {
        String path = "find { it.indicator == 'funds-applied' }.";
        finance(division)
                .get("/v1/indicators?on=" + on)
                .then()
                .statusCode(200)
                .body(path + "numerator", equalTo(applied))
                .body(path + "denominator", equalTo(received));
    }

    private void awaitVouchers() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM unnumbered_entry")
                                .mapTo(Long.class)
                                .one())
                        == 0);
    }
}
