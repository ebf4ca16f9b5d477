package cn.shequ.benchmarks.funding;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.benchmarks.town.Street;
import cn.shequ.benchmarks.town.Town;
import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.NoteSigner;
import cn.shequ.kit.merkle.Tile;
import cn.shequ.kit.verify.Verify;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The offline verifier on a bundle of very many events of the usual size, from its start to its verdict. */
final class Proof {

    private static final String ORIGIN = "shequ/funding-events";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BenchOptions options;
    private final PrintStream out;

    Proof(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void measure(Path room) throws IOException {
        Path bundle = Files.createDirectories(room.resolve("bundle"));
        String key = write(bundle, options.eventsToVerify());
        double[] seconds = new double[Math.min(3, options.rounds())];
        for (int round = 0; round < seconds.length; round++) {
            seconds[round] = verify(bundle, key);
        }
        java.util.Arrays.sort(seconds);
        out.println();
        out.printf(
                Locale.ROOT,
                "verification of %d events (%.0f MB): %.1f s%n",
                options.eventsToVerify(),
                Files.size(bundle.resolve("events.ndjson")) / 1e6,
                seconds[seconds.length / 2]);
    }

    /** Returns the key's text. */
    private static String write(Path bundle, int events) throws IOException {
        Frontier tree = new Frontier();
        Hash[] tile = new Hash[Tile.FULL_WIDTH];
        int inTile = 0;
        History history =
                new History(events, events, List.of(new Street(Town.STREET, History.Kind.FUND.id(0), List.of())));
        try (OutputStream lines =
                new BufferedOutputStream(Files.newOutputStream(bundle.resolve("events.ndjson")), 1 << 20)) {
            for (int sequence = 0; sequence < events; sequence++) {
                byte[] event = history.at(sequence).numbered(sequence);
                lines.write(event);
                lines.write('\n');
                Hash leaf = Hash.ofLeaf(event);
                tree.append(leaf);
                tile[inTile++] = leaf;
                if (inTile == tile.length || sequence == events - 1) {
                    write(bundle, new Tile(0, sequence / Tile.FULL_WIDTH, inTile), tile);
                    inTile = 0;
                }
            }
        }
        try {
            NoteSigner signer = new NoteSigner(
                    ORIGIN, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
            Files.writeString(
                    bundle.resolve("checkpoint"),
                    signer.sign(new Checkpoint(ORIGIN, events, tree.root()).text())
                            .encoded());
            Files.writeString(bundle.resolve("key.txt"), signer.key() + "\n");
            return signer.key().toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private static void write(Path bundle, Tile tile, Hash[] hashes) throws IOException {
        Path file = bundle.resolve("tile").resolve(tile.path());
        Files.createDirectories(file.getParent());
        byte[] content = new byte[tile.width() * Hash.BYTES];
        for (int i = 0; i < tile.width(); i++) {
            System.arraycopy(hashes[i].bytes(), 0, content, i * Hash.BYTES, Hash.BYTES);
        }
        Files.write(file, content);
    }

    private static double verify(Path bundle, String key) throws IOException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Verify.class.getName(),
                        bundle.toString(),
                        "--key=" + key)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("the verifier does not find it sound: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while verifying", e);
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
