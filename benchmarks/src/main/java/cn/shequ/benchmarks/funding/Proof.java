package cn.shequ.benchmarks.funding;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Locale;
import java.util.UUID;
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
        try (OutputStream lines =
                new BufferedOutputStream(Files.newOutputStream(bundle.resolve("events.ndjson")), 1 << 20)) {
            for (int sequence = 0; sequence < events; sequence++) {
                byte[] event = event(sequence);
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

    private static byte[] event(int sequence) {
        UUID id = new UUID(sequence, ~sequence);
        return ("{\"data\":{\"amount\":\"0.01\",\"approvedOn\":\"2026-03-05\",\"category\":\"WORKING_COSTS\",\"commitment\":\""
                        + "5a".repeat(32) + "\",\"division\":\"220102001000\",\"expenditure\":\"" + id
                        + "\",\"fund\":\"" + id
                        + "\",\"ledger\":\"" + id + "\"},\"datacontenttype\":\"application/json\",\"dataschema\":"
                        + "\"urn:shequ:event:funding:expenditure-approved:v1\",\"division\":\"220102001000\",\"id\":\""
                        + id
                        + "\",\"partitionkey\":\"" + id + "\",\"sequence\":" + sequence + ",\"source\":\"/funding\","
                        + "\"specversion\":\"1.0\",\"subject\":\"" + id + "\",\"time\":\"2026-03-05T01:02:03.456789Z\","
                        + "\"type\":\"cn.shequ.funding.expenditure-approved.v1\"}")
                .getBytes(UTF_8);
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
