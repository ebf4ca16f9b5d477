package cn.shequ.funding.balance;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.funding.PostingsRead;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.money.Money;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class BalanceComponentTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Towns towns;

    @Inject
    Balances balances;

    @Inject
    Jdbi jdbi;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = aFund(town);
    }

    private JsonPath entries(int expected) {
        return await().atMost(SOON)
                .until(
                        () -> finance(town.district())
                                .get("/v1/ledgers/" + town.ledger() + "/entries")
                                .jsonPath(),
                        page -> page.getList("items").size() == expected
                                && page.getList("items.sequence").stream().allMatch(Objects::nonNull)
                                && page.getList("items.sequence").size() == expected
                                && page.getList("items.voucher").stream().allMatch(Objects::nonNull));
    }

    @Test
    void a_balance_is_told_as_of_a_booking_date() {
        LocalDate lastMonth = TODAY.withDayOfMonth(1).minusDays(1);
        receive(town, fund, "100.00", TODAY);
        receive(town, fund, "30.00", lastMonth);
        available("?bookedOn=" + lastMonth, "30.00");
        available("?bookedOn=" + lastMonth.minusDays(1), "0.00");
        available("", "130.00");
    }

    @Test
    void a_balance_is_told_as_it_was_known_at_a_log_number() {
        receive(town, fund, "100.00");
        long afterFirst = entries(1).getLong("items[0].sequence");
        receive(town, fund, "30.00", TODAY.minusDays(5));
        approve(town, recorded(town, fund, "60.00")).then().statusCode(200);
        JsonPath all = entries(3);
        available("?knownAt=" + afterFirst, "100.00");
        available("?knownAt=" + (afterFirst - 1), "0.00");
        available("?knownAt=" + all.getLong("items[2].sequence"), "70.00");
        available("?bookedOn=" + TODAY.minusDays(5) + "&knownAt=" + afterFirst, "0.00");
        finance(town.district())
                .get("/v1/ledgers/" + town.ledger() + "/trial-balance?knownAt=" + afterFirst)
                .then()
                .body("accounts.account", contains("AVAILABLE", "BANK"))
                .body("debit", equalTo("100.00"));
    }

    @Test
    void a_trial_balance_reads_no_posting_of_an_entry_that_has_its_voucher() {
        receive(town, fund, "100.00");
        receive(town, fund, "30.00", TODAY.minusDays(5));
        entries(2);
        AsOf today = new AsOf(TODAY, null);
        assertThat(PostingsRead.by(jdbi, () -> assertThat(balances.ofLedger(UUID.fromString(town.ledger()), today))
                        .extracting(TrialBalance.Line::credit)
                        .containsExactly(Money.of("130.00"), Money.of("0.00"))))
                .isZero();
    }

    @Test
    void vouchers_are_numbered_without_gaps_in_each_month() {
        LocalDate lastMonth = TODAY.withDayOfMonth(1).minusDays(1);
        receive(town, fund, "1.00");
        receive(town, fund, "1.00", lastMonth);
        receive(town, fund, "1.00");
        List<String> vouchers = entries(3).getList("items.voucher");
        String thisMonth = "%d-%02d-".formatted(TODAY.getYear(), TODAY.getMonthValue());
        assertThat(vouchers)
                .containsExactly(
                        thisMonth + "0001",
                        "%d-%02d-0001".formatted(lastMonth.getYear(), lastMonth.getMonthValue()),
                        thisMonth + "0002");
    }

    @Test
    void entries_are_paged_and_filtered_by_booking_date() {
        receive(town, fund, "1.00");
        receive(town, fund, "2.00", TODAY.minusDays(3));
        String cursor = finance(town.district())
                .get("/v1/ledgers/" + town.ledger() + "/entries?limit=1")
                .then()
                .body("items[0].postings.amount", contains("1.00", "-1.00"))
                .extract()
                .path("next");
        finance(town.district())
                .get("/v1/ledgers/" + town.ledger() + "/entries?limit=1&cursor=" + cursor)
                .then()
                .body("items[0].postings.amount", contains("2.00", "-2.00"));
        finance(town.district())
                .get("/v1/ledgers/" + town.ledger() + "/entries?to=" + TODAY.minusDays(1))
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void a_day_that_no_register_knows_is_refused() {
        for (String day : List.of("-5000-01-01", "+999999999-12-31", "2010-12-31", "3000-01-01")) {
            for (String path :
                    List.of("/v1/ledgers/" + town.ledger() + "/trial-balance", "/v1/funds/" + fund + "/balance")) {
                finance(town.district())
                        .queryParam("bookedOn", day)
                        .get(path)
                        .then()
                        .statusCode(400)
                        .body("errors.field", contains("bookedOn"));
            }
        }
    }

    @Test
    void ledgers_and_balances_of_others_are_not_found() {
        for (String path : List.of("", "/entries", "/trial-balance")) {
            finance(town.neighbour())
                    .get("/v1/ledgers/" + town.ledger() + path)
                    .then()
                    .statusCode(404);
        }
        finance(town.neighbour()).get("/v1/funds/" + fund + "/balance").then().statusCode(404);
        finance(town.neighbour()).get("/v1/funds/" + fund).then().statusCode(404);
        finance(town.city())
                .get("/v1/ledgers")
                .then()
                .body("items.kind", contains("POOL", "POOL", "SPECIAL", "POOL", "SPECIAL"));
        finance(town.neighbour()).get("/v1/ledgers").then().body("items", hasSize(2));
    }

    private void available(String query, String amount) {
        finance(town.city())
                .get("/v1/funds/" + fund + "/balance" + query)
                .then()
                .statusCode(200)
                .body("available", equalTo(amount));
    }
}
