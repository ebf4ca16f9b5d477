package cn.shequ.funding.batch;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.receive;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Debts;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.ledger.RuntimeRole;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The most lines that a batch may have are answered in the time that a transaction has, and hold up nobody elsewhere. */
@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class BatchLimitComponentTest {

    private static final Logger LOG = Logger.getLogger(BatchLimitComponentTest.class);
    private static final int FUNDS = 20;
    private static final int OWED = 2_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(Batches.MOST_SECONDS);

    @Inject
    Towns towns;

    @Inject
    Debts debts;

    private Town town;
    private List<String> funds;

    @BeforeEach
    void build() {
        town = towns.build();
        funds = IntStream.range(0, FUNDS).mapToObj(i -> aFund(town)).toList();
    }

    /** Half of them pay what is owed, each a part of one or two obligations; the others are for one of many funds. */
    @Test
    void as_many_receipts_as_a_batch_may_have_are_booked_in_time() throws Exception {
        UUID owed = debts.owesOften(town, OWED, "1.00", TODAY);
        String lines = lines(
                LineReading.MOST_LINES,
                i -> i % 2 == 0
                        ? receipt(i, "0.40", "")
                        : receipt(i, "0.03", ", \"fund\": \"%s\"".formatted(funds.get(i / 2 % FUNDS))));
        answeredInTime(BatchKind.RECEIPTS, finance(town.district()), "/v1/receipt-batches", "finance", lines);
        balance(town, owed.toString()).then().body("available", equalTo("2000.00"));
        balance(town, funds.getLast()).then().body("available", equalTo("7.50"));
        assertThat(number("SELECT count(*) FROM obligation WHERE fund = ? AND paid = amount_due", owed))
                .isEqualTo(OWED);
    }

    @Test
    void as_many_expenditures_as_a_batch_may_have_are_recorded_in_time() throws Exception {
        funds.forEach(fund -> receive(town, fund, "1.00").then().statusCode(201));
        String lines = lines(LineReading.MOST_LINES, this::expenditure);
        answeredInTime(BatchKind.EXPENDITURES, accountant(town), "/v1/expenditure-batches", "accountant", lines);
        assertThat(number("SELECT count(*) FROM expenditure WHERE fund = ?::uuid", funds.getFirst()))
                .isEqualTo(LineReading.MOST_LINES / FUNDS);
    }

    @Test
    void one_line_more_is_refused_and_nothing_of_it_is_booked() {
        send(
                        finance(town.district()),
                        "/v1/receipt-batches",
                        UUID.randomUUID(),
                        lines(
                                LineReading.MOST_LINES + 1,
                                i -> receipt(i, "0.01", ", \"fund\": \"%s\"".formatted(funds.getFirst()))))
                .then()
                .statusCode(413)
                .body("code", equalTo("batch-too-long"))
                .body("figures.most", equalTo(LineReading.MOST_LINES));
        send(
                        accountant(town),
                        "/v1/expenditure-batches",
                        UUID.randomUUID(),
                        lines(LineReading.MOST_LINES + 1, this::expenditure))
                .then()
                .statusCode(413)
                .body("code", equalTo("batch-too-long"));
        balance(town, funds.getFirst()).then().body("available", equalTo("0.00"));
    }

    /**
     * Sends it, stops it with everything written and nothing committed, and books something else meanwhile: whoever holds the
     * batch's key in the report, uncommitted, is waited for at the very end.
     */
    private void answeredInTime(BatchKind kind, RequestSpecification person, String path, String subject, String lines)
            throws Exception {
        String elsewhere = aFund(town);
        UUID key = UUID.randomUUID();
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
                RuntimeRole stopping = RuntimeRole.connect()) {
            stopping.run("""
                    INSERT INTO batch VALUES (?, ?, 'PER_LINE', false, ?, ?, '', 0, 0, 0, 0, 0, ?, now())""", UUID.randomUUID(), kind.name(), town.street().value(), key.toString(), subject);
            long start = System.nanoTime();
            Future<Response> sent = others.submit(() -> send(person, path, key, lines));
            awaitWaitingFor(stopping);
            receive(town, elsewhere, "1.00").then().statusCode(201);
            assertThat(sent.isDone()).as("the batch is still on its way").isFalse();
            stopping.rollback();
            sent.get(2 * TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                    .then()
                    .statusCode(201)
                    .body("booked", equalTo(LineReading.MOST_LINES));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            LOG.infof("%d lines of %s: %d ms", LineReading.MOST_LINES, kind, took.toMillis());
        }
    }

    private void awaitWaitingFor(RuntimeRole stopping) {
        await().atMost(TIMEOUT).until(() -> {
            try (RuntimeRole sql = RuntimeRole.connect()) {
                return "1"
                        .equals(sql.text(
                                "SELECT count(*) FROM pg_stat_activity WHERE ? = ANY(pg_blocking_pids(pid))",
                                stopping.process()));
            }
        });
    }

    private static long number(String query, Object about) throws SQLException {
        try (RuntimeRole sql = RuntimeRole.connect()) {
            return Long.parseLong(sql.text(query, about));
        }
    }

    private static String lines(int howMany, IntFunction<String> line) {
        return IntStream.range(0, howMany).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private String receipt(int number, String amount, String fund) {
        return """
                {"ledger": "%s", "payer": "%s", "amount": "%s", "bookedOn": "%s", "bankReference": "limit-%d"%s}""".formatted(town.ledger(), town.district(), amount, TODAY, number, fund);
    }

    private String expenditure(int number) {
        return """
                {"reference": "limit-%d", "fund": "%s", "category": "WORKING_COSTS", "amount": "0.01", \
                "payee": "某某文印店", "purpose": "历史数据", "evidence": ["%s"], "bookedOn": "%s"}""".formatted(number, funds.get(number % FUNDS), DIGEST, TODAY);
    }

    private static Response send(RequestSpecification person, String path, UUID key, String lines) {
        return person.contentType("application/x-ndjson")
                .header("Idempotency-Key", key)
                .queryParam("mode", "PER_LINE")
                .body(lines.getBytes(UTF_8))
                .post(path);
    }
}
