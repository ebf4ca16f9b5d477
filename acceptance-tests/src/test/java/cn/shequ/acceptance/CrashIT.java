package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.flow.AdmissionScene;
import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.FlowBroken;
import cn.shequ.localstack.flow.PaymentScene;
import cn.shequ.localstack.flow.Places;
import cn.shequ.localstack.up.KillableSuite;
import cn.shequ.localstack.up.SuiteService;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes are killed without a word while the money of an admitted task comes in. Whoever pays insists, as a client
 * of a city would, with the same idempotency key; in the end every effect is there, and once.
 */
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final int PAID_BEFORE_THE_CRASH = 3;
    private static final String EACH = "5500.00";

    private final KillableSuite suite = SuiteUnderTest.processes();
    private final LocalDate today = SuiteUnderTest.story().today();
    private final City city =
            new City(suite.gateway(), SuiteUnderTest.tokens(), UUID.randomUUID().toString(), "en");

    @ParameterizedTest
    @EnumSource
    void aServiceThatIsKilledLosesAndDoublesNothing(SuiteService victim) throws Exception {
        payWhile(() -> {
            suite.services().kill(victim);
            suite.services().awaitReady(victim);
        });
    }

    @Test
    void aBrokerThatIsKilledLosesAndDoublesNothing() throws Exception {
        payWhile(() -> {
            suite.kill(Part.KAFKA);
            suite.restart(Part.KAFKA);
        });
    }

    @Test
    @Tag("art-5-allows")
    void aDatabaseThatIsKilledLosesAndDoublesNothing() throws Exception {
        payWhile(() -> {
            suite.kill(Part.POSTGRES);
            suite.restart(Part.POSTGRES);
        });
    }

    /** What happens in the middle. */
    private interface Crash {
        void happen() throws IOException;
    }

    private void payWhile(Crash crash) throws Exception {
        SuiteUnderTest.story().signed();
        AdmissionScene.Signed signed = AdmissionScene.apply(city, today);
        Map<String, JsonNode> obligations = PaymentScene.obligations(city, signed);
        CountDownLatch someArePaid = new CountDownLatch(PAID_BEFORE_THE_CRASH);

        CompletableFuture<Void> payer =
                CompletableFuture.runAsync(() -> obligations.forEach((community, obligation) -> {
                    insist(() -> pay(obligation));
                    someArePaid.countDown();
                }));
        assertThat(someArePaid.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        crash.happen();
        payer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(FlowBroken.class).untilAsserted(() -> {
            assertThat(AdmissionScene.placements(city, signed.application()).values())
                    .extracting(placement -> placement.path("stage").asText())
                    .hasSize(obligations.size())
                    .containsOnly("ACTIVE");
            assertThat(PaymentScene.obligations(city, signed).values())
                    .allSatisfy(obligation ->
                            assertThat(obligation.path("paid").asText()).isEqualTo(EACH));
            for (JsonNode obligation : obligations.values()) {
                assertThat(available(obligation.path("fund").asText())).isEqualTo(EACH);
            }
        });
    }

    private Answer pay(JsonNode obligation) {
        String id = obligation.path("id").asText();
        return city.as("finance-nanguan")
                .post(
                        "/funding/v1/receipts",
                        Map.of(
                                "ledger",
                                obligation.path("ledger").asText(),
                                "payer",
                                Places.HEALTH,
                                "amount",
                                EACH,
                                "bookedOn",
                                today.toString(),
                                "bankReference",
                                "crash-" + id,
                                "settles",
                                java.util.List.of(Map.of("obligation", id, "amount", EACH))))
                .expect(201);
    }

    private String available(String fund) {
        return city.as("finance-nanguan")
                .get("/funding/v1/funds/" + fund + "/balance")
                .expect(200)
                .text("/available");
    }

    private static void insist(Supplier<Answer> command) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(FlowBroken.class)
                .until(() -> command.get().status() == 201);
    }
}
