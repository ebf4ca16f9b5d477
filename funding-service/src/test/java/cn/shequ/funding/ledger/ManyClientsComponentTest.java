package cn.shequ.funding.ledger;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.fund.FundPurpose;
import cn.shequ.funding.fund.FundSource;
import cn.shequ.funding.fund.FundTerms;
import cn.shequ.funding.fund.Funds;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 10,000 postings from 64 clients: a receipt has two of them. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class ManyClientsComponentTest {

    private static final Logger LOG = Logger.getLogger(ManyClientsComponentTest.class);
    private static final int CLIENTS = 64;
    private static final int RECEIPTS = 5_000;

    @Inject
    Towns towns;

    @Inject
    Funds funds;

    @Inject
    Jdbi jdbi;

    @TestHTTPResource("/v1/receipts")
    URI receipts;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
    private Town town;
    private String token;

    @BeforeEach
    void build() {
        town = towns.build();
        token = Tokens.of(
                "finance", List.of(Roles.FINANCE_OFFICER), town.district().value(), null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void sums_are_exact_nobody_sees_a_conflict_and_the_log_has_no_gap(int howMany) throws Exception {
        List<UUID> opened = QuarkusTransaction.requiringNew().call(() -> funds.open(terms(howMany), "test"));
        Map<UUID, Money> sent = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        List<Integer> answers = inParallel(RECEIPTS, i -> {
            UUID fund = opened.get(i % howMany);
            Money amount = Money.ofFen(1 + (i * 7919L) % 100_000);
            sent.merge(fund, amount, Money::plus);
            return take(fund, amount, i);
        });
        LOG.infof(
                "%d postings on %d funds from %d clients: %d ms",
                2 * RECEIPTS, howMany, CLIENTS, (System.nanoTime() - start) / 1_000_000);

        assertThat(answers.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .as("answers by status")
                .isEqualTo(Map.of(201, (long) RECEIPTS));
        Map<UUID, Money> available = jdbi.withHandle(handle -> handle
                .createQuery("SELECT fund, available AS amount FROM fund_day WHERE fund = ANY(:funds)")
                .bind("funds", opened.toArray(UUID[]::new))
                .map((row, context) ->
                        Map.entry(row.getObject("fund", UUID.class), new Money(row.getBigDecimal("amount"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(available).isEqualTo(sent);
        assertThat(number("SELECT count(*) FROM posting p JOIN entry e ON e.id = p.entry WHERE e.ledger = '"
                        + town.ledger() + "'"))
                .isEqualTo(2L * RECEIPTS);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> number("SELECT count(*) FROM event_outbox") == number("SELECT count(*) FROM event_log"));
        assertThat(number("SELECT max(sequence) + 1 - count(*) FROM event_log"))
                .as("numbers that are left out")
                .isZero();
        await().atMost(Duration.ofSeconds(60)).until(() -> vouchers() == RECEIPTS);
        assertThat(number("SELECT max(number) FROM voucher WHERE ledger = '" + town.ledger() + "'"))
                .isEqualTo(RECEIPTS);
    }

    @Test
    void many_approvers_at_once_never_reserve_more_than_there_is() throws Exception {
        String fund = aFund(town);
        receive(town, fund, "1000.00").then().statusCode(201);
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            wanted.add(recorded(town, fund, "100.00"));
        }
        List<Integer> answers =
                inParallel(wanted.size(), i -> approve(town, wanted.get(i)).statusCode());
        assertThat(answers).filteredOn(status -> status == 200).hasSize(10);
        assertThat(answers).containsOnly(200, 422);
        balance(town, fund).then().body("available", equalTo("0.00")).body("committed", equalTo("1000.00"));
        as("auditor", Roles.AUDITOR, town.city())
                .get("/v1/funds/" + fund)
                .then()
                .statusCode(200);
        assertThat(once(as("auditor", Roles.AUDITOR, town.city()))
                        .post("/v1/receipts")
                        .statusCode())
                .isEqualTo(403);
    }

    private List<FundTerms> terms(int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(i -> FundTerms.of(
                        UUID.fromString(town.ledger()),
                        FundSource.DISTRICT,
                        FundPurpose.WORKING_COSTS,
                        null,
                        TODAY.getYear(),
                        TODAY.plusYears(1),
                        null))
                .toList();
    }

    private int take(UUID fund, Money amount, int line) throws Exception {
        String body = """
                {"ledger": "%s", "payer": "%s", "amount": "%s", "bookedOn": "%s", "bankReference": "%d", "fund": "%s"}""".formatted(town.ledger(), town.district(), amount, TODAY, line, fund);
        HttpRequest request = HttpRequest.newBuilder(receipts)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", town.ledger() + line)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private interface Call {
        int make(int index) throws Exception;
    }

    private static List<Integer> inParallel(int calls, Call call) throws Exception {
        Semaphore clients = new Semaphore(CLIENTS);
        List<Callable<Integer>> all = IntStream.range(0, calls)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    clients.acquire();
                    try {
                        return call.make(i);
                    } finally {
                        clients.release();
                    }
                })
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(all).stream().map(Future::resultNow).toList();
        }
    }

    private long vouchers() {
        return number("SELECT count(*) FROM voucher WHERE ledger = '" + town.ledger() + "'");
    }

    private long number(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
