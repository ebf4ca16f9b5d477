package cn.shequ.kit.verify;

import static cn.shequ.kit.verify.ExportedBundle.EVENTS;
import static cn.shequ.kit.verify.ExportedBundle.SIGNER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.NoteSigner;
import cn.shequ.kit.merkle.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose signature counts, and what a checkpoint that was kept proves. */
class KeptCheckpointTest {

    @TempDir
    Path directory;

    private ExportedBundle bundle;

    @BeforeEach
    void place() {
        bundle = new ExportedBundle(directory);
    }

    @Test
    void aBundleContinuesACheckpointThatWasKept() throws IOException {
        List<byte[]> events = ExportedBundle.events(EVENTS);
        for (int earlier : new int[] {0, 1, 255, 256, 257, 512, 599, 600}) {
            Path kept = bundle.keep(events.subList(0, earlier), SIGNER);
            bundle.write(events, EVENTS);
            assertThat(bundle.verify("--key=" + SIGNER.key(), "--since=" + kept))
                    .isZero();
            bundle.deleteTiles();
            assertThat(bundle.verify("--key=" + SIGNER.key(), "--since=" + kept))
                    .isZero();
        }
        assertThat(bundle.said()).contains("checkpoint of 600 events kept earlier: the log only grew");
    }

    @Test
    void aRewrittenHistoryIsFoundThoughItIsSignedWithTheRightKey() throws IOException {
        List<byte[]> events = ExportedBundle.events(EVENTS);
        Path kept = bundle.keep(events.subList(0, 300), SIGNER);

        List<byte[]> rewritten =
                ExportedBundle.changed(events, lines -> lines.set(299, "{\"sequence\":299}".getBytes(UTF_8)));
        bundle.write(rewritten, EVENTS);
        assertThat(bundle.verify()).isZero();
        assertThat(bundle.verify("--key=" + SIGNER.key(), "--since=" + kept)).isEqualTo(1);
        assertThat(bundle.said()).startsWith("The history was rewritten: the first 300 events give the root");
        bundle.deleteTiles();
        assertThat(bundle.verify("--key=" + SIGNER.key(), "--since=" + kept)).isEqualTo(1);

        bundle.write(events.subList(0, 200), 200);
        assertThat(bundle.verify("--key=" + SIGNER.key(), "--since=" + kept)).isEqualTo(1);
        assertThat(bundle.said()).contains("300 events were signed before, and now there are 200");
    }

    @Test
    void aKeptCheckpointMustBeOfThisLogAndSignedByAKnownKey() throws IOException {
        List<byte[]> events = ExportedBundle.events(EVENTS);
        bundle.write(events, EVENTS);
        assertThat(bundle.verify(
                        "--key=" + SIGNER.key(),
                        "--since=" + bundle.keep(events.subList(0, 300), ExportedBundle.signer())))
                .isEqualTo(1);
        assertThat(bundle.said()).contains("no valid signature");
        Path other = directory.resolve("kept");
        Files.writeString(
                other,
                SIGNER.sign("another-log\n0\n" + Hash.ofEmptyTree().base64() + "\n")
                        .encoded());
        assertThat(bundle.verify("--key=" + SIGNER.key(), "--since=" + other)).isEqualTo(1);
        assertThat(bundle.said()).contains("is of another log: another-log");
    }

    @Test
    void aNewKeyIsTrustedWhenItsAnnouncementIsCoveredByACheckpointOfTheOldOne() throws IOException {
        NoteSigner fresh = ExportedBundle.signer();
        List<byte[]> events = ExportedBundle.changed(
                ExportedBundle.events(EVENTS), lines -> lines.set(400, ExportedBundle.announcement(400, fresh.key())));
        Path before = bundle.keep(events.subList(0, 400), SIGNER);
        Path after = bundle.keep(events.subList(0, 401), SIGNER);
        bundle.write(events, EVENTS);
        bundle.sign(events, fresh);

        assertThat(bundle.verify("--key=" + SIGNER.key())).isEqualTo(1);
        assertThat(bundle.said())
                .startsWith("Only the new key " + fresh.key().hash() + " signed. Event 400 announces it");
        assertThat(bundle.verify("--key=" + SIGNER.key(), "--since=" + before)).isEqualTo(1);
        assertThat(bundle.verify("--key=" + SIGNER.key(), "--since=" + after)).isZero();
        assertThat(bundle.said()).contains("was announced by event 400, which the checkpoint kept earlier covers");
        assertThat(bundle.verify("--key=" + fresh.key())).isZero();
    }

    @Test
    void aKeyThatNoEventOfTheLogAnnouncesIsNotTrusted() throws IOException {
        List<byte[]> events = ExportedBundle.events(EVENTS);
        Path kept = bundle.keep(events, SIGNER);
        bundle.write(events, EVENTS);
        bundle.sign(events, ExportedBundle.signer());
        assertThat(bundle.verify("--key=" + SIGNER.key(), "--since=" + kept)).isEqualTo(1);
        assertThat(bundle.said()).contains("no valid signature");
    }

    @Test
    void duringAnOverlapEitherKeyIsEnoughAndAFileMayHoldBoth() throws IOException {
        NoteSigner fresh = ExportedBundle.signer();
        List<byte[]> events = ExportedBundle.events(EVENTS);
        bundle.write(events, EVENTS);
        bundle.sign(events, fresh, SIGNER);
        assertThat(bundle.verify("--key=" + SIGNER.key())).isZero();
        assertThat(bundle.verify("--key=" + fresh.key())).isZero();
        Path keys = directory.resolve("keys.txt");
        Files.writeString(keys, fresh.key() + "\n" + SIGNER.key() + "\n");
        assertThat(bundle.verify("--key=" + keys)).isZero();
        assertThat(bundle.said())
                .contains(fresh.key().hash() + ", " + SIGNER.key().hash());
    }

    @Test
    void aSignatureInTheNameOfAKnownKeyMustBeOfThatKey() throws IOException {
        NoteSigner fresh = ExportedBundle.signer();
        List<byte[]> events = ExportedBundle.events(EVENTS);
        bundle.write(events, EVENTS);
        String text = ExportedBundle.root(events).text();
        SignedNote mixed =
                new SignedNote(text, List.of(fresh.signature(text), SIGNER.signature(text.replace("600", "601"))));
        Files.writeString(directory.resolve("checkpoint"), mixed.encoded());
        assertThat(bundle.verify("--key=" + SIGNER.key(), "--key=" + fresh.key()))
                .isEqualTo(1);
        assertThat(bundle.said()).contains("that the key did not make: " + SIGNER.key());
    }

    @Test
    void aWholeHistoryThatSomebodyElseSignedIsFound() throws IOException {
        bundle.write(ExportedBundle.events(EVENTS), EVENTS);
        NoteSigner other = ExportedBundle.signer();
        assertThat(bundle.verify("--key=" + other.key())).isEqualTo(1);
        assertThat(bundle.said()).contains("no valid signature");
    }
}
