package cn.shequ.kit.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
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
    void aPersonWhoDecidedPutsTheKeptCheckpointAsideAndANewHistoryBegins() throws SQLException, IOException {
        number(5);
        database.backUp();
        number(7);
        signer.checkpoint();
        database.restore();
        assertThatThrownBy(signer::checkpoint).isInstanceOf(Refusal.class);

        Files.move(outside.resolve("checkpoint"), outside.resolve("checkpoint.2026-06-01"));

        assertThat(Checkpoint.parse(signer.checkpoint().text()).size()).isEqualTo(5);
        assertThat(health().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
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
