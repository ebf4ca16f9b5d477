package cn.shequ.funding.commitment;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.approver;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.expenditure;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.pay;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.reverse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
class CommitmentComponentTest {

    private static final LocalDate UNTIL = TODAY.plusMonths(3);

    @Inject
    Towns towns;

    @Inject
    Commitments commitments;

    @Inject
    CommitmentExpiry expiry;

    private Town town;
    private String fund;

    @BeforeEach
    void fund() {
        town = towns.build();
        fund = aFund(town);
        receive(town, fund, "100.00").then().statusCode(201);
    }

    private Response propose(String amount, LocalDate until) {
        return once(accountant(town))
                .body(Map.of("fund", fund, "amount", amount, "bookedOn", TODAY, "until", until))
                .post("/v1/commitments");
    }

    /** All of 100.00 that came in then. */
    private String reservedOn(LocalDate day) {
        fund = aFund(town);
        receive(town, fund, "100.00", day).then().statusCode(201);
        String id = once(accountant(town))
                .body(Map.of("fund", fund, "amount", "100.00", "bookedOn", day, "until", UNTIL))
                .post("/v1/commitments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        decide(id).then().statusCode(200);
        return id;
    }

    private Response draw(String commitment, String amount, LocalDate day) {
        Map<String, Object> drawing = new HashMap<>(expenditure(fund, amount));
        drawing.put("drawsOn", commitment);
        drawing.put("bookedOn", day);
        return once(accountant(town)).body(drawing).post("/v1/expenditures");
    }

    private Response release(String commitment, LocalDate day) {
        return once(accountant(town))
                .body(Map.of("bookedOn", day, "reason", "合同提前终止"))
                .post("/v1/commitments/" + commitment + "/release");
    }

    private static void tooEarly(Response answer, LocalDate earliest) {
        answer.then()
                .statusCode(422)
                .body("code", equalTo("booked-too-early"))
                .body("figures.earliest", equalTo(earliest.toString()));
    }

    @Test
    void nothing_is_drawn_or_released_before_it_was_reserved() {
        String id = reserved("60.00");
        tooEarly(draw(id, "20.00", TODAY.minusDays(1)), TODAY);
        tooEarly(release(id, TODAY.minusDays(1)), TODAY);
    }

    @Test
    void what_was_drawn_for_some_days_is_neither_drawn_nor_released_on_them_again() {
        String id = reservedOn(TODAY.minusDays(9));
        String drawn = draw(id, "40.00", TODAY.minusDays(8))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String entry = approve(town, drawn).then().statusCode(200).extract().path("steps[0].entry");
        once(accountant(town))
                .body(Map.of("bookedOn", TODAY.minusDays(2)))
                .post("/v1/entries/" + entry + "/reversal")
                .then()
                .statusCode(201);
        tooEarly(draw(id, "60.01", TODAY.minusDays(5)), TODAY.minusDays(2));
        tooEarly(release(id, TODAY.minusDays(5)), TODAY.minusDays(2));
        draw(id, "60.00", TODAY.minusDays(5)).then().statusCode(201);
        release(id, TODAY.minusDays(2)).then().statusCode(200);
    }

    private Response decide(String commitment) {
        return once(approver(town)).post("/v1/commitments/" + commitment + "/approval");
    }

    private String reserved(String amount) {
        String id = propose(amount, UNTIL).then().statusCode(201).extract().path("id");
        decide(id).then().statusCode(200).body("stage", equalTo("RESERVED"));
        return id;
    }

    private Response release(String commitment) {
        return once(accountant(town))
                .body(Map.of("bookedOn", TODAY, "reason", "合同提前终止"))
                .post("/v1/commitments/" + commitment + "/release");
    }

    private Response draw(String commitment, String amount) {
        Map<String, Object> drawing = new HashMap<>(expenditure(fund, amount));
        drawing.put("drawsOn", commitment);
        return once(accountant(town)).body(drawing).post("/v1/expenditures");
    }

    private Response get(String commitment) {
        return accountant(town).get("/v1/commitments/" + commitment);
    }

    @Test
    void what_two_persons_reserve_is_no_longer_available_to_others() {
        String id = propose("60.00", UNTIL).then().statusCode(201).extract().path("id");
        balance(town, fund).then().body("available", equalTo("100.00"));
        decide(id).then().statusCode(200).body("remaining", equalTo("60.00"));
        balance(town, fund)
                .then()
                .body("available", equalTo("40.00"))
                .body("reserved", equalTo("60.00"))
                .body("received", equalTo("100.00"));
        once(accountant(town))
                .body(expenditure(fund, "40.01"))
                .post("/v1/expenditures")
                .then()
                .statusCode(422)
                .body("code", equalTo("insufficient-funds"))
                .body("figures.available", equalTo("40.00"));
    }

    @Test
    void expenditures_draw_on_it_partly_and_then_wholly_and_what_is_used_up_is_over() {
        String id = reserved("60.00");
        String first = draw(id, "20.00").then().statusCode(201).extract().path("id");
        approve(town, first).then().statusCode(200);
        balance(town, fund)
                .then()
                .body("available", equalTo("40.00"))
                .body("reserved", equalTo("40.00"))
                .body("committed", equalTo("20.00"));
        draw(id, "40.01")
                .then()
                .statusCode(422)
                .body("code", equalTo("commitment-exceeded"))
                .body("figures.remaining", equalTo("40.00"));
        String second = draw(id, "40.00").then().statusCode(201).extract().path("id");
        approve(town, second).then().statusCode(200);
        pay(town, second).then().statusCode(200);
        get(id).then().body("stage", equalTo("USED_UP")).body("remaining", equalTo("0.00"));
        draw(id, "0.01").then().statusCode(409).body("code", equalTo("commitment-stage"));
        release(id).then().statusCode(409).body("figures.stage", equalTo("USED_UP"));
        balance(town, fund).then().body("reserved", equalTo("0.00")).body("applied", equalTo("40.00"));
    }

    @Test
    void what_is_released_is_available_again_and_can_never_be_used_again() {
        String id = reserved("60.00");
        String recorded = draw(id, "20.00").then().statusCode(201).extract().path("id");
        release(id).then().statusCode(200).body("stage", equalTo("RELEASED")).body("steps", hasSize(2));
        balance(town, fund).then().body("available", equalTo("100.00")).body("reserved", equalTo("0.00"));
        approve(town, recorded).then().statusCode(409).body("code", equalTo("commitment-stage"));
        release(id).then().statusCode(409);
        decide(id).then().statusCode(409);
    }

    @Test
    void after_its_last_day_the_service_itself_releases_it() {
        String ends = propose("30.00", TODAY).then().statusCode(201).extract().path("id");
        decide(ends).then().statusCode(200);
        String goesOn = reserved("20.00");
        expiry.expire(TODAY);
        get(ends).then().body("stage", equalTo("RESERVED"));
        expiry.expire(TODAY.plusDays(1));
        expiry.expire(TODAY.plusDays(1));
        get(ends)
                .then()
                .body("stage", equalTo("EXPIRED"))
                .body("steps[1].by", equalTo("funding-service"))
                .body("steps", hasSize(2));
        get(goesOn).then().body("stage", equalTo("RESERVED"));
        draw(ends, "1.00").then().statusCode(409).body("figures.stage", equalTo("EXPIRED"));
    }

    @Test
    void an_approval_that_is_taken_back_returns_to_a_reservation_in_force_and_else_to_what_is_available() {
        String id = reserved("60.00");
        String first = draw(id, "20.00").then().extract().path("id");
        String reserved = approve(town, first).then().extract().path("steps[0].entry");
        reverse(town, reserved).then().statusCode(201);
        get(id).then().body("remaining", equalTo("60.00")).body("stage", equalTo("RESERVED"));

        String all = draw(id, "60.00").then().extract().path("id");
        String used = approve(town, all).then().extract().path("steps[0].entry");
        get(id).then().body("stage", equalTo("USED_UP"));
        reverse(town, used).then().statusCode(201);
        get(id).then().body("remaining", equalTo("0.00")).body("stage", equalTo("USED_UP"));
        balance(town, fund)
                .then()
                .body("available", equalTo("100.00"))
                .body("reserved", equalTo("0.00"))
                .body("committed", equalTo("0.00"));
    }

    @Test
    void who_proposes_does_not_decide_and_the_reservation_itself_is_not_reversed() {
        String id = propose("10.00", UNTIL).then().extract().path("id");
        once(as("accountant", Roles.SUBDISTRICT_APPROVER, town.street()))
                .post("/v1/commitments/" + id + "/approval")
                .then()
                .statusCode(422)
                .body("code", equalTo("same-person"));
        String entry = decide(id).then().extract().path("steps[0].entry");
        reverse(town, entry).then().statusCode(422).body("code", equalTo("entry-not-reversible"));
        String rejected = propose("10.00", UNTIL).then().extract().path("id");
        once(approver(town))
                .body(Map.of("reason", "合同尚未审定"))
                .post("/v1/commitments/" + rejected + "/rejection")
                .then()
                .statusCode(200)
                .body("stage", equalTo("REJECTED"));
        decide(rejected).then().statusCode(409);
    }

    @Test
    void more_than_is_available_too_long_or_in_the_past_is_refused() {
        propose("100.01", UNTIL).then().statusCode(422).body("code", equalTo("insufficient-funds"));
        propose("1.00", TODAY.plusYears(1).plusDays(1))
                .then()
                .statusCode(422)
                .body("code", equalTo("commitment-beyond-fund"));
        propose("1.00", TODAY.minusDays(1)).then().statusCode(422).body("code", equalTo("commitment-expired"));
        propose("0.00", UNTIL).then().statusCode(400);
    }

    @Test
    void money_of_another_fund_is_not_drawn() {
        String id = reserved("60.00");
        String other = aFund(town);
        Map<String, Object> drawing = new HashMap<>(expenditure(other, "1.00"));
        drawing.put("drawsOn", id);
        once(accountant(town))
                .body(drawing)
                .post("/v1/expenditures")
                .then()
                .statusCode(422)
                .body("code", equalTo("commitment-of-other-fund"));
    }

    @Test
    void another_territory_does_not_find_it_and_another_role_does_not_propose() {
        String id = reserved("10.00");
        as("accountant", Roles.SUBDISTRICT_ACCOUNTANT, town.neighbourStreet())
                .get("/v1/commitments/" + id)
                .then()
                .statusCode(404);
        as("accountant", Roles.SUBDISTRICT_ACCOUNTANT, town.neighbourStreet())
                .get("/v1/commitments?fund=" + fund)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        once(as("cashier", Roles.SUBDISTRICT_CASHIER, town.street()))
                .body(Map.of("fund", fund, "amount", "1.00", "bookedOn", TODAY, "until", UNTIL))
                .post("/v1/commitments")
                .then()
                .statusCode(403);
        accountant(town).get("/v1/commitments?fund=" + fund).then().body("items", hasSize(1));
    }

    @Test
    void many_who_draw_at_once_never_draw_more_than_was_reserved() throws Exception {
        String id = reserved("50.00");
        List<String> recorded = IntStream.range(0, 8)
                .mapToObj(
                        i -> draw(id, "10.00").then().statusCode(201).extract().<String>path("id"))
                .toList();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = recorded.stream()
                    .map(each -> (Callable<Integer>) () -> approve(town, each).statusCode())
                    .toList();
            List<Integer> answers =
                    clients.invokeAll(calls).stream().map(Future::resultNow).toList();
            assertThat(answers).filteredOn(status -> status == 200).hasSize(5);
        }
        get(id).then().body("stage", equalTo("USED_UP"));
        balance(town, fund).then().body("committed", equalTo("50.00")).body("available", equalTo("50.00"));
    }

    @Test
    void a_contract_reserves_once_at_a_time_for_a_decision_of_two_persons() {
        UUID contract = UUID.randomUUID();
        NewCommitment wanted = new NewCommitment(UUID.fromString(fund), Money.of("25.00"), TODAY, UNTIL, contract);
        Commitment reserved =
                QuarkusTransaction.requiringNew().call(() -> commitments.reserve(wanted, "buyer", "awarder"));
        assertThat(reserved.remaining()).isEqualTo(Money.of("25.00"));
        assertThat(commitments.ofReference(contract)).contains(reserved);
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew().call(() -> commitments.reserve(wanted, "buyer", "awarder")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("commitment-in-force");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .call(() -> commitments.reserve(
                                new NewCommitment(wanted.fund(), Money.of("1.00"), TODAY, UNTIL, null), "one", "one")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("same-person");
        QuarkusTransaction.requiringNew().run(() -> commitments.release(reserved.id(), TODAY, "awarder", "合同终止"));
        assertThat(commitments.find(reserved.id()).orElseThrow().stage()).isEqualTo(CommitmentStage.RELEASED);
    }
}
