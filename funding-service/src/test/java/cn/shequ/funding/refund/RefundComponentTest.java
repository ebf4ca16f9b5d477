package cn.shequ.funding.refund;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class RefundComponentTest {

    @Inject
    Towns towns;

    private Town town;
    private String fund;
    private String paid;
    private String payment;

    @BeforeEach
    void pays() {
        town = towns.build();
        fund = aFund(town);
        receive(town, fund, "100.00").then().statusCode(201);
        paid = recorded(town, fund, "60.00");
        approve(town, paid).then().statusCode(200);
        payment = pay(town, paid).then().statusCode(200).extract().path("steps[1].entry");
    }

    private Response refund(String amount) {
        return once(accountant(town))
                .body(Map.of("amount", amount, "bookedOn", TODAY, "bankReference", UUID.randomUUID()))
                .post("/v1/expenditures/" + paid + "/refunds");
    }

    @Test
    void what_a_payee_pays_back_is_available_again_and_spent_falls_by_it() {
        refund("20.00").then().statusCode(201).body("entry", notNullValue());
        balance(town, fund)
                .then()
                .body("available", equalTo("60.00"))
                .body("applied", equalTo("40.00"))
                .body("spent.WORKING_COSTS", equalTo("40.00"))
                .body("received", equalTo("100.00"));
        accountant(town)
                .get("/v1/expenditures/" + paid)
                .then()
                .body("refunded", equalTo("20.00"))
                .body("stage", equalTo("PAID"));
        accountant(town).get("/v1/expenditures/" + paid + "/refunds").then().body("$", hasSize(1));
    }

    private static Response on(LocalDate day, RequestSpecification who, String path) {
        return once(who).body(Map.of("bookedOn", day)).post(path);
    }

    private Response refund(String amount, LocalDate day) {
        return once(accountant(town))
                .body(Map.of("amount", amount, "bookedOn", day, "bankReference", UUID.randomUUID()))
                .post("/v1/expenditures/" + paid + "/refunds");
    }

    private static void tooEarly(Response answer, LocalDate earliest) {
        answer.then()
                .statusCode(422)
                .body("code", equalTo("booked-too-early"))
                .body("figures.earliest", equalTo(earliest.toString()));
    }

    @Test
    void what_came_back_for_some_days_does_not_come_back_on_them_again() {
        LocalDate paidOn = TODAY.minusDays(9);
        receive(town, fund, "100.00", paidOn).then().statusCode(201);
        Map<String, Object> spending = new HashMap<>(expenditure(fund, "60.00"));
        spending.put("bookedOn", paidOn);
        paid = once(accountant(town))
                .body(spending)
                .post("/v1/expenditures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        approve(town, paid).then().statusCode(200);
        payment = on(paidOn, cashier(town), "/v1/expenditures/" + paid + "/payment")
                .then()
                .statusCode(200)
                .extract()
                .path("steps[1].entry");
        tooEarly(refund("1.00", paidOn.minusDays(1)), paidOn);
        String refunded = refund("20.00", TODAY.minusDays(6))
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
        on(TODAY.minusDays(1), accountant(town), "/v1/entries/" + refunded + "/reversal")
                .then()
                .statusCode(201);

        tooEarly(refund("40.01", TODAY.minusDays(3)), TODAY.minusDays(1));
        tooEarly(on(TODAY.minusDays(3), accountant(town), "/v1/entries/" + payment + "/reversal"), TODAY.minusDays(1));
        on(TODAY.minusDays(1), accountant(town), "/v1/entries/" + payment + "/reversal")
                .then()
                .statusCode(201);
    }

    @Test
    void never_more_comes_back_than_was_paid() {
        refund("20.00").then().statusCode(201);
        refund("40.01")
                .then()
                .statusCode(422)
                .body("code", equalTo("refunds-more-than-paid"))
                .body("figures.refunded", equalTo("20.00"));
        refund("40.00").then().statusCode(201);
    }

    @Test
    void not_even_when_many_are_recorded_at_once() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.range(0, 6)
                    .mapToObj(i -> (Callable<Integer>) () -> refund("20.00").statusCode())
                    .toList();
            assertThat(clients.invokeAll(calls).stream().map(Future::resultNow))
                    .filteredOn(status -> status == 201)
                    .hasSize(3);
        }
        balance(town, fund).then().body("available", equalTo("100.00")).body("applied", equalTo("0.00"));
    }

    @Test
    void a_refund_is_reversed_before_the_payment_it_belongs_to() {
        String entry = refund("20.00").then().extract().path("entry");
        reverse(town, payment)
                .then()
                .statusCode(422)
                .body("code", equalTo("payment-refunded"))
                .body("figures.refunded", equalTo("20.00"));
        reverse(town, entry).then().statusCode(201);
        balance(town, fund).then().body("available", equalTo("40.00")).body("applied", equalTo("60.00"));
        refund("60.00").then().statusCode(201);
    }

    @Test
    void a_refund_whose_money_is_approved_for_something_else_is_not_reversed() {
        String entry = refund("60.00").then().extract().path("entry");
        approve(town, recorded(town, fund, "90.00")).then().statusCode(200);
        reverse(town, entry)
                .then()
                .statusCode(422)
                .body("code", equalTo("insufficient-funds"))
                .body("figures.available", equalTo("10.00"));
    }

    @Test
    void only_a_paid_expenditure_of_the_own_territory_is_refunded_by_the_accountant() {
        String approved = recorded(town, fund, "5.00");
        once(accountant(town))
                .body(Map.of("amount", "1.00", "bookedOn", TODAY, "bankReference", "x"))
                .post("/v1/expenditures/" + approved + "/refunds")
                .then()
                .statusCode(409)
                .body("code", equalTo("expenditure-stage"));
        once(finance(town.neighbour()))
                .body(Map.of("amount", "1.00", "bookedOn", TODAY, "bankReference", "x"))
                .post("/v1/expenditures/" + paid + "/refunds")
                .then()
                .statusCode(404);
        once(as("cashier", Roles.SUBDISTRICT_CASHIER, town.street()))
                .body(Map.of("amount", "1.00", "bookedOn", TODAY, "bankReference", "x"))
                .post("/v1/expenditures/" + paid + "/refunds")
                .then()
                .statusCode(403);
    }
}
