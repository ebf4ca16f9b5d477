package cn.shequ.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.kit.inbox.ParkedEvent.State;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import cn.shequ.localstack.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class InboxComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** After so long a rest the pool asks a connection before it hands it out: foreground-validation-interval. */
    private static final Duration POOL_TRUST = Duration.ofMillis(500);

    private static final AtomicInteger KEYS = new AtomicInteger(100);

    @Inject
    Volunteers volunteers;

    @Inject
    ParkedEvents parked;

    private final String key = "220102%06d".formatted(KEYS.incrementAndGet());
    private final String otherKey = "220103%06d".formatted(KEYS.incrementAndGet());
    private Messages messages;

    @BeforeEach
    void open() {
        messages = new Messages();
    }

    @AfterEach
    void close() {
        messages.close();
        volunteers.broken.clear();
        volunteers.notYetKnown.clear();
    }

    @Test
    void everyEventHasItsEffectOnceInTheOrderOfItsKey() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sent.add(messages.send(key));
        }
        awaitEffects(key, sent);
    }

    @Test
    void anEventThatIsDeliveredAgainHasNoSecondEffect() {
        String subject = UUID.randomUUID().toString();
        byte[] bytes = Messages.event("volunteer-registered", key, subject);
        messages.send(key, bytes);
        messages.send(key, bytes);
        String last = messages.send(key);
        messages.send(key, bytes);
        String veryLast = messages.send(key);
        awaitEffects(key, List.of(subject, last, veryLast));
    }

    @Test
    void eventsThatNobodyHandlesAreSkipped() {
        messages.send(
                key,
                Messages.event("volunteer-withdrawn", key, UUID.randomUUID().toString()));
        messages.send(
                key, Messages.event("volunteer-honoured", key, UUID.randomUUID().toString()));
        String known = messages.send(key);
        awaitEffects(key, List.of(known));
        assertThat(stateOf(key)).isEmpty();
    }

    @Test
    void anEventThatComesTooEarlyWaitsAndTheLaterOnesOfItsKeyWaitBehindIt() {
        String early = UUID.randomUUID().toString();
        volunteers.notYetKnown.add(early);
        messages.send(key, Messages.event("volunteer-registered", key, early));
        String behind = messages.send(key);
        String alsoBehind = messages.send(key);
        String free = messages.send(otherKey);

        awaitEffects(otherKey, List.of(free));
        await().atMost(PATIENCE).until(() -> parkedOf(key).size() == 3);
        assertThat(parkedOf(key))
                .extracting(ParkedEvent::state)
                .containsExactly(State.WAITING, State.BEHIND, State.BEHIND);
        assertThat(volunteers.effects(key)).isEmpty();

        volunteers.notYetKnown.remove(early);
        awaitEffects(key, List.of(early, behind, alsoBehind));
        assertThat(stateOf(key)).isEmpty();
        assertThat(messages.send(key)).satisfies(next -> awaitEffects(key, List.of(early, behind, alsoBehind, next)));
    }

    @Test
    void theTraceThatAnEventCameWithGoesOn() {
        String subject = UUID.randomUUID().toString();
        messages.send(
                key,
                Messages.event("volunteer-registered", key, subject),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        awaitEffects(key, List.of(subject));
        assertThat(volunteers.traces).containsEntry(subject, "0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void aFailureThatPassesIsNotNoticed() {
        String subject = UUID.randomUUID().toString();
        volunteers.failures.put(subject, new AtomicInteger(2));
        messages.send(key, Messages.event("volunteer-registered", key, subject));
        String next = messages.send(key);
        awaitEffects(key, List.of(subject, next));
    }

    @Test
    void aPoisonousEventIsSetAsideWithItsErrorAndBlocksOnlyItsKeyUntilItIsReplayed() {
        String poison = UUID.randomUUID().toString();
        volunteers.broken.add(poison);
        messages.send(key, Messages.event("volunteer-registered", key, poison));
        String behind = messages.send(key);
        String free = messages.send(otherKey);

        awaitEffects(otherKey, List.of(free));
        await().atMost(PATIENCE).until(() -> stateOf(key).equals(Optional.of(State.POISON)));
        assertThat(volunteers.effects(key)).isEmpty();
        assertThat(deadLetterErrors(key)).anyMatch(error -> error.contains("cannot handle " + poison));
        RestAssured.get("/q/health/ready").then().statusCode(200);
        RestAssured.get("/q/health").then().statusCode(503);
        long id = parkedOf(key).getFirst().id();

        volunteers.broken.remove(poison);
        admin().post("/v1/parked-events/" + id + "/replay").then().statusCode(202);
        awaitEffects(key, List.of(poison, behind));
        RestAssured.get("/q/health").then().statusCode(200);
        admin().post("/v1/parked-events/" + id + "/replay").then().statusCode(404);
    }

    @Test
    void whatNobodyCanReadIsPoisonousToo() {
        messages.send(key, "{\"type\":\"cn.shequ.workforce.volunteer-registered.v1\"".getBytes(UTF_8));
        await().atMost(PATIENCE).until(() -> stateOf(key).equals(Optional.of(State.POISON)));
        assertThat(deadLetterErrors(key)).hasSize(1);
        remove(key);
    }

    @Test
    void anEventThatBreaksTheContractIsPoisonous() {
        messages.send(key, Messages.event("volunteer-registered", key, "not an id with spaces"));
        await().atMost(PATIENCE).until(() -> stateOf(key).equals(Optional.of(State.POISON)));
        remove(key);
    }

    @Test
    void goesOnWhenItsDatabaseConnectionsAreCut() throws SQLException {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            sent.add(messages.send(key));
            if (i % 50 == 25) {
                cutConnections();
            }
        }
        // This test's own reads are cut as well. It looks on for as long as the pool may hand out a cut connection: the
        // next test gets none.
        await().atMost(PATIENCE)
                .during(POOL_TRUST.multipliedBy(2))
                .ignoreExceptionsInstanceOf(JdbiException.class)
                .untilAsserted(() -> {
                    assertThat(volunteers.effects(key)).isEqualTo(sent);
                    assertThat(stateOf(key)).isEmpty();
                });
    }

    @Test
    void onlyAPlatformAdministratorSeesWhatIsParkedAndNeverItsContent() {
        String early = UUID.randomUUID().toString();
        volunteers.notYetKnown.add(early);
        messages.send(key, Messages.event("volunteer-registered", key, early));
        await().atMost(PATIENCE).until(() -> !parkedOf(key).isEmpty());

        admin().get("/v1/parked-events")
                .then()
                .statusCode(200)
                .body("items.find { it.key == '" + key + "' }.state", equalTo("WAITING"))
                .body("items.find { it.key == '" + key + "' }.bytes", equalTo(null));
        RestAssured.get("/v1/parked-events").then().statusCode(401);
        as(Roles.AUDITOR).get("/v1/parked-events").then().statusCode(403);
        admin().get("/v1/parked-events?limit=0").then().statusCode(400);
        admin().get("/v1/parked-events?cursor=x").then().statusCode(400);
        volunteers.notYetKnown.remove(early);
        awaitEffects(key, List.of(early));
    }

    private void awaitEffects(String ofKey, List<String> expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(volunteers.effects(ofKey)).isEqualTo(expected));
    }

    private List<ParkedEvent> parkedOf(String ofKey) {
        return parked.after(0, 1_000).stream()
                .filter(event -> event.message().key().equals(ofKey))
                .toList();
    }

    private Optional<State> stateOf(String ofKey) {
        return parkedOf(ofKey).stream().map(ParkedEvent::state).findFirst();
    }

    private void remove(String ofKey) {
        parkedOf(ofKey).forEach(event -> parked.remove(event.id()));
    }

    private static List<String> deadLetterErrors(String ofKey) {
        return DeadLetterReader.errors(Messages.TOPIC, ofKey);
    }

    private static void cutConnections() throws SQLException {
        try (Connection superuser =
                        TestInfrastructure.addresses().requireDatabases().asSuperuser("kit");
                var statement = superuser.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity"
                    + " WHERE datname = 'kit' AND pid <> pg_backend_pid()");
        }
    }

    private static RequestSpecification admin() {
        return as(Roles.PLATFORM_ADMIN);
    }

    private static RequestSpecification as(String role) {
        return RestAssured.given().auth().oauth2(Tokens.of("inbox-" + role, List.of(role), "220100000000", null));
    }
}
