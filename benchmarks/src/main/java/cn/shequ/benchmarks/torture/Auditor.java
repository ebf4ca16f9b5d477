package cn.shequ.benchmarks.torture;

import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.ConsistencyProof;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.verify.Verify;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Believes nothing: keeps the checkpoint of the round before, asks for the proof that the log only grew, and gives the
 * whole export to the offline verifier.
 */
final class Auditor {

    private static final String ROLE = "auditor";
    private static final String LOG = "/v1/fund-events";

    private final Desk desk;
    private final Path room;
    private final String key;
    private @Nullable Checkpoint kept;

    /** Takes the key once, before anything was killed. */
    Auditor(Desk desk, Path room) throws IOException {
        this.desk = desk;
        this.room = room;
        this.key = text(LOG + "/key").strip();
    }

    /** The events as the feed gives them, by their numbers. */
    List<byte[]> feed() throws IOException {
        try (InputStream lines = desk.read(ROLE, LOG + "?from=0", "application/x-ndjson")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.getBytes(StandardCharsets.UTF_8))
                    .toList();
        }
    }

    List<String> audit() throws IOException {
        List<String> wrong = new ArrayList<>();
        Checkpoint present =
                Checkpoint.parse(SignedNote.parse(text(LOG + "/checkpoint")).text());
        Checkpoint before = kept;
        if (before != null && !continues(before, present)) {
            wrong.add("the log of " + present.size() + " events does not continue that of " + before.size());
        }
        kept = present;
        Path bundle = room.resolve("fund-events.zip");
        try (InputStream zip = desk.read(ROLE, LOG + "/export", "application/zip")) {
            Files.copy(zip, bundle, StandardCopyOption.REPLACE_EXISTING);
        }
        String verdict = verify(bundle);
        if (!verdict.isEmpty()) {
            wrong.add("the verifier: " + verdict);
        }
        return wrong;
    }

    private boolean continues(Checkpoint before, Checkpoint present) {
        if (before.size() > present.size()) {
            return false;
        }
        if (before.size() == 0) {
            return true;
        }
        JsonNode proof = desk.json(ROLE, LOG + "/proofs/consistency?from=" + before.size() + "&to=" + present.size());
        List<Hash> path = new ArrayList<>();
        proof.path("path").forEach(hash -> path.add(Hash.ofBase64(hash.asText())));
        return new ConsistencyProof(before.size(), present.size(), path).holds(before.root(), present.root());
    }

    private String text(String path) throws IOException {
        try (InputStream body = desk.read(ROLE, path, "text/plain")) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the verifier, in a process of its own, has to say against the bundle. */
    private String verify(Path bundle) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Verify.class.getName(),
                        bundle.toString(),
                        "--key=" + key)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return "does not end: " + said;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while verifying", e);
        }
        return process.exitValue() == 0 ? "" : said;
    }
}
