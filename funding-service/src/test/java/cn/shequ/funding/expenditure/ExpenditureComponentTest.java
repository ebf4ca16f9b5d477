package cn.shequ.funding.expenditure;

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
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class ExpenditureComponentTest {

    @Inject
    Towns towns;

    @Inject
    Jdbi jdbi;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = aFund(town);
        receive(town, fund, "100000.00").then().statusCode(201);
    }

    @Test
    void one_records_another_approves_and_the_cashier_pays() {
        String id = recorded(town, fund, "1200.00");
        approve(town, id).then().statusCode(200).body("stage", equalTo("APPROVED"));
        balance(town, fund).then().body("available", equalTo("98800.00")).body("committed", equalTo("1200.00"));
        pay(town, id).then().statusCode(200).body("stage", equalTo("PAID"));
        balance(town, fund)
                .then()
                .body("committed", equalTo("0.00"))
                .body("applied", equalTo("1200.00"))
                .body("spent.WORKING_COSTS", equalTo("1200.00"));
        finance(town.city())
                .get("/v1/ledgers/" + town.ledger() + "/trial-balance")
                .then()
                .body("debit", equalTo("103600.00"))
                .body("credit", equalTo("103600.00"))
                .body("accounts.find { it.account == 'BANK' }.balance", equalTo("98800.00"));
    }

    @Test
    void a_category_that_the_fund_does_not_allow_is_refused_as_diversion_and_kept() {
        Map<String, Object> wanted = expenditure(fund, "800.00");
        wanted.put("category", "RECEPTION");
        String attempt = once(accountant(town))
                .body(wanted)
                .post("/v1/expenditures")
                .then()
                .statusCode(422)
                .body("code", equalTo("diversion-attempted"))
                .body("articles", contains(16))
                .body("figures.category", equalTo("RECEPTION"))
                .body("figures.allowed", hasItem("WORKING_COSTS"))
                .body("attemptId", notNullValue())
                .extract()
                .path("attemptId");
        finance(town.district())
                .get("/v1/diversion-attempts?fund=" + fund)
                .then()
                .body("items.id", contains(attempt))
                .body("items[0].amount", equalTo("800.00"));
        finance(town.neighbour())
                .get("/v1/diversion-attempts?fund=" + fund)
                .then()
                .body("items", empty());
        assertThat(events("diversion-attempted")).contains(attempt);
        finance(town.district()).get("/v1/expenditures?fund=" + fund).then().body("items", empty());
    }

    @Test
    void a_repeated_diversion_is_one_attempt() {
        Map<String, Object> wanted = expenditure(fund, "800.00");
        wanted.put("category", "VEHICLES");
        UUID key = UUID.randomUUID();
        Response first =
                accountant(town).header("Idempotency-Key", key).body(wanted).post("/v1/expenditures");
        Response again =
                accountant(town).header("Idempotency-Key", key).body(wanted).post("/v1/expenditures");
        assertThat(again.<String>path("attemptId")).isEqualTo(first.<String>path("attemptId"));
        as("auditor", Roles.AUDITOR, town.district())
                .get("/v1/diversion-attempts?fund=" + fund)
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void the_refusal_is_said_in_chinese_to_who_reads_chinese() {
        Map<String, Object> wanted = expenditure(fund, "800.00");
        wanted.put("category", "RECEPTION");
        inChinese("accountant", Roles.SUBDISTRICT_ACCOUNTANT)
                .body(wanted)
                .post("/v1/expenditures")
                .then()
                .statusCode(422)
                .body("title", containsString("挪用"))
                .body("detail", containsString("专款专用"));
    }

    private RequestSpecification inChinese(String person, String role) {
        return once(given().auth()
                .oauth2(Tokens.of(person, List.of(role), town.street().value(), null))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "zh-CN"));
    }

    @Test
    void more_than_is_available_is_refused_with_the_figures() {
        once(accountant(town))
                .body(expenditure(fund, "100000.01"))
                .post("/v1/expenditures")
                .then()
                .statusCode(422)
                .body("code", equalTo("insufficient-funds"))
                .body("articles", contains(16))
                .body("figures.required", equalTo("100000.01"))
                .body("figures.available", equalTo("100000.00"));
        String first = recorded(town, fund, "40000.00");
        String second = recorded(town, fund, "40000.00");
        String third = recorded(town, fund, "40000.00");
        approve(town, first).then().statusCode(200);
        approve(town, second).then().statusCode(200);
        approve(town, third)
                .then()
                .statusCode(422)
                .body("code", equalTo("insufficient-funds"))
                .body("figures.available", equalTo("20000.00"));
    }

    @Test
    void spending_is_not_booked_before_the_money_came_nor_after_the_last_day() {
        Map<String, Object> early = expenditure(fund, "1.00");
        early.put("bookedOn", TODAY.minusDays(1));
        once(accountant(town))
                .body(early)
                .post("/v1/expenditures")
                .then()
                .statusCode(422)
                .body("code", equalTo("insufficient-funds"));
        String old = once(finance(town.district()))
                .body(Map.of(
                        "ledger",
                        town.ledger(),
                        "source",
                        "DISTRICT",
                        "purpose",
                        "WORKING_COSTS",
                        "fiscalYear",
                        2020,
                        "spendBy",
                        TODAY.minusDays(1)))
                .post("/v1/funds")
                .path("id");
        once(accountant(town))
                .body(expenditure(old, "1.00"))
                .post("/v1/expenditures")
                .then()
                .statusCode(422)
                .body("code", equalTo("spend-by-passed"))
                .body("figures.spendBy", equalTo(TODAY.minusDays(1).toString()));
    }

    @Test
    void above_the_rulebooks_amount_two_persons_approve() {
        String exactly = recorded(town, fund, "50000.00");
        approve(town, exactly).then().statusCode(200).body("stage", equalTo("APPROVED"));
        receive(town, fund, "60000.00");
        String above = recorded(town, fund, "50000.01");
        approve(town, above)
                .then()
                .body("stage", equalTo("APPROVED_ONCE"))
                .body("rule", containsString("second-approver"));
        approve(town, above)
                .then()
                .statusCode(422)
                .body("code", equalTo("same-person"))
                .body("articles", equalTo(null));
        pay(town, above).then().statusCode(409).body("code", equalTo("expenditure-stage"));
        balance(town, fund).then().body("committed", equalTo("50000.00"));
        once(as("approver-2", Roles.SUBDISTRICT_APPROVER, town.street()))
                .post("/v1/expenditures/" + above + "/approval")
                .then()
                .statusCode(200)
                .body("stage", equalTo("APPROVED"));
        balance(town, fund).then().body("committed", equalTo("100000.01"));
    }

    @Test
    void nobody_takes_two_parts() {
        String id = recorded(town, fund, "10.00");
        once(everything("accountant"))
                .post("/v1/expenditures/" + id + "/approval")
                .then()
                .statusCode(422)
                .body("code", equalTo("same-person"))
                .body("figures.done", equalTo("RECORDED"));
        approve(town, id);
        once(everything("approver"))
                .body(Map.of("bookedOn", TODAY))
                .post("/v1/expenditures/" + id + "/payment")
                .then()
                .statusCode(422)
                .body("code", equalTo("same-person"))
                .body("figures.done", equalTo("APPROVED"));
        once(everything("accountant"))
                .body(Map.of("bookedOn", TODAY))
                .post("/v1/expenditures/" + id + "/payment")
                .then()
                .statusCode(422)
                .body("code", equalTo("same-person"));
    }

    /** Somebody who was given every role at once. */
    private RequestSpecification everything(String person) {
        return given().auth()
                .oauth2(Tokens.of(
                        person,
                        List.of(Roles.SUBDISTRICT_ACCOUNTANT, Roles.SUBDISTRICT_APPROVER, Roles.SUBDISTRICT_CASHIER),
                        town.street().value(),
                        null))
                .contentType(ContentType.JSON);
    }

    @Test
    void what_is_rejected_stays_so() {
        String id = recorded(town, fund, "10.00");
        once(as("approver", Roles.SUBDISTRICT_APPROVER, town.street()))
                .body(Map.of("reason", "发票与合同不符"))
                .post("/v1/expenditures/" + id + "/rejection")
                .then()
                .statusCode(200)
                .body("stage", equalTo("REJECTED"))
                .body("steps[0].reason", equalTo("发票与合同不符"));
        once(as("approver-2", Roles.SUBDISTRICT_APPROVER, town.street()))
                .post("/v1/expenditures/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("figures.stage", equalTo("REJECTED"));
    }

    @Test
    void a_payment_is_not_booked_before_its_approval() {
        String id = recorded(town, fund, "10.00");
        approve(town, id);
        once(cashier(town))
                .body(Map.of("bookedOn", TODAY.minusDays(1)))
                .post("/v1/expenditures/" + id + "/payment")
                .then()
                .statusCode(422)
                .body("code", equalTo("booked-too-early"));
    }

    @Test
    void the_wrong_role_is_refused_and_another_territory_finds_nothing() {
        once(finance(town.district()))
                .body(expenditure(fund, "1.00"))
                .post("/v1/expenditures")
                .then()
                .statusCode(403);
        once(as("accountant", Roles.SUBDISTRICT_ACCOUNTANT, town.neighbourStreet()))
                .body(expenditure(fund, "1.00"))
                .post("/v1/expenditures")
                .then()
                .statusCode(404);
        String id = recorded(town, fund, "10.00");
        once(as("approver", Roles.SUBDISTRICT_APPROVER, town.neighbourStreet()))
                .post("/v1/expenditures/" + id + "/approval")
                .then()
                .statusCode(404);
        once(cashier(town)).post("/v1/expenditures/" + id + "/approval").then().statusCode(403);
        as("auditor", Roles.AUDITOR, town.neighbour())
                .get("/v1/expenditures/" + id)
                .then()
                .statusCode(404);
        as("auditor", Roles.AUDITOR, town.district())
                .get("/v1/expenditures/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void many_approvers_and_cashiers_at_once_approve_once_and_pay_once() throws Exception {
        String id = recorded(town, fund, "10.00");
        assertThat(statuses(i -> once(as("approver-" + i, Roles.SUBDISTRICT_APPROVER, town.street()))
                        .post("/v1/expenditures/" + id + "/approval")))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(statuses(i -> once(as("cashier-" + i, Roles.SUBDISTRICT_CASHIER, town.street()))
                        .body(Map.of("bookedOn", TODAY))
                        .post("/v1/expenditures/" + id + "/payment")))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
        balance(town, fund).then().body("applied", equalTo("10.00"));
    }

    private static List<Integer> statuses(IntFunction<Response> call) throws Exception {
        List<Callable<Integer>> calls = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> call.apply(i).statusCode())
                .toList();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            return clients.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    @Test
    void events_hold_neither_payee_nor_purpose_but_bind_them() {
        String id = recorded(town, fund, "10.00");
        String commitment = approve(town, id).path("commitment");
        pay(town, id);
        assertThat(commitment).matches("[0-9a-f]{64}");
        assertThat(events("expenditure-approved")).contains(commitment).contains(id);
        assertThat(events("expenditure-paid"))
                .contains(commitment)
                .doesNotContain("文印店")
                .doesNotContain("宣传");
    }

    private String events(String name) {
        List<String> data =
                jdbi.withHandle(handle -> handle.createQuery("SELECT data FROM event_outbox WHERE type = :type")
                        .bind("type", "cn.shequ.funding." + name + ".v1")
                        .mapTo(String.class)
                        .list());
        return String.join("\n", data);
    }
}
