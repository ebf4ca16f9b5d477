package cn.shequ.funding.reversal;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.expenditure;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.pay;
import static cn.shequ.funding.Calls.receipt;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.recorded;
import static cn.shequ.funding.Calls.reverse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Debts;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class ReversalComponentTest {

    @Inject
    Towns towns;

    @Inject
    Debts debts;

    private Town town;

    @BeforeEach
    void build() {
        town = towns.build();
    }

    private String settled(String obligation, String amount) {
        Map<String, Object> receipt = receipt(town, amount);
        receipt.put("settles", List.of(Map.of("obligation", obligation, "amount", amount)));
        return once(finance(town.district()))
                .body(receipt)
                .post("/v1/receipts")
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
    }

    @Test
    void a_reversed_receipt_reopens_what_it_settled() {
        String owed = debts.owes(town, 0, "100.00", TODAY);
        String entry = settled(owed, "100.00");
        reverse(town, entry).then().statusCode(201).body("reverses", equalTo(entry));
        assertThat(debts.status(town, owed)).isEqualTo("OPEN");
        balance(town, debts.fundOf(town, owed)).then().body("available", equalTo("0.00"));
    }

    @Test
    void what_was_spent_of_bounced_money_is_receivable_and_made_good_first() {
        String owed = debts.owes(town, 0, "100.00", TODAY);
        String fund = debts.fundOf(town, owed);
        String entry = settled(owed, "100.00");
        String spent = recorded(town, fund, "70.00");
        approve(town, spent).then().statusCode(200);

        reverse(town, entry).then().statusCode(201);

        balance(town, fund)
                .then()
                .body("available", equalTo("0.00"))
                .body("committed", equalTo("70.00"))
                .body("receivable", equalTo("70.00"))
                .body("received", equalTo("0.00"));
        pay(town, spent)
                .then()
                .statusCode(422)
                .body("code", equalTo("fund-without-cash"))
                .body("figures.cash", equalTo("0.00"));

        settled(owed, "100.00");
        assertThat(debts.status(town, owed)).isEqualTo("SETTLED");
        balance(town, fund)
                .then()
                .body("available", equalTo("30.00"))
                .body("receivable", equalTo("0.00"))
                .body("received", equalTo("100.00"));
        pay(town, spent).then().statusCode(200);
    }

    @Test
    void a_payment_and_then_its_approval_are_taken_back() {
        String fund = aFund(town);
        receive(town, fund, "100.00");
        String expenditure = recorded(town, fund, "40.00");
        String reserved = entryOf(
                approve(town, expenditure).then().statusCode(200).extract().path("steps"), 0);
        reverse(town, reserved).then().statusCode(201);
        balance(town, fund).then().body("available", equalTo("100.00")).body("committed", equalTo("0.00"));

        String second = recorded(town, fund, "40.00");
        approve(town, second);
        List<Map<String, String>> steps =
                pay(town, second).then().statusCode(200).extract().path("steps");
        reverse(town, entryOf(steps, 0))
                .then()
                .statusCode(409)
                .body("code", equalTo("expenditure-stage"))
                .body("figures.stage", equalTo("PAID"));
        reverse(town, entryOf(steps, 1)).then().statusCode(201);
        balance(town, fund).then().body("committed", equalTo("40.00")).body("applied", equalTo("0.00"));
        reverse(town, entryOf(steps, 0)).then().statusCode(201);
        balance(town, fund).then().body("available", equalTo("100.00"));
        accountant(town).get("/v1/expenditures/" + second).then().body("stage", equalTo("WITHDRAWN"));
    }

    @Test
    void reserved_money_is_not_released_before_its_payment_came_back() {
        String fund = aFund(town);
        receive(town, fund, "100.00", TODAY.minusDays(2));
        Map<String, Object> early = expenditure(fund, "40.00");
        early.put("bookedOn", TODAY.minusDays(2));
        String expenditure =
                once(accountant(town)).body(early).post("/v1/expenditures").path("id");
        approve(town, expenditure);
        List<Map<String, String>> steps = pay(town, expenditure).path("steps");
        reverse(town, entryOf(steps, 1)).then().statusCode(201);
        once(accountant(town))
                .body(Map.of("bookedOn", TODAY.minusDays(1)))
                .post("/v1/entries/" + entryOf(steps, 0) + "/reversal")
                .then()
                .statusCode(422)
                .body("code", equalTo("booked-too-early"))
                .body("figures.earliest", equalTo(TODAY.toString()));
        reverse(town, entryOf(steps, 0)).then().statusCode(201);
    }

    private static String entryOf(List<Map<String, String>> steps, int index) {
        return steps.get(index).get("entry");
    }

    @Test
    void an_entry_is_reversed_once_even_by_many_at_once() throws Exception {
        String fund = aFund(town);
        String entry = receive(town, fund, "100.00").path("entry");
        Callable<Integer> attempt = () -> reverse(town, entry).statusCode();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = clients.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> attempt).toList());
            assertThat(answers).extracting(Future::resultNow).containsOnlyOnce(201);
            assertThat(answers).extracting(Future::resultNow).containsOnly(201, 409);
        }
        reverse(town, entry).then().statusCode(409).body("code", equalTo("entry-already-reversed"));
    }

    @Test
    void a_reversal_is_not_reversed_nor_booked_before_its_entry() {
        String fund = aFund(town);
        String entry = receive(town, fund, "100.00").path("entry");
        once(accountant(town))
                .body(Map.of("bookedOn", TODAY.minusDays(1)))
                .post("/v1/entries/" + entry + "/reversal")
                .then()
                .statusCode(422)
                .body("code", equalTo("booked-too-early"))
                .body("figures.earliest", equalTo(TODAY.toString()));
        String reversal = reverse(town, entry).path("id");
        reverse(town, reversal).then().statusCode(422).body("code", equalTo("entry-not-reversible"));
    }

    @Test
    void another_territory_does_not_find_the_entry_and_another_role_may_not_reverse_it() {
        String entry = receive(town, aFund(town), "100.00").path("entry");
        once(finance(town.neighbour()))
                .body(Map.of("bookedOn", TODAY))
                .post("/v1/entries/" + entry + "/reversal")
                .then()
                .statusCode(404);
        once(as("cashier", Roles.SUBDISTRICT_CASHIER, town.street()))
                .body(Map.of("bookedOn", TODAY))
                .post("/v1/entries/" + entry + "/reversal")
                .then()
                .statusCode(403);
    }
}
