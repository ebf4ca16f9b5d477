package cn.shequ.kit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.RandomCases;
import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.NoteSigner;
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
import java.util.List;
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
            assertThat(said.toString(UTF_8)).contains("Event " + victim + " is not what was signed");
        });
    }

    @Test
    void aLineThatIsMissingSwappedInsertedOrCutOffIsFound() throws IOException {
        List<byte[]> events = events(EVENTS);

        List<byte[]> without = new ArrayList<>(events);
        without.remove(300);
        assertThat(tampered(without, events)).contains("Event 300 is not");

        List<byte[]> swapped = new ArrayList<>(events);
        swapped.set(10, events.get(11));
        swapped.set(11, events.get(10));
        assertThat(tampered(swapped, events)).contains("Event 10 is not");

        List<byte[]> inserted = new ArrayList<>(events);
        inserted.add(599, "{}".getBytes(UTF_8));
        assertThat(tampered(inserted, events)).contains("Event 599 is not");

        assertThat(tampered(events.subList(0, 599), events)).contains("end before number 599");

        List<byte[]> longer = new ArrayList<>(events);
        longer.add("{}".getBytes(UTF_8));
        assertThat(tampered(longer, events)).contains("more lines than that");
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
        assertThat(tampered(redacted, events)).contains("Event 5 is not");
        redacted.set(5, redaction(6, Hash.ofLeaf(events.get(5))));
        assertThat(tampered(redacted, events)).contains("Event 5 is not");
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

    private String tampered(List<byte[]> lines, List<byte[]> signed) throws IOException {
        write(lines, signed.size(), signed);
        assertThat(verify()).isEqualTo(1);
        return said.toString(UTF_8);
    }

    private int verify() {
        return verify("--key=" + SIGNER.key());
    }

    private int verify(String key) {
        said.reset();
        return verifier().run(List.of(directory.toString(), key));
    }

    private Verify verifier() {
        return new Verify(false, new PrintStream(said, true, UTF_8));
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
