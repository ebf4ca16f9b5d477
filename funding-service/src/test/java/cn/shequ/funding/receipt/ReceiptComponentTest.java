package cn.shequ.funding.receipt;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receipt;
import static cn.shequ.funding.Calls.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.funding.Debts;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class ReceiptComponentTest {

    @Inject
    Towns towns;

    @Inject
    Debts debts;

    private Town town;

    @BeforeEach
    void build() {
        town = towns.build();
    }

    @Test
    void money_for_a_named_fund_is_available_in_it() {
        String fund = aFund(town);
        receive(town, fund, "1234.56")
                .then()
                .statusCode(201)
                .body("fund", equalTo(fund))
                .body("settles", hasSize(0));
        balance(town, fund).then().body("available", equalTo("1234.56")).body("received", equalTo("1234.56"));
    }

    @Test
    void money_settles_the_oldest_due_first_then_by_community() {
        String late = debts.owes(town, 2, "100.00", TODAY.plusDays(9));
        String second = debts.owes(town, 1, "100.00", TODAY.plusDays(3));
        String first = debts.owes(town, 0, "100.00", TODAY.plusDays(3));

        once(finance(town.district()))
                .body(receipt(town, "250.00"))
                .post("/v1/receipts")
                .then()
                .statusCode(201);

        assertThat(debts.status(town, first)).isEqualTo("SETTLED");
        assertThat(debts.status(town, second)).isEqualTo("SETTLED");
        assertThat(debts.status(town, late)).isEqualTo("PARTLY_PAID");
        finance(town.city())
                .get("/v1/obligations/" + late)
                .then()
                .body("paid", equalTo("50.00"))
                .body("outstanding", equalTo("50.00"));
    }

    @Test
    void money_settles_what_it_names() {
        String first = debts.owes(town, 0, "100.00", TODAY);
        String second = debts.owes(town, 1, "70.00", TODAY.plusDays(1));
        Map<String, Object> receipt = receipt(town, "70.00");
        receipt.put("settles", List.of(Map.of("obligation", second, "amount", "70.00")));

        once(accountant(town))
                .body(receipt)
                .post("/v1/receipts")
                .then()
                .statusCode(201)
                .body("settles.obligation", contains(second));

        assertThat(debts.status(town, first)).isEqualTo("OPEN");
        assertThat(debts.status(town, second)).isEqualTo("SETTLED");
        finance(town.city()).get("/v1/receipts?ledger=" + town.ledger()).then().body("items.amount", hasItem("70.00"));
    }

    @Test
    void money_without_purpose_is_refused_with_the_figures() {
        debts.owes(town, 0, "100.00", TODAY);
        once(finance(town.district()))
                .body(receipt(town, "130.00"))
                .post("/v1/receipts")
                .then()
                .statusCode(422)
                .body("code", equalTo("receipt-without-purpose"))
                .body("articles", contains(16))
                .body("figures.settles", equalTo("100.00"))
                .body("figures.withoutPurpose", equalTo("30.00"));
    }

    @Test
    void more_than_is_outstanding_or_received_is_refused() {
        String owed = debts.owes(town, 0, "100.00", TODAY);
        Map<String, Object> tooMuch = receipt(town, "150.00");
        tooMuch.put("settles", List.of(Map.of("obligation", owed, "amount", "100.01")));
        once(finance(town.district()))
                .body(tooMuch)
                .post("/v1/receipts")
                .then()
                .statusCode(422)
                .body("code", equalTo("settles-more-than-outstanding"))
                .body("figures.outstanding", equalTo("100.00"))
                .body("figures.amount", equalTo("100.01"));
        Map<String, Object> notReceived = receipt(town, "50.00");
        notReceived.put("settles", List.of(Map.of("obligation", owed, "amount", "100.00")));
        once(finance(town.district()))
                .body(notReceived)
                .post("/v1/receipts")
                .then()
                .statusCode(422)
                .body("code", equalTo("settles-more-than-received"));
    }

    @Test
    void the_debts_of_others_are_not_settled() {
        String owed = debts.owes(town, 0, "100.00", TODAY);
        Map<String, Object> receipt = receipt(town, "100.00");
        receipt.put("payer", town.neighbour());
        receipt.put("settles", List.of(Map.of("obligation", owed, "amount", "100.00")));
        once(finance(town.district()))
                .body(receipt)
                .post("/v1/receipts")
                .then()
                .statusCode(422)
                .body("code", equalTo("obligation-not-of-payer"))
                .body("articles", contains(16));
    }

    @Test
    void a_bank_line_is_booked_once() {
        String fund = aFund(town);
        Map<String, Object> receipt = receipt(town, "10.00");
        receipt.put("fund", fund);
        String first = once(finance(town.district()))
                .body(receipt)
                .post("/v1/receipts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        once(finance(town.district()))
                .body(receipt)
                .post("/v1/receipts")
                .then()
                .statusCode(409)
                .body("code", equalTo("bank-line-already-booked"))
                .body("figures.receipt", equalTo(first));
        balance(town, fund).then().body("available", equalTo("10.00"));
    }

    @Test
    void tomorrow_is_not_booked_today() {
        receive(town, aFund(town), "10.00", TODAY.plusDays(1))
                .then()
                .statusCode(422)
                .body("code", equalTo("booked-in-future"))
                .body("figures.today", equalTo(TODAY.toString()));
    }

    @Test
    void another_territory_does_not_find_the_ledger_and_another_role_may_not_book() {
        Map<String, Object> receipt = receipt(town, "10.00");
        once(finance(town.neighbour()))
                .body(receipt)
                .post("/v1/receipts")
                .then()
                .statusCode(404);
        once(as("auditor", Roles.AUDITOR, town.district()))
                .body(receipt)
                .post("/v1/receipts")
                .then()
                .statusCode(403);
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        once(finance(town.district()))
                .body(Map.of("ledger", town.ledger(), "payer", "1", "amount", "-1", "bookedOn", TODAY))
                .post("/v1/receipts")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("payer"))
                .body("errors.field", hasItem("amount"))
                .body("errors.field", hasItem("bankReference"));
    }

    @Test
    void a_repeated_request_takes_the_money_once() {
        String fund = aFund(town);
        Map<String, Object> receipt = receipt(town, "10.00");
        receipt.put("fund", fund);
        UUID key = UUID.randomUUID();
        Response first = finance(town.district())
                .header("Idempotency-Key", key)
                .body(receipt)
                .post("/v1/receipts");
        Response again = finance(town.district())
                .header("Idempotency-Key", key)
                .body(receipt)
                .post("/v1/receipts");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        balance(town, fund).then().body("available", equalTo("10.00"));
    }

    @Test
    void many_who_settle_the_same_obligation_pay_it_once() throws Exception {
        String owed = debts.owes(town, 0, "100.00", TODAY);
        Callable<Integer> pay = () -> {
            Map<String, Object> receipt = receipt(town, "100.00");
            receipt.put("settles", List.of(Map.of("obligation", owed, "amount", "100.00")));
            return once(finance(town.district()))
                    .body(receipt)
                    .post("/v1/receipts")
                    .statusCode();
        };
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers =
                    clients.invokeAll(IntStream.range(0, 12).mapToObj(i -> pay).toList());
            assertThat(answers).extracting(Future::resultNow).containsOnlyOnce(201);
            assertThat(answers).extracting(Future::resultNow).containsOnly(201, 422);
        }
    }
}
