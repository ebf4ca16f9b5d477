package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.Calls.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.commitment.LastDays;
import cn.shequ.funding.fund.FundPurpose;
import cn.shequ.funding.fund.FundSource;
import cn.shequ.funding.fund.FundTerms;
import cn.shequ.funding.fund.Funds;
import cn.shequ.kit.RandomCases;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random commands, lawful and unlawful, from many clients at once. Each client has a ledger and a model of it, so every
 * single answer is known before; what all clients do to one shared fund is known in sum.
 */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class LedgerModelComponentTest {

    private static final int CASES = 3;
    private static final int CLIENTS = 6;
    private static final int COMMANDS = 80;
    private static final int SHARED = 4;
    private static final LocalDate NEXT_YEAR = TODAY.plusYears(1);

    @Inject
    Towns towns;

    @Inject
    Funds funds;

    @Inject
    Books books;

    @Inject
    LastDays lastDays;

    @TestHTTPResource("/")
    URI service;

    @Test
    @Tag("art-16-allows")
    @Tag("art-16-refuses")
    void the_service_does_what_the_model_does_and_refuses_what_the_model_refuses() {
        RandomCases.forAll(CASES, this::manyClientsAtOnce);
    }

    private void manyClientsAtOnce(RandomGenerator random) {
        Office office = new Office(service);
        SharedFund shared = sharedFund(office);
        List<Client> clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> client(office, random.nextLong()))
                .toList();
        List<Callable<Void>> work = clients.stream()
                .<Callable<Void>>map(client -> () -> {
                    for (int i = 0; i < SHARED; i++) {
                        client.work(COMMANDS / SHARED);
                        shared.work();
                    }
                    return null;
                })
                .toList();
        allOf(work);
        books.awaitNumbered();
        long logSize = books.logSize();
        clients.forEach(client -> requireAsModelled(client, logSize));
        books.requireBalanced(shared.ledger());
        books.requireDaysOfPostings(shared.ledger());
        books.requireDivisionsOfPostings(shared.ledger());
        shared.requireSum(books);
    }

    private Client client(Office office, long seed) {
        Town town = towns.build();
        String community = town.community().value();
        List<FundModel> opened = List.of(
                fund(town.ledger(), FundSource.DISTRICT, FundPurpose.WORKING_COSTS, "", NEXT_YEAR),
                fund(town.ledger(), FundSource.DISTRICT, FundPurpose.WORKING_COSTS, "", TODAY.minusDays(30)),
                fund(town.ledger(), FundSource.DISTRICT, FundPurpose.WORKING_COSTS, community, NEXT_YEAR),
                fund(town.ledger(), FundSource.CITY, FundPurpose.TRAINING, "", NEXT_YEAR));
        Clerk clerk = new Clerk(
                office,
                town,
                new LedgerModel(TODAY, opened),
                new Chance(RandomGeneratorFactory.of("L64X128MixRandom").create(seed)));
        return new Client(
                clerk,
                lastDays,
                fund(town.pool(), FundSource.DISTRICT, FundPurpose.WORKING_COSTS, "", NEXT_YEAR),
                () -> books.awaitVouchers(town.ledger()));
    }

    private SharedFund sharedFund(Office office) {
        Town town = towns.build();
        FundModel fund = fund(town.ledger(), FundSource.DISTRICT, FundPurpose.WORKING_COSTS, "", NEXT_YEAR);
        return new SharedFund(office, town, fund.id);
    }

    /** @param community for which it is; empty when it is for all */
    private FundModel fund(String ledger, FundSource source, FundPurpose purpose, String community, LocalDate spendBy) {
        FundTerms terms = FundTerms.of(
                UUID.fromString(ledger),
                source,
                purpose,
                community.isEmpty() ? null : DivisionCode.of(community),
                TODAY.getYear(),
                spendBy,
                null);
        UUID id = QuarkusTransaction.requiringNew()
                .call(() -> funds.open(List.of(terms), "model").getFirst());
        return new FundModel(
                id,
                new FundModel.Terms(
                        source.name(),
                        FundModel.use(purpose.name(), community),
                        purpose.allows().stream().map(Enum::name).collect(Collectors.toSet()),
                        spendBy));
    }

    private void requireAsModelled(Client client, long logSize) {
        String ledger = client.ledger();
        books.requireBalanced(ledger);
        books.requireDaysOfPostings(ledger);
        books.requireDivisionsOfPostings(ledger);
        books.requireClosedPeriodsUntouched(ledger);
        Replay replayed = books.replay(ledger);
        assertThat(replayed.bank)
                .as("the bank account by the log")
                .isEqualTo(client.model().bank());
        for (FundModel fund : client.model().funds) {
            assertThat(books.closings(fund.id)).as("the fund's days").isEqualTo(fund.closings());
            assertThat(replayed.spent.getOrDefault(fund.id.toString(), 0L))
                    .as("spent by the log")
                    .isEqualTo(fund.spent());
            requireBalance(client, fund, "");
            requireBalance(client, fund, "&knownAt=" + (logSize - 1));
        }
    }

    /** Tomorrow included, when some reservations ended. */
    private static void requireBalance(Client client, FundModel fund, String knownAt) {
        Office.Answer balance = client.get("/v1/funds/" + fund.id + "/balance?bookedOn=" + TODAY.plusDays(1) + knownAt);
        assertThat(balance.status()).as(() -> balance.body().toString()).isEqualTo(200);
        assertThat(List.of("available", "reserved", "committed", "payable", "applied", "receivable"))
                .extracting(account -> balance.body().path(account).asText())
                .as("the fund's balance" + knownAt)
                .containsExactly(
                        yuan(fund.total(FundModel.Pot.AVAILABLE)),
                        yuan(fund.total(FundModel.Pot.RESERVED)),
                        yuan(fund.total(FundModel.Pot.COMMITTED)),
                        yuan(fund.total(FundModel.Pot.PAYABLE)),
                        yuan(fund.spent()),
                        yuan(fund.receivable()));
    }

    private static String yuan(long fen) {
        return Money.ofFen(fen).toString();
    }

    private static void allOf(List<Callable<Void>> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> each : threads.invokeAll(work)) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AssertionError failure ? failure : new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
