package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.events.funding.LogKeyRotated;
import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restored backup means for the log: a real copy of a real database, taken, outgrown and put back. */
class RestoredDatabaseTest {

    @TempDir
    Path outside;

    private final LogDatabase database = new LogDatabase();
    private LogSigner signer;

    @BeforeEach
    void open() {
        signer = LogParts.of(database, outside).signer();
    }

    @Test
    void afterARestoreNothingIsSignedAndHealthSaysWhy() throws SQLException, IOException {
        number(5);
        signer.checkpoint();
        database.backUp();
        number(7);
        SignedNote lost = signer.checkpoint();
        assertThat(Checkpoint.parse(lost.text()).size()).isEqualTo(12);

        database.restore();

        assertThatThrownBy(signer::checkpoint).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.code()).isEqualTo(HttpProblem.HISTORY_FORKED);
            assertThat(refused.figures()).isEqualTo(Map.of("kept", 12L, "present", 5L));
        });
        assertDown(12, 5);
        assertThat(Files.readString(outside.resolve("checkpoint"))).isEqualTo(lost.encoded());
    }

    @Test
    void anotherHistoryOfTheSameLengthOrALongerOneIsNotSignedEither() throws SQLException {
        number(5);
        database.backUp();
        number(7);
        signer.checkpoint();
        database.restore();

        number(7);
        assertThatThrownBy(signer::checkpoint).isInstanceOf(Refusal.class);
        number(100);
        assertThatThrownBy(signer::checkpoint).isInstanceOf(Refusal.class);
        assertDown(12, 112);
    }

    @Test
    void aRestoreThatLostNothingSignedGoesOn() throws SQLException {
        number(5);
        SignedNote before = signer.checkpoint();
        database.backUp();
        database.restore();
        assertThat(signer.checkpoint()).isEqualTo(before);
        number(1);
        assertThat(Checkpoint.parse(signer.checkpoint().text()).size()).isEqualTo(6);
        assertThat(health().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void whereEventsAreLostForGoodTheLogGoesOnUnderANameAndAKeyOfItsOwn() throws SQLException, IOException {
        number(5);
        signer.checkpoint();
        database.backUp();
        number(7);
        signer.checkpoint();
        database.restore();
        assertThatThrownBy(signer::checkpoint).isInstanceOf(Refusal.class);

        signer = LogParts.of(Jdbi.create(database::connect), outside, "shequ/test-log-2")
                .signer();
        assertThat(signer.trouble().orElseThrow().code()).isEqualTo(HttpProblem.LOG_ORIGIN_CHANGED);
        Files.move(outside.resolve("checkpoint"), outside.resolve("checkpoint.evidence"));
        assertThat(signer.trouble().orElseThrow().code()).isEqualTo(HttpProblem.LOG_KEY_MISSING);
        rotateTo(prepared("shequ/test-log-2"));

        Checkpoint first = Checkpoint.parse(signer.checkpoint().text());
        assertThat(first.origin()).isEqualTo("shequ/test-log-2");
        assertThat(first.size()).isEqualTo(5);
        assertThat(health().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    private NoteKey prepared(String origin) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, UTF_8);
        String file = outside.resolve("keys/new.pem").toString();
        assertThat(PrepareKey.run(new String[] {file, origin}, to, to)).isZero();
        return NoteKey.parse(said.toString(UTF_8));
    }

    /** What the operation does in its transaction, without a service around it. */
    private void rotateTo(NoteKey key) {
        Instant now = Instant.now();
        try (Handle handle = database.open()) {
            handle.useTransaction(sql -> {
                LogDatabase.insert(
                        sql,
                        new LogKeyRotated(
                                key.name(), "220100000000", key.hash(), key.publicKey(), "00000000", now, now));
                sql.execute(
                        "INSERT INTO log_key (number, key_hash, key, signs_from, previous_until, event)"
                                + " VALUES (1, ?, ?, now(), now(), currval('event_outbox_id_seq'))",
                        key.hash(),
                        key.toString());
            });
        }
    }

    private void assertDown(long kept, long present) {
        HealthCheckResponse answer = health();
        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(answer.getData())
                .isEqualTo(Optional.of(Map.of(
                        "reason", "history-forked", "kept", String.valueOf(kept), "present", String.valueOf(present))));
    }

    private HealthCheckResponse health() {
        return new LogHistoryHealth(signer).call();
    }

    private void number(int events) {
        database.commitAndNumber(events);
    }
}
