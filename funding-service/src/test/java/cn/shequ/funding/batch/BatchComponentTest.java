package cn.shequ.funding.batch;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approver;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.cashier;
import static cn.shequ.funding.Calls.digest;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receive;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.shequ.funding.Debts;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
@Tag("art-16")
class BatchComponentTest {

    private static final Logger LOG = Logger.getLogger(BatchComponentTest.class);

    @Inject
    Towns towns;

    @Inject
    Debts debts;

    @Inject
    Jdbi jdbi;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = aFund(town);
    }

    @Test
    void lines_are_booked_as_if_each_had_come_alone() {
        String owed = debts.owes(town, 0, "100.00", TODAY);
        String report = receipts("PER_LINE", false, pays("a", "60.00"), pays("b", "60.00"), pays("c", "40.00"))
                .then()
                .statusCode(201)
                .body("booked", equalTo(2))
                .body("refused", equalTo(1))
                .extract()
                .path("id");
        // What is owed is paid by a and c; b would have left 20.00 without a purpose.
        assertThat(debts.status(town, owed)).isEqualTo("SETTLED");
        finance(town.district())
                .get("/v1/receipt-batches/" + report + "/lines?outcome=REFUSED")
                .then()
                .statusCode(200)
                .body("items.line", contains(2))
                .body("items[0].reference", equalTo("b"))
                .body("items[0].problem.code", equalTo("receipt-without-purpose"))
                .body("items[0].problem.articles", contains(16))
                .body("items[0].problem.figures.withoutPurpose", equalTo("20.00"));
        finance(town.district())
                .get("/v1/receipts?ledger=" + town.ledger())
                .then()
                .body("items.bankReference", contains("a", "c"))
                .body("items[1].settles[0].amount", equalTo("40.00"));
    }

    @Test
    void one_refused_line_and_nothing_is_booked_and_a_dry_run_books_nothing_at_all() {
        receipts("ALL_OR_NOTHING", false, to(fund, "a", "10.00"), pays("b", "1.00"))
                .then()
                .statusCode(201)
                .body("booked", equalTo(0))
                .body("passed", equalTo(1))
                .body("refused", equalTo(1));
        receipts("PER_LINE", true, to(fund, "a", "10.00"))
                .then()
                .statusCode(201)
                .body("passed", equalTo(1));
        balance(town, fund).then().body("available", equalTo("0.00"));
        receipts("ALL_OR_NOTHING", false, to(fund, "a", "10.00"))
                .then()
                .statusCode(201)
                .body("booked", equalTo(1));
        balance(town, fund).then().body("available", equalTo("10.00"));
    }

    @Test
    void a_batch_sent_again_books_only_what_failed() {
        UUID key = UUID.randomUUID();
        String body = String.join("\n", to(fund, "a", "10.00"), pays("b", "5.00"));
        Response first = send("receipt-batches", "PER_LINE", false, key, body);
        first.then().statusCode(201).body("booked", equalTo(1));
        send("receipt-batches", "PER_LINE", false, key, body)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")));
        send("receipt-batches", "PER_LINE", false, key, body + "\n")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        receipts("PER_LINE", false, to(fund, "a", "10.00"), to(fund, "b", "5.00"), to(fund, "b", "6.00"))
                .then()
                .statusCode(201)
                .body("alreadyBooked", equalTo(1))
                .body("booked", equalTo(1))
                .body("refused", equalTo(1));
        balance(town, fund).then().body("available", equalTo("15.00"));
    }

    @Test
    void every_line_hears_what_is_wrong_with_it() {
        String report = receipts(
                        "PER_LINE",
                        false,
                        "{\"ledger\": \"x\", \"amount\": \"-1\"}",
                        "not json",
                        to(fund, "ok", "1.00"),
                        to(UUID.randomUUID().toString(), "nofund", "1.00"),
                        to(fund, "future", "1.00")
                                .replace(TODAY.toString(), TODAY.plusDays(1).toString()))
                .then()
                .statusCode(201)
                .body("refused", equalTo(4))
                .extract()
                .path("id");
        finance(town.district())
                .get("/v1/receipt-batches/" + report + "/lines")
                .then()
                .body(
                        "items.problem.code",
                        contains("invalid-request", "malformed-body", "not-found", "booked-in-future"))
                .body("items[0].problem.errors", hasSize(greaterThan(3)));
        finance(town.district())
                .get("/v1/receipt-batches/" + report + "/lines?limit=2")
                .then()
                .body("items", hasSize(2))
                .body("next", notNullValue());
    }

    @Test
    void what_is_too_long_or_empty_is_refused() {
        receipts("PER_LINE", false, "").then().statusCode(422).body("code", equalTo("batch-empty"));
        receipts("PER_LINE", false, "x".repeat(70_000))
                .then()
                .statusCode(413)
                .body("code", equalTo("batch-line-too-long"));
        String many = "{}\n".repeat(10_001);
        receipts("PER_LINE", false, many).then().statusCode(413).body("code", equalTo("batch-too-long"));
    }

    @Test
    void a_table_is_read_by_its_heading() {
        String table = "ledger,payer,amount,bookedOn,bankReference,fund\r\n%s,%s,\"12.00\",%s,t-1,%s\r\n"
                .formatted(town.ledger(), town.district(), TODAY, fund);
        finance(town.district())
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID())
                .queryParam("mode", "ALL_OR_NOTHING")
                .body(table.getBytes(UTF_8))
                .post("/v1/receipt-batches")
                .then()
                .statusCode(201)
                .body("booked", equalTo(1));
        balance(town, fund).then().body("available", equalTo("12.00"));
    }

    @Test
    void other_territories_and_roles_are_refused() {
        String report = receipts("PER_LINE", false, to(fund, "a", "1.00")).path("id");
        finance(town.neighbour()).get("/v1/receipt-batches/" + report).then().statusCode(404);
        accountant(town).get("/v1/expenditure-batches/" + report).then().statusCode(404);
        Response elsewhere = lines(finance(town.neighbour()), "receipt-batches", "PER_LINE", to(fund, "b", "1.00"));
        elsewhere.then().statusCode(201).body("refused", equalTo(1));
        lines(cashier(town), "receipt-batches", "PER_LINE", to(fund, "b", "1.00"))
                .then()
                .statusCode(403);
        lines(finance(town.district()), "expenditure-batches", "PER_LINE", "{}")
                .then()
                .statusCode(403);
    }

    @Test
    void a_batch_of_expenditures_is_recorded_approved_and_paid_by_different_persons() {
        receive(town, fund, "100.00").then().statusCode(201);
        Response sent = lines(
                accountant(town),
                "expenditure-batches",
                "PER_LINE",
                spends("x-1", "30.00", "WORKING_COSTS", DIGEST),
                spends("x-2", "80.00", "WORKING_COSTS", DIGEST),
                spends("x-3", "1.00", "RECEPTION", DIGEST),
                spends("x-4", "1.00", "WORKING_COSTS", digest("nobody".getBytes(UTF_8))));
        String batch = sent.then()
                .statusCode(201)
                .body("booked", equalTo(2))
                .body("refused", equalTo(2))
                .extract()
                .path("id");
        accountant(town)
                .get("/v1/expenditure-batches/" + batch + "/lines?outcome=REFUSED")
                .then()
                .body("items.problem.code", contains("diversion-attempted", "evidence-not-uploaded"));
        lines(accountant(town), "expenditure-batches", "PER_LINE", spends("x-1", "30.00", "WORKING_COSTS", DIGEST))
                .then()
                .body("alreadyBooked", equalTo(1));

        String path = "/v1/expenditure-batches/" + batch;
        once(as("accountant", Roles.SUBDISTRICT_APPROVER, town.street()))
                .post(path + "/approval")
                .then()
                .statusCode(200)
                .body("done", equalTo(0))
                .body("refused.problem.code", contains("same-person", "same-person"));
        once(approver(town))
                .post(path + "/approval")
                .then()
                .statusCode(200)
                .body("done", equalTo(1))
                .body("refused.line", contains(2))
                .body("refused.problem.code", contains("insufficient-funds"));
        once(approver(town))
                .body(Map.of("bookedOn", TODAY))
                .post(path + "/payment")
                .then()
                .statusCode(403);
        once(cashier(town))
                .body(Map.of("bookedOn", TODAY))
                .post(path + "/payment")
                .then()
                .statusCode(200)
                .body("done", equalTo(1))
                .body("refused.problem.code", contains("expenditure-stage"));
        balance(town, fund).then().body("available", equalTo("70.00"));
    }

    /** The rates are told, for whoever compares; every database guard is on for both. */
    @Test
    void the_sums_of_a_large_batch_are_exact_and_each_entry_is_known_from_an_event_of_its_own() {
        int single = 200;
        int batched = 2_000;
        IntStream.range(0, 50).forEach(i -> receive(town, fund, "1.00").then().statusCode(201));
        long start = System.nanoTime();
        for (int i = 0; i < single; i++) {
            receive(town, fund, "1.00").then().statusCode(201);
        }
        double perSecond = single * 1e9 / (System.nanoTime() - start);
        String[] lines = IntStream.range(0, batched)
                .mapToObj(i -> to(fund, "bulk-" + i, "0.01"))
                .toArray(String[]::new);
        start = System.nanoTime();
        receipts("ALL_OR_NOTHING", false, lines).then().statusCode(201).body("booked", equalTo(batched));
        double inBatch = batched * 1e9 / (System.nanoTime() - start);
        LOG.infof("receipts a second: %.0f one by one over HTTP, %.0f in a batch", perSecond, inBatch);

        assertThat(Money.of(balance(town, fund).path("available"))).isEqualTo(Money.of("270.00"));
        String entries = "SELECT count(*) FROM entry WHERE ledger = '" + town.ledger() + "'";
        assertThat(number(entries + " AND event IS NOT NULL")).isEqualTo(50 + single + batched);
        assertThat(number("SELECT count(DISTINCT event) FROM entry WHERE ledger = '" + town.ledger() + "'"))
                .as("each entry is known from an event of its own")
                .isEqualTo(50 + single + batched);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(200, TimeUnit.MILLISECONDS)
                .until(() -> number("SELECT count(*) FROM event_outbox") == number("SELECT count(*) FROM event_log"));
    }

    private long number(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private String pays(String reference, String amount) {
        return """
                {"ledger": "%s", "payer": "%s", "amount": "%s", "bookedOn": "%s", "bankReference": "%s"}""".formatted(town.ledger(), town.district(), amount, TODAY, reference);
    }

    private String to(String fund, String reference, String amount) {
        return """
                {"ledger": "%s", "payer": "%s", "amount": "%s", "bookedOn": "%s", "bankReference": "%s", "fund": "%s"}""".formatted(town.ledger(), town.district(), amount, TODAY, reference, fund);
    }

    private String spends(String reference, String amount, String category, String evidence) {
        return """
                {"reference": "%s", "fund": "%s", "category": "%s", "amount": "%s", "payee": "某某文印店", \
                "purpose": "历史数据", "evidence": ["%s"], "bookedOn": "%s"}""".formatted(reference, fund, category, amount, evidence, TODAY);
    }

    private Response receipts(String mode, boolean dryRun, String... lines) {
        return send("receipt-batches", mode, dryRun, UUID.randomUUID(), String.join("\n", lines));
    }

    private Response send(String path, String mode, boolean dryRun, UUID key, String body) {
        return finance(town.district())
                .contentType("application/x-ndjson")
                .header("Idempotency-Key", key)
                .queryParam("mode", mode)
                .queryParam("dryRun", dryRun)
                .body(body.getBytes(UTF_8))
                .post("/v1/" + path);
    }

    private static Response lines(RequestSpecification person, String path, String mode, String... lines) {
        return person.contentType("application/x-ndjson")
                .header("Idempotency-Key", UUID.randomUUID())
                .queryParam("mode", mode)
                .body(String.join("\n", lines).getBytes(UTF_8))
                .post("/v1/" + path);
    }
}
