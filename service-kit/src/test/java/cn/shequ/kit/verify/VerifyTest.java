package cn.shequ.kit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.RandomCases;
import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.NoteSigner;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.merkle.Tile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    private static final NoteSigner SIGNER = signer();
    private static final int EVENTS = 600;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aBundleAsItWasExportedIsSound() throws IOException {
        write(events(EVENTS), EVENTS);
        assertThat(verify()).isZero();
        assertThat(said.toString(UTF_8)).contains("Sound: 600 events");
    }

    @Test
    void anEmptyLogIsSound() throws IOException {
        write(List.of(), 0);
        assertThat(verify()).isZero();
    }

    @Test
    void everyChangedByteNamesItsEvent() {
        List<byte[]> events = events(EVENTS);
        RandomCases.forAll(100, random -> {
            int victim = random.nextInt(EVENTS);
            byte[] changed = events.get(victim).clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            List<byte[]> tampered = new ArrayList<>(events);
            tampered.set(victim, changed);
            writeQuietly(tampered, EVENTS, events);
            assertThat(verify()).isEqualTo(1);
            // A changed byte may have become a newline: then the event is told apart at the same number.
            assertThat(said.toString(UTF_8)).contains("Event " + victim + " (line " + (victim + 1) + ") is not");
        });
    }

    @Test
    void whatIsMissingMovedInsertedOrTooMuchIsNamedOnce() throws IOException {
        List<byte[]> events = events(EVENTS);

        assertThat(tampered(changed(events, lines -> lines.remove(300)), events))
                .containsExactly("Event 300 is missing.");
        assertThat(tampered(changed(events, lines -> lines.subList(300, 310).clear()), events))
                .containsExactly("Events 300 to 309 are missing.");
        assertThat(tampered(changed(events, lines -> lines.add(10, lines.remove(11))), events))
                .containsExactly("Event 10 is missing.", "Event 10 stands on line 12: moved there, or repeated.");
        assertThat(tampered(changed(events, lines -> lines.add(20, events.get(7))), events))
                .containsExactly("Event 7 stands on line 21: moved there, or repeated.");
        assertThat(tampered(changed(events, lines -> lines.add(599, "{}".getBytes(UTF_8))), events))
                .containsExactly("Line 600 was inserted: the log has no such event.");
        assertThat(tampered(events.subList(0, 599), events)).containsExactly("Event 599 is missing.");
        assertThat(tampered(changed(events, lines -> lines.add("{}".getBytes(UTF_8))), events))
                .containsExactly("The checkpoint covers 600 events; from line 601 on there are more lines than that.");
        assertThat(tampered(changed(events, lines -> lines.set(4, new byte[70_000])), events))
                .containsExactly("Line 5 is longer than 65535 bytes: no event is.");
    }

    @Test
    void severalFindingsAreNamedAndTheirNumberIsBounded() throws IOException {
        List<byte[]> events = events(EVENTS);
        List<String> few = tampered(
                changed(events, lines -> {
                    lines.set(5, "{}".getBytes(UTF_8));
                    lines.set(6, "{}".getBytes(UTF_8));
                    lines.set(590, "{}".getBytes(UTF_8));
                }),
                events);
        assertThat(few)
                .containsExactly(
                        "Event 5 (line 6) is not what was signed: it was altered.",
                        "Event 6 (line 7) is not what was signed: it was altered.",
                        "Event 590 (line 591) is not what was signed: it was altered.");

        List<String> many = tampered(changed(events, lines -> lines.replaceAll(line -> new byte[] {'x'})), events);
        assertThat(many).hasSize(21).last().isEqualTo("And 580 findings more.");
    }

    @Test
    void anEventThatCallsItselfByAnotherNumberIsFoundThoughItWasSigned() throws IOException {
        List<byte[]> events = events(EVENTS);
        events.set(8, events.get(9));
        assertThat(tampered(events, events)).containsExactly("Event 8 (line 9) calls itself number 9.");
    }

    @Test
    void withoutTilesTheLinesAloneGiveTheRoot() throws IOException {
        List<byte[]> events = events(EVENTS);
        List<byte[]> shown = changed(events, lines -> lines.set(5, redaction(5, Hash.ofLeaf(events.get(5)))));
        write(shown, EVENTS, events);
        deleteTiles();
        assertThat(verify()).isZero();

        shown.set(7, "{\"sequence\":7}".getBytes(UTF_8));
        write(shown, EVENTS, events);
        deleteTiles();
        assertThat(verify()).isEqualTo(1);
        assertThat(said.toString(UTF_8)).startsWith("The events give the root");
    }

    @Test
    void aTileOfTheWrongSizeOrNoneIsNamed() throws IOException {
        write(events(EVENTS), EVENTS);
        Path tile = directory.resolve("tile/0/001");
        Files.write(tile, new byte[31]);
        assertThat(verify()).isEqualTo(1);
        assertThat(said.toString(UTF_8).lines()).containsExactly("The tile tile/0/001 has 31 bytes instead of 8192.");
        Files.delete(tile);
        assertThat(verify()).isEqualTo(1);
        assertThat(said.toString(UTF_8).lines()).containsExactly("The tile tile/0/001 is missing.");
    }

    @Test
    void aCheckpointThatClaimsMoreThanThereIsIsFoundWithoutReadingForEver() throws IOException {
        write(events(EVENTS), EVENTS);
        Files.writeString(
                directory.resolve("checkpoint"),
                SIGNER.sign(new Checkpoint("test-log", Long.MAX_VALUE, Hash.ofEmptyTree()).text())
                        .encoded());
        assertThat(verify()).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("tile/0/002 is missing").contains("are missing.");
    }

    @Test
    void aBundleContinuesACheckpointThatWasKept() throws IOException {
        List<byte[]> events = events(EVENTS);
        for (int earlier : new int[] {0, 1, 255, 256, 257, 512, 599, 600}) {
            Path kept = keep(events.subList(0, earlier), SIGNER);
            write(events, EVENTS);
            assertThat(verify("--key=" + SIGNER.key(), "--since=" + kept)).isZero();
            deleteTiles();
            assertThat(verify("--key=" + SIGNER.key(), "--since=" + kept)).isZero();
        }
        assertThat(said.toString(UTF_8)).contains("checkpoint of 600 events kept earlier: the log only grew");
    }

    @Test
    void aRewrittenHistoryIsFoundThoughItIsSignedWithTheRightKey() throws IOException {
        List<byte[]> events = events(EVENTS);
        Path kept = keep(events.subList(0, 300), SIGNER);

        List<byte[]> rewritten = changed(events, lines -> lines.set(299, "{\"sequence\":299}".getBytes(UTF_8)));
        write(rewritten, EVENTS);
        assertThat(verify()).isZero();
        assertThat(verify("--key=" + SIGNER.key(), "--since=" + kept)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).startsWith("The history was rewritten: the first 300 events give the root");
        deleteTiles();
        assertThat(verify("--key=" + SIGNER.key(), "--since=" + kept)).isEqualTo(1);

        write(events.subList(0, 200), 200);
        assertThat(verify("--key=" + SIGNER.key(), "--since=" + kept)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("300 events were signed before, and now there are 200");
    }

    @Test
    void aKeptCheckpointMustBeOfThisLogAndSignedByAKnownKey() throws IOException {
        List<byte[]> events = events(EVENTS);
        write(events, EVENTS);
        assertThat(verify("--key=" + SIGNER.key(), "--since=" + keep(events.subList(0, 300), signer())))
                .isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("no valid signature");
        Path other = directory.resolve("kept");
        Files.writeString(
                other,
                SIGNER.sign("another-log\n0\n" + Hash.ofEmptyTree().base64() + "\n")
                        .encoded());
        assertThat(verify("--key=" + SIGNER.key(), "--since=" + other)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("is of another log: another-log");
    }

    @Test
    void aNewKeyIsTrustedWhenItsAnnouncementIsCoveredByACheckpointOfTheOldOne() throws IOException {
        NoteSigner fresh = signer();
        List<byte[]> events = changed(events(EVENTS), lines -> lines.set(400, announcement(400, fresh.key())));
        Path before = keep(events.subList(0, 400), SIGNER);
        Path after = keep(events.subList(0, 401), SIGNER);
        write(events, EVENTS);
        sign(events, fresh);

        assertThat(verify("--key=" + SIGNER.key())).isEqualTo(1);
        assertThat(said.toString(UTF_8))
                .startsWith("Only the new key " + fresh.key().hash() + " signed. Event 400 announces it");
        assertThat(verify("--key=" + SIGNER.key(), "--since=" + before)).isEqualTo(1);
        assertThat(verify("--key=" + SIGNER.key(), "--since=" + after)).isZero();
        assertThat(said.toString(UTF_8))
                .contains("was announced by event 400, which the checkpoint kept earlier covers");
        assertThat(verify("--key=" + fresh.key())).isZero();
    }

    @Test
    void aKeyThatNoEventOfTheLogAnnouncesIsNotTrusted() throws IOException {
        List<byte[]> events = events(EVENTS);
        Path kept = keep(events, SIGNER);
        write(events, EVENTS);
        sign(events, signer());
        assertThat(verify("--key=" + SIGNER.key(), "--since=" + kept)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("no valid signature");
    }

    @Test
    void duringAnOverlapEitherKeyIsEnoughAndAFileMayHoldBoth() throws IOException {
        NoteSigner fresh = signer();
        List<byte[]> events = events(EVENTS);
        write(events, EVENTS);
        sign(events, fresh, SIGNER);
        assertThat(verify("--key=" + SIGNER.key())).isZero();
        assertThat(verify("--key=" + fresh.key())).isZero();
        Path keys = directory.resolve("keys.txt");
        Files.writeString(keys, fresh.key() + "\n" + SIGNER.key() + "\n");
        assertThat(verify("--key=" + keys)).isZero();
        assertThat(said.toString(UTF_8))
                .contains(fresh.key().hash() + ", " + SIGNER.key().hash());
    }

    @Test
    void aSignatureInTheNameOfAKnownKeyMustBeOfThatKey() throws IOException {
        NoteSigner fresh = signer();
        List<byte[]> events = events(EVENTS);
        write(events, EVENTS);
        String text = root(events).text();
        SignedNote mixed =
                new SignedNote(text, List.of(fresh.signature(text), SIGNER.signature(text.replace("600", "601"))));
        Files.writeString(directory.resolve("checkpoint"), mixed.encoded());
        assertThat(verify("--key=" + SIGNER.key(), "--key=" + fresh.key())).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("that the key did not make: " + SIGNER.key());
    }

    @Test
    void aRedactedLineIsCheckedByItsHash() throws IOException {
        List<byte[]> events = events(EVENTS);
        List<byte[]> redacted = new ArrayList<>(events);
        redacted.set(5, redaction(5, Hash.ofLeaf(events.get(5))));
        write(redacted, EVENTS, events);
        assertThat(verify()).isZero();
        assertThat(said.toString(UTF_8)).contains("of 1 only the hash is given");

        redacted.set(5, redaction(5, Hash.ofLeaf(events.get(6))));
        assertThat(tampered(redacted, events)).first().asString().startsWith("Event 5 (line 6) is not");
        redacted.set(5, redaction(6, Hash.ofLeaf(events.get(5))));
        assertThat(tampered(redacted, events)).first().asString().startsWith("Event 5 (line 6) is not");
    }

    @Test
    void aRewrittenTileDoesNotGiveTheSignedRoot() throws IOException {
        write(events(EVENTS), EVENTS);
        Path tile =
                directory.resolve("tile").resolve(Tile.ofLeaves(EVENTS).get(1).path());
        byte[] hashes = Files.readAllBytes(tile);
        hashes[17] ^= 1;
        Files.write(tile, hashes);
        assertThat(verify()).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("The tiles give the root");
    }

    @Test
    void aWholeHistoryThatSomebodyElseSignedIsFound() throws IOException {
        write(events(EVENTS), EVENTS);
        NoteSigner other = signer();
        assertThat(verify("--key=" + other.key())).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("no valid signature");
    }

    @Test
    void aBundleMayBeAZipFileAndItsEventsCompressed() throws IOException {
        write(events(EVENTS), EVENTS);
        byte[] lines = Files.readAllBytes(directory.resolve("events.ndjson"));
        Files.delete(directory.resolve("events.ndjson"));
        try (OutputStream compressed =
                new GZIPOutputStream(Files.newOutputStream(directory.resolve("events.ndjson.gz")))) {
            compressed.write(lines);
        }
        Path zip = Files.createTempFile("bundle", ".zip");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                archive.putNextEntry(new ZipEntry(directory.relativize(file).toString()));
                archive.write(Files.readAllBytes(file));
            }
        }
        assertThat(verifier().run(List.of(zip.toString(), "--key=" + SIGNER.key())))
                .isZero();
        Files.delete(zip);
    }

    @Test
    void whatIsNoBundleCannotBeRead() throws IOException {
        assertThat(verify()).isEqualTo(2);
        assertThat(verifier().run(List.of("no-such-directory"))).isEqualTo(2);
        assertThat(verifier().run(List.of())).isEqualTo(2);
        Files.writeString(directory.resolve("checkpoint"), "nonsense");
        assertThat(verify()).isEqualTo(2);
    }

    private List<String> tampered(List<byte[]> lines, List<byte[]> signed) throws IOException {
        write(lines, signed.size(), signed);
        assertThat(verify()).isEqualTo(1);
        return said.toString(UTF_8).lines().toList();
    }

    private static List<byte[]> changed(List<byte[]> events, Consumer<List<byte[]>> change) {
        List<byte[]> lines = new ArrayList<>(events);
        change.accept(lines);
        return lines;
    }

    private void deleteTiles() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("tile"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A checkpoint that an auditor keeps. */
    private Path keep(List<byte[]> events, NoteSigner signer) throws IOException {
        Path kept = Files.createTempFile(directory, "kept", ".txt");
        return Files.writeString(kept, signer.sign(root(events).text()).encoded());
    }

    private void sign(List<byte[]> events, NoteSigner... signers) throws IOException {
        String text = root(events).text();
        Files.writeString(
                directory.resolve("checkpoint"),
                new SignedNote(
                                text,
                                Stream.of(signers)
                                        .map(signer -> signer.signature(text))
                                        .toList())
                        .encoded());
    }

    private static Checkpoint root(List<byte[]> events) {
        Frontier tree = new Frontier();
        events.forEach(event -> tree.append(Hash.ofLeaf(event)));
        return new Checkpoint("test-log", events.size(), tree.root());
    }

    private static byte[] announcement(long sequence, NoteKey key) {
        return ("{\"data\":{\"keyHash\":\"%s\",\"publicKey\":\"%s\"},\"sequence\":%d,"
                        + "\"type\":\"cn.shequ.funding.log-key-rotated.v1\"}")
                .formatted(key.hash(), key.publicKey(), sequence)
                .getBytes(UTF_8);
    }

    private int verify() {
        return verify("--key=" + SIGNER.key());
    }

    private int verify(String... options) {
        said.reset();
        return verifier()
                .run(Stream.concat(Stream.of(directory.toString()), Stream.of(options))
                        .toList());
    }

    private Verify verifier() {
        return new Verify(false, new PrintStream(said, true, UTF_8), events -> {});
    }

    private static NoteSigner signer() {
        try {
            return new NoteSigner(
                    "test-log", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] redaction(long sequence, Hash leaf) {
        return ("{\"sequence\":" + sequence + ",\"leafHash\":\"" + leaf + "\",\"redacted\":true}").getBytes(UTF_8);
    }

    private static List<byte[]> events(int count) {
        List<byte[]> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(("{\"data\":{\"amount\":\"" + i + ".00\"},\"sequence\":" + i + "}").getBytes(UTF_8));
        }
        return events;
    }

    private void writeQuietly(List<byte[]> lines, long size, List<byte[]> signed) {
        try {
            write(lines, size, signed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<byte[]> lines, long size) throws IOException {
        write(lines, size, lines);
    }

    /** The lines as given, tiles and checkpoint of what was signed. */
    private void write(List<byte[]> lines, long size, List<byte[]> signed) throws IOException {
        Frontier tree = new Frontier();
        signed.forEach(event -> tree.append(Hash.ofLeaf(event)));
        Files.writeString(
                directory.resolve("checkpoint"),
                SIGNER.sign(new Checkpoint("test-log", size, tree.root()).text())
                        .encoded());
        for (Tile tile : Tile.ofLeaves(size)) {
            ByteArrayOutputStream hashes = new ByteArrayOutputStream();
            tile.nodes()
                    .forEach(node -> hashes.writeBytes(
                            Hash.ofLeaf(signed.get((int) node.index())).bytes()));
            Path file = directory.resolve("tile").resolve(tile.path());
            Files.createDirectories(file.getParent());
            Files.write(file, hashes.toByteArray());
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            text.writeBytes(line);
            text.write('\n');
        }
        Files.write(directory.resolve("events.ndjson"), text.toByteArray());
    }
}
