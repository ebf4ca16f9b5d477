package cn.shequ.funding.ledger;

import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class VoucherComponentTest {

    private static final String NUMBER = "SELECT number_vouchers(1000)";

    @Inject
    Towns towns;

    /** So an export never shows an entry without its number because somebody else was just numbering. */
    @Test
    void whoNumbersWhileAnotherDoesWaitsAndLeavesNothingWithoutNumber() throws Exception {
        Town town = towns.build();
        String fund = aFund(town);
        try (RuntimeRole first = RuntimeRole.connect();
                RuntimeRole second = RuntimeRole.connect()) {
            first.text(NUMBER);
            receive(town, fund, "10.00").then().statusCode(201);
            assertThat(waiting(town)).isEqualTo("1");
            CompletableFuture<Void> numbered = CompletableFuture.runAsync(() -> numberAndCommit(second));
            awaitWaiting(second);
            first.commit();
            numbered.get(30, TimeUnit.SECONDS);
            assertThat(waiting(town)).isEqualTo("0");
        }
    }

    private static void numberAndCommit(RuntimeRole sql) {
        try {
            sql.text(NUMBER);
            sql.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitWaiting(RuntimeRole sql) throws SQLException {
        int process = sql.process();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            try (RuntimeRole onlooker = RuntimeRole.connect()) {
                return "1"
                        .equals(onlooker.text("SELECT count(*) FROM pg_locks WHERE pid = ? AND NOT granted", process));
            }
        });
    }

    private static String waiting(Town town) throws SQLException {
        try (RuntimeRole onlooker = RuntimeRole.connect()) {
            return onlooker.text("""
                    SELECT count(*) FROM unnumbered_entry u JOIN entry e ON e.id = u.entry
                    WHERE e.ledger = ?::uuid""", town.ledger());
        }
    }
}
