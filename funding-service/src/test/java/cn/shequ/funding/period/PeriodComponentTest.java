package cn.shequ.funding.period;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.approver;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.cashier;
import static cn.shequ.funding.Calls.expenditure;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.pay;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.recorded;
import static cn.shequ.funding.Calls.reverse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class PeriodComponentTest {

    private static final YearMonth NOW = YearMonth.from(TODAY);
    private static final YearMonth FIRST = NOW.minusMonths(2);
    private static final YearMonth SECOND = NOW.minusMonths(1);

    @Inject
    Towns towns;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = aFund(town);
    }

    /** December waits for its year. */
    private Response closeWithYear(YearMonth period) {
        if (period.getMonthValue() == 12) {
            closeYear(period.getYear()).then().statusCode(201);
        }
        return close(period);
    }

    private Response close(YearMonth period) {
        await().atMost(Duration.ofSeconds(60)).until(() -> accountant(town)
                .get("/v1/ledgers/" + town.ledger() + "/open-period")
                .path("hindrances.unnumbered")
                .equals(0));
        return once(accountant(town))
                .body(Map.of("period", period.toString()))
                .post("/v1/ledgers/" + town.ledger() + "/closed-periods");
    }

    private Response closeYear(int year) {
        return once(accountant(town)).body(Map.of("year", year)).post("/v1/ledgers/" + town.ledger() + "/closed-years");
    }

    @Test
    void months_are_closed_in_order_with_control_totals_and_take_nothing_more() {
        receive(town, fund, "100.00", FIRST.atDay(5)).then().statusCode(201);
        receive(town, fund, "20.00", SECOND.atDay(5)).then().statusCode(201);
        close(SECOND).then().statusCode(422).body("code", equalTo("period-out-of-order"));
        closeWithYear(FIRST)
                .then()
                .statusCode(201)
                .body("totals.vouchers", equalTo(1))
                .body("totals.moved", equalTo("100.00"))
                .body("totals.bank", equalTo("100.00"))
                .body("totals.available", equalTo("100.00"));
        close(FIRST).then().statusCode(409).body("code", equalTo("period-closed-already"));
        receive(town, fund, "1.00", FIRST.atDay(6)).then().statusCode(422).body("code", equalTo("period-closed"));
        receive(town, fund, "1.00", FIRST.minusMonths(1).atDay(6))
                .then()
                .statusCode(422)
                .body("code", equalTo("period-closed"));
        closeWithYear(SECOND).then().statusCode(201).body("totals.bank", equalTo("120.00"));
        close(NOW).then().statusCode(422).body("code", equalTo("period-not-over"));
        accountant(town)
                .get("/v1/ledgers/" + town.ledger() + "/closed-periods?year=" + SECOND.getYear())
                .then()
                .statusCode(200)
                .body("[-1].period", equalTo(SECOND.toString()));
    }

    @Test
    void what_awaits_a_decision_keeps_a_month_open_and_is_counted() {
        receive(town, fund, "100.00", SECOND.atDay(5)).then().statusCode(201);
        Map<String, Object> undecided = expenditure(fund, "10.00");
        undecided.put("bookedOn", SECOND.atDay(6));
        String id = once(accountant(town))
                .body(undecided)
                .post("/v1/expenditures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        close(SECOND)
                .then()
                .statusCode(422)
                .body("code", equalTo("period-not-complete"))
                .body("figures.expenditures", equalTo(1));
        accountant(town)
                .get("/v1/ledgers/" + town.ledger() + "/open-period")
                .then()
                .body("period", equalTo(SECOND.toString()))
                .body("over", equalTo(true))
                .body("hindrances.expenditures", equalTo(1));
        once(approver(town))
                .body(Map.of("reason", "发票与合同不符"))
                .post("/v1/expenditures/" + id + "/rejection")
                .then()
                .statusCode(200);
        closeWithYear(SECOND).then().statusCode(201);
    }

    @Test
    void a_receipt_of_a_closed_month_that_bounces_is_taken_back_in_the_open_one() {
        String entry =
                receive(town, fund, "100.00", SECOND.atDay(5)).then().extract().path("entry");
        closeWithYear(SECOND).then().statusCode(201);
        String spent = recorded(town, fund, "70.00");
        approve(town, spent).then().statusCode(200);
        pay(town, spent).then().statusCode(200);
        once(accountant(town))
                .body(Map.of("bookedOn", SECOND.atDay(6)))
                .post("/v1/entries/" + entry + "/reversal")
                .then()
                .statusCode(422)
                .body("code", equalTo("period-closed"));
        reverse(town, entry).then().statusCode(201);
        balance(town, fund)
                .then()
                .body("available", equalTo("0.00"))
                .body("receivable", equalTo("70.00"))
                .body("applied", equalTo("70.00"));
    }

    private String endingFund(String atYearEnd, LocalDate spendBy) {
        Map<String, Object> ending = new HashMap<>();
        ending.put("ledger", town.ledger());
        ending.put("source", "DISTRICT");
        ending.put("purpose", "WORKING_COSTS");
        ending.put("fiscalYear", spendBy.getYear());
        ending.put("spendBy", spendBy);
        ending.put("atYearEnd", atYearEnd);
        return once(finance(town.district()))
                .body(ending)
                .post("/v1/funds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void at_the_end_of_a_year_each_fund_carries_forward_or_owes_back_by_its_own_term() {
        int year = NOW.getYear() - 1;
        LocalDate end = LocalDate.of(year, 12, 31);
        String carried = endingFund("CARRY_FORWARD", end);
        String returned = endingFund("RETURN", end);
        receive(town, carried, "30.00", LocalDate.of(year, 11, 5)).then().statusCode(201);
        receive(town, returned, "50.00", LocalDate.of(year, 11, 6)).then().statusCode(201);
        closeYear(year).then().statusCode(422).body("code", equalTo("period-out-of-order"));
        close(YearMonth.of(year, 11)).then().statusCode(201);
        close(YearMonth.of(year, 12)).then().statusCode(422).body("code", equalTo("year-not-closed"));
        closeYear(year)
                .then()
                .statusCode(201)
                .body("fundsCarried", equalTo(1))
                .body("carried", equalTo("30.00"))
                .body("fundsReturned", equalTo(1))
                .body("returned", equalTo("50.00"));
        closeYear(year).then().statusCode(409).body("code", equalTo("year-closed-already"));
        close(YearMonth.of(year, 12)).then().statusCode(201).body("totals.payable", equalTo("50.00"));

        accountant(town)
                .get("/v1/funds/" + carried)
                .then()
                .body("spendBy", equalTo(end.plusYears(1).toString()));
        once(accountant(town))
                .body(expenditure(carried, "30.00"))
                .post("/v1/expenditures")
                .then()
                .statusCode(201);
        balance(town, returned).then().body("available", equalTo("0.00")).body("payable", equalTo("50.00"));
        String owed = accountant(town)
                .get("/v1/fund-returns?ledger=" + town.ledger())
                .then()
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("YEAR_END"))
                .body("items[0].payee", equalTo(town.district().value()))
                .extract()
                .path("items[0].id");
        once(cashier(town))
                .body(Map.of("bookedOn", TODAY))
                .post("/v1/fund-returns/" + owed + "/payment")
                .then()
                .statusCode(200)
                .body("stage", equalTo("PAID"));
        assertThat(accountant(town)
                        .get("/v1/ledgers/" + town.ledger() + "/closed-years/" + year)
                        .<String>path("returned"))
                .isEqualTo("50.00");
    }

    @Test
    void another_territory_and_another_role_close_nothing() {
        receive(town, fund, "100.00", SECOND.atDay(5)).then().statusCode(201);
        once(finance(town.neighbour()))
                .body(Map.of("period", SECOND.toString()))
                .post("/v1/ledgers/" + town.ledger() + "/closed-periods")
                .then()
                .statusCode(404);
        once(as("cashier", Roles.SUBDISTRICT_CASHIER, town.street()))
                .body(Map.of("period", SECOND.toString()))
                .post("/v1/ledgers/" + town.ledger() + "/closed-periods")
                .then()
                .statusCode(403);
    }
}
