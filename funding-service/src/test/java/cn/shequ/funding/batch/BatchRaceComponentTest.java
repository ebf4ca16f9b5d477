package cn.shequ.funding.batch;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.recorded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.ledger.RuntimeRole;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An expenditure is recorded once under its reference, whoever else sends it at the same moment (Art. 16). */
@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class BatchRaceComponentTest {

    private static final int LINES = 300;
    private static final int SENDERS = 4;

    @Inject
    Towns towns;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = aFund(town);
        receive(town, fund, "1000.00").then().statusCode(201);
    }

    @Test
    void who_comes_second_is_asked_to_come_again_and_then_hears_that_it_is_recorded() throws Exception {
        String like = recorded(town, fund, "1.00");
        UUID key = UUID.randomUUID();
        String lines = spends("a", "1.00") + "\n" + spends("b", "1.00");
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
                RuntimeRole first = RuntimeRole.connect()) {
            record(first, like, "a");
            Future<Response> second = others.submit(() -> send(key, lines));
            awaitWaitingFor(first);
            first.commit();
            second.get(30, TimeUnit.SECONDS)
                    .then()
                    .statusCode(409)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("busy"));
        }
        send(key, lines)
                .then()
                .statusCode(201)
                .body("alreadyBooked", equalTo(1))
                .body("booked", equalTo(1));
        assertThat(recordedUnderReferences()).isEqualTo(2);
    }

    @Test
    void batches_sent_at_once_record_every_reference_once() throws Exception {
        String lines = IntStream.range(0, LINES)
                .mapToObj(i -> spends("x-" + i, "0.01"))
                .collect(Collectors.joining("\n"));
        CyclicBarrier together = new CyclicBarrier(SENDERS);
        Callable<Response> sender = () -> {
            UUID key = UUID.randomUUID();
            together.await(30, TimeUnit.SECONDS);
            return await().atMost(Duration.ofSeconds(60))
                    .until(() -> send(key, lines), answer -> answer.statusCode() != 409);
        };
        List<Response> answers;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = senders
                    .invokeAll(IntStream.range(0, SENDERS).mapToObj(i -> sender).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
        answers.forEach(answer -> answer.then().statusCode(201).body("refused", equalTo(0)));
        assertThat(answers.stream().mapToInt(answer -> answer.path("booked")).sum())
                .isEqualTo(LINES);
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.path("alreadyBooked"))
                        .sum())
                .isEqualTo((SENDERS - 1) * LINES);
        assertThat(recordedUnderReferences()).isEqualTo(LINES);
    }

    @Test
    void another_expenditure_under_a_reference_that_is_taken_is_refused() throws SQLException {
        send(UUID.randomUUID(), spends("a", "1.00")).then().statusCode(201).body("booked", equalTo(1));
        String report = send(
                        UUID.randomUUID(),
                        spends("a", "2.00") + "\n" + spends("b", "3.00") + "\n" + spends("b", "3.00"))
                .then()
                .statusCode(201)
                .body("booked", equalTo(1))
                .body("refused", equalTo(2))
                .extract()
                .path("id");
        accountant(town)
                .get("/v1/expenditure-batches/" + report + "/lines?outcome=REFUSED")
                .then()
                .body("items.line", contains(1, 3))
                .body("items.problem.code", contains("expenditure-reference-taken", "expenditure-reference-taken"))
                .body("items.problem.figures.reference", contains("a", "b"));
        String like = recorded(town, fund, "1.00");
        assertThatThrownBy(() -> RuntimeRole.attempt(sql -> record(sql, like, "a")))
                .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState())
                        .isEqualTo("23505"));
    }

    private static void record(RuntimeRole sql, String like, String reference) throws SQLException {
        sql.run("""
                INSERT INTO expenditure (id, ledger, fund, category, amount, booked_on, evidence, approvals_needed, rule,
                                         commitment, reference, made_by, made_at)
                SELECT ?, ledger, fund, category, amount, booked_on, '{}', approvals_needed, rule, commitment, ?, made_by,
                       made_at
                FROM expenditure WHERE id = ?::uuid""", UUID.randomUUID(), reference, like);
    }

    private static void awaitWaitingFor(RuntimeRole first) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            try (RuntimeRole sql = RuntimeRole.connect()) {
                return "1"
                        .equals(sql.text(
                                "SELECT count(*) FROM pg_stat_activity WHERE ? = ANY(pg_blocking_pids(pid))",
                                first.process()));
            }
        });
    }

    private int recordedUnderReferences() throws SQLException {
        try (RuntimeRole sql = RuntimeRole.connect()) {
            return Integer.parseInt(
                    sql.text("SELECT count(*) FROM expenditure WHERE fund = ?::uuid AND reference IS NOT NULL", fund));
        }
    }

    private String spends(String reference, String amount) {
        return """
                {"reference": "%s", "fund": "%s", "category": "WORKING_COSTS", "amount": "%s", "payee": "某某文印店", \
                "purpose": "历史数据", "evidence": [], "bookedOn": "%s"}""".formatted(reference, fund, amount, TODAY);
    }

    private Response send(UUID key, String lines) {
        return accountant(town)
                .contentType("application/x-ndjson")
                .header("Idempotency-Key", key)
                .queryParam("mode", "PER_LINE")
                .body(lines.getBytes(UTF_8))
                .post("/v1/expenditure-batches");
    }
}
