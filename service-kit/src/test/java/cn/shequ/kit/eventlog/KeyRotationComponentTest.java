package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.shequ.events.funding.LogKeyRotated;
import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class KeyRotationComponentTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final String CITY = "220100000000";

    @Inject
    LogKeys keys;

    @Inject
    LogSigner signer;

    @Inject
    EventLogConfig config;

    @Inject
    LogTree tree;

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    @Test
    void duringTheOverlapBothKeysSignEveryCheckpointAndAfterItOnlyTheNewOne() throws IOException {
        NoteKey old = signer.key();
        NoteKey fresh = prepare();
        KeyRotation rotation = rotate(fresh, MONTH);
        SignedNote during = signer.checkpoint();
        assertThat(old.signed(during)).isTrue();
        assertThat(fresh.signed(during)).isTrue();

        SignedNote after = at(rotation.overlapUntil()).checkpoint();
        assertThat(fresh.signed(after)).isTrue();
        assertThat(old.signed(after)).isFalse();
        assertThat(after.signatures()).hasSize(1);
        assertThat(keys.all()).extracting(LogKey::key).contains(old, fresh);
    }

    @Test
    void theRotationIsAnnouncedInTheLogInTheSameAct() throws IOException {
        NoteKey fresh = prepare();
        KeyRotation rotation = rotate(fresh, MONTH);
        LogKey announced = await().atMost(Duration.ofSeconds(60))
                .until(() -> keys.all().getLast(), key -> key.announcedBy() != null);
        String event = jdbi.withHandle(
                handle -> handle.createQuery("SELECT convert_from(bytes, 'UTF8') FROM event_log WHERE sequence = :n")
                        .bind("n", announced.announcedBy())
                        .mapTo(String.class)
                        .one());
        assertThat(event)
                .contains("\"keyHash\":\"" + fresh.hash() + "\"", "\"publicKey\":\"" + fresh.publicKey() + "\"")
                .contains("\"previousKeyHash\":\"" + rotation.previous().hash() + "\"");
    }

    @Test
    void aRotationThatDiesBeforeItsEndNeverWas() throws IOException {
        NoteKey before = signer.key();
        NoteKey fresh = prepare();
        long events = count("event_outbox");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    keys.rotate(fresh.hash(), MONTH, KeyRotationComponentTest::announcement);
                    throw new IllegalStateException("killed before the commit");
                }))
                .hasMessage("killed before the commit");
        assertThat(signer.key()).isEqualTo(before);
        assertThat(count("event_outbox")).isEqualTo(events);
        assertThat(fresh.signed(signer.checkpoint())).isFalse();

        rotate(fresh, MONTH);
        assertThat(signer.key()).isEqualTo(fresh);
    }

    @Test
    void toldAgainARotationSaysWhatWasDoneTheFirstTime() throws IOException {
        NoteKey fresh = prepare();
        KeyRotation first = rotate(fresh, MONTH);
        long events = count("event_outbox");
        assertThat(rotate(fresh, Duration.ZERO)).isEqualTo(first);
        assertThat(count("event_outbox")).isEqualTo(events);
    }

    @Test
    void manyWhoRotateAtOnceRotateOnce() throws Exception {
        NoteKey fresh = prepare();
        int before = keys.all().size();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<KeyRotation> one = () -> rotate(fresh, MONTH);
            List<Future<KeyRotation>> done = all.invokeAll(List.of(one, one, one, one));
            assertThat(done)
                    .extracting(Future::resultNow)
                    .containsOnly(done.getFirst().resultNow());
        }
        assertThat(keys.all()).hasSize(before + 1);
    }

    @Test
    void aKeyThatWasReplacedNeverSignsAgainAndOneThatIsNotThereNeverSigns() throws IOException {
        NoteKey old = signer.key();
        rotate(prepare(), Duration.ZERO);
        assertThat(old.signed(signer.checkpoint())).isFalse();
        assertThatThrownBy(() -> rotate(old, MONTH))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(HttpProblem.LOG_KEY_RETIRED));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .call(() -> keys.rotate("00000000", MONTH, KeyRotationComponentTest::announcement)))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.code()).isEqualTo(HttpProblem.LOG_KEY_NOT_PREPARED);
                    assertThat(refused.figures()).containsEntry("keyHash", "00000000");
                });
    }

    @Test
    void aProcessWithoutTheKeySignsNothingAndSaysWhichOneItMisses() throws IOException {
        NoteKey fresh = prepare();
        rotate(fresh, MONTH);
        Path file = config.keyDirectory().resolve(fresh.hash() + ".pem");
        Path away = Files.move(file, file.resolveSibling("away"));
        try {
            assertThatThrownBy(signer::checkpoint).isInstanceOfSatisfying(Refusal.class, refused -> {
                assertThat(refused.code()).isEqualTo(HttpProblem.LOG_KEY_MISSING);
                assertThat(refused.figures()).containsEntry("keyHash", fresh.hash());
            });
            assertThat(signer.trouble()).isPresent();
        } finally {
            Files.move(away, file);
        }
        assertThat(fresh.signed(signer.checkpoint())).isTrue();
    }

    @Test
    void theDatabaseTakesNoKeyThatNoEventAnnounces() throws IOException {
        NoteKey fresh = prepare();
        String insert = "INSERT INTO log_key (number, key_hash, key, signs_from, previous_until, event) VALUES"
                + " ((SELECT count(*) FROM log_key) + %d, '%s', '%s', now(), now(), %s)";
        String anyEvent = "(SELECT min(id) FROM event_outbox WHERE type NOT LIKE '%log-key%')";
        signer.key();
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> LogDatabase.insert(handle, LogDatabase.anyEvent())));
        for (String forbidden : List.of(
                insert.formatted(0, fresh.hash(), fresh, anyEvent),
                insert.formatted(0, fresh.hash(), fresh, "NULL"),
                insert.formatted(1, fresh.hash(), fresh, anyEvent),
                insert.formatted(0, "00000000", fresh, anyEvent),
                "UPDATE log_key SET signs_from = now()",
                "DELETE FROM log_key",
                "TRUNCATE log_key")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(forbidden)))
                    .as(forbidden)
                    .hasMessageMatching("(?s).*(violates|permission denied|not announced|does not follow).*");
        }
    }

    private KeyRotation rotate(NoteKey key, Duration overlap) {
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.rotate(key.hash(), overlap, KeyRotationComponentTest::announcement));
    }

    private static LogKeyRotated announcement(KeyRotation rotation) {
        return new LogKeyRotated(
                rotation.key().name(),
                CITY,
                rotation.key().hash(),
                rotation.key().publicKey(),
                rotation.previous().hash(),
                rotation.signsFrom(),
                rotation.overlapUntil());
    }

    /** Lays a new key ready, as the operator does. */
    private NoteKey prepare() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, UTF_8);
        Path made = config.keyDirectory().resolve(UUID.randomUUID() + ".new");
        assertThat(PrepareKey.run(new String[] {made.toString(), config.origin()}, to, to))
                .isZero();
        NoteKey key = NoteKey.parse(said.toString(UTF_8));
        Files.move(made, made.resolveSibling(key.hash() + ".pem"));
        return key;
    }

    /** The service at another time, with a place of its own for what it signs. */
    private LogSigner at(Instant moment) throws IOException {
        EventLogConfig itsOwn = LogSettings.of(
                "kit",
                java.util.Map.of(
                        "shequ.event-log.checkpoint-file",
                        Files.createTempDirectory("signed")
                                .resolve("checkpoint")
                                .toString(),
                        "SHEQU_DATA_DIR",
                        "target/elsewhere"));
        return new LogSigner(itsOwn, tree, keys, Clock.fixed(moment, clock.getZone()));
    }

    private long count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }
}
