package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.merkle.NoteKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeyTest {

    private static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-07-01T00:00:00Z");

    @TempDir
    Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aKeySignsFromItsFirstMomentToTheEndOfTheOverlap() throws IOException {
        LogKey replaced = new LogKey(0, prepared("a.pem"), FROM, UNTIL, null);
        assertThat(replaced.signsAt(FROM.minusNanos(1))).isFalse();
        assertThat(replaced.signsAt(FROM)).isTrue();
        assertThat(replaced.signsAt(UNTIL.minusNanos(1))).isTrue();
        assertThat(replaced.signsAt(UNTIL)).isFalse();
        assertThat(new LogKey(1, replaced.key(), UNTIL, null, 7L).signsAt(Instant.MAX))
                .isTrue();
    }

    @Test
    void aKeyThatReplacesAtOnceLeavesTheOldOneNoMoment() throws IOException {
        assertThat(new LogKey(0, prepared("a.pem"), FROM, FROM, null).signsAt(FROM))
                .isFalse();
    }

    @Test
    void aPreparedKeyIsReadableByItsOwnerOnlyAndFoundByItsHash() throws IOException {
        NoteKey key = prepared("a.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("a.pem"))))
                .isEqualTo("rw-------");
        KeyFiles files = new KeyFiles("a-log", directory.resolve("none.pem"), directory);
        assertThat(files.signers().keySet()).containsExactly(key);
        assertThat(key.toString()).startsWith("a-log+" + key.hash() + "+").endsWith(key.publicKey());
    }

    @Test
    void noKeyIsEverWrittenOver() throws IOException {
        prepared("a.pem");
        String before = Files.readString(directory.resolve("a.pem"));
        assertThat(prepare("a.pem")).isEqualTo(2);
        assertThat(Files.readString(directory.resolve("a.pem"))).isEqualTo(before);
    }

    private NoteKey prepared(String file) throws IOException {
        said.reset();
        assertThat(prepare(file)).isZero();
        return NoteKey.parse(said.toString(UTF_8));
    }

    private int prepare(String file) {
        PrintStream to = new PrintStream(said, true, UTF_8);
        return PrepareKey.run(new String[] {directory.resolve(file).toString(), "a-log"}, to, to);
    }
}
