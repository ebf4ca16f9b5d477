package cn.shequ.kit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.NoteSigner;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.merkle.Tile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/** An export bundle in a directory, made as it should be or otherwise, and what the verifier says about it. */
final class ExportedBundle {

    static final NoteSigner SIGNER = signer();
    static final int EVENTS = 600;

    private final Path directory;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    ExportedBundle(Path directory) {
        this.directory = directory;
    }

    List<String> tampered(List<byte[]> lines, List<byte[]> signed) throws IOException {
        write(lines, signed.size(), signed);
        assertThat(verify()).isEqualTo(1);
        return said().lines().toList();
    }

    static List<byte[]> changed(List<byte[]> events, Consumer<List<byte[]>> change) {
        List<byte[]> lines = new ArrayList<>(events);
        change.accept(lines);
        return lines;
    }

    void deleteTiles() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("tile"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A checkpoint that an auditor keeps. */
    Path keep(List<byte[]> events, NoteSigner signer) throws IOException {
        Path kept = Files.createTempFile(directory, "kept", ".txt");
        return Files.writeString(kept, signer.sign(root(events).text()).encoded());
    }

    void sign(List<byte[]> events, NoteSigner... signers) throws IOException {
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

    static Checkpoint root(List<byte[]> events) {
        Frontier tree = new Frontier();
        events.forEach(event -> tree.append(Hash.ofLeaf(event)));
        return new Checkpoint("test-log", events.size(), tree.root());
    }

    static byte[] announcement(long sequence, NoteKey key) {
        return ("{\"data\":{\"keyHash\":\"%s\",\"publicKey\":\"%s\"},\"sequence\":%d,"
                        + "\"type\":\"cn.shequ.funding.log-key-rotated.v1\"}")
                .formatted(key.hash(), key.publicKey(), sequence)
                .getBytes(UTF_8);
    }

    int verify() {
        return verify("--key=" + SIGNER.key());
    }

    int verify(String... options) {
        return run(Stream.concat(Stream.of(directory.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    int run(String... arguments) {
        said.reset();
        return new Verify(false, new PrintStream(said, true, UTF_8), events -> {}).run(List.of(arguments));
    }

    String said() {
        return said.toString(UTF_8);
    }

    static NoteSigner signer() {
        try {
            return new NoteSigner(
                    "test-log", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] redaction(long sequence, Hash leaf) {
        return ("{\"sequence\":" + sequence + ",\"leafHash\":\"" + leaf + "\",\"redacted\":true}").getBytes(UTF_8);
    }

    static List<byte[]> events(int count) {
        List<byte[]> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(("{\"data\":{\"amount\":\"" + i + ".00\"},\"sequence\":" + i + "}").getBytes(UTF_8));
        }
        return events;
    }

    void writeQuietly(List<byte[]> lines, long size, List<byte[]> signed) {
        try {
            write(lines, size, signed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(List<byte[]> lines, long size) throws IOException {
        write(lines, size, lines);
    }

    /** The lines as given, tiles and checkpoint of what was signed. */
    void write(List<byte[]> lines, long size, List<byte[]> signed) throws IOException {
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
