package cn.shequ.localstack.flow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Step 10: an auditor pulls all fund events and proves them; a district's auditor proves the same log. */
public final class AuditScene {

    /**
     * Where the audit is held.
     *
     * @param home the root of the source tree, where {@code ./shequ verify} is
     * @param kafka the broker's address; null where it cannot be reached from here
     * @param directory for the bundles
     */
    public record Room(Path home, @Nullable String kafka, Path directory) {}

    /**
     * @param events how many the log has
     * @param gapless whether the city's auditor got every number
     * @param redacted how many of them the district's auditor may not read
     * @param sameCheckpoint whether both bundles carry the same checkpoint
     * @param sameOnKafka whether the topic carries the same bytes; null where that was not compared
     * @param sound whether {@code verify} finds both bundles sound
     * @param changed the event of which a byte was changed in a copy
     * @param named the event that {@code verify} named then
     */
    public record Audited(
            long events,
            boolean gapless,
            long redacted,
            boolean sameCheckpoint,
            @Nullable Boolean sameOnKafka,
            boolean sound,
            long changed,
            long named) {}

    private static final String EVENTS = "events.ndjson";

    /** Between the pulls of the two auditors the log may grow, by itself too; then both pull again. */
    private static final int ATTEMPTS = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditScene() {}

    static Audited play(City city, Room room) {
        try {
            return audit(city, room);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Audited audit(City city, Room room) throws IOException {
        Path bundle;
        Path district;
        int attempt = 0;
        do {
            attempt++;
            bundle = bundle(city, "auditor-city", room.directory().resolve("city-" + attempt));
            district = bundle(city, "auditor-nanguan", room.directory().resolve("district-" + attempt));
        } while (!sameCheckpoint(bundle, district) && attempt < ATTEMPTS);
        List<byte[]> lines = lines(bundle);
        String key = Files.readString(bundle.resolve("key.txt")).strip();
        Verdict whole = verify(room, bundle, key);
        Verdict partly = verify(room, district, key);

        long victim = lines.size() / 2;
        Path copy = changed(bundle, room.directory().resolve("changed"), lines, (int) victim);
        return new Audited(
                lines.size(),
                isGapless(lines),
                lines(district).stream().filter(AuditScene::isRedacted).count(),
                sameCheckpoint(bundle, district),
                room.kafka() == null ? null : sameOnKafka(room.kafka(), lines),
                whole.status() == 0 && partly.status() == 0,
                victim,
                verify(room, copy, key).named());
    }

    private static boolean sameCheckpoint(Path bundle, Path other) throws IOException {
        return Arrays.equals(
                Files.readAllBytes(bundle.resolve("checkpoint")), Files.readAllBytes(other.resolve("checkpoint")));
    }

    private static Path bundle(City city, String auditor, Path directory) throws IOException {
        byte[] zip = city.as(auditor)
                .get("/funding/v1/fund-events/export")
                .expect(200)
                .body();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = directory.resolve(entry.getName()).normalize();
                if (!file.startsWith(directory)) {
                    throw new FlowBroken("a bundle must not leave its directory: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                Files.write(file, entries.readAllBytes());
            }
        }
        return directory;
    }

    private static List<byte[]> lines(Path bundle) throws IOException {
        return Files.readString(bundle.resolve(EVENTS))
                .lines()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static boolean isGapless(List<byte[]> lines) throws IOException {
        for (int number = 0; number < lines.size(); number++) {
            if (JSON.readTree(lines.get(number)).path("sequence").asInt(-1) != number) {
                return false;
            }
        }
        return !lines.isEmpty();
    }

    private static boolean isRedacted(byte[] line) {
        try {
            return JSON.readTree(line).path("redacted").asBoolean();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On Kafka an event may stand more than once, and later events of the day too; each with its number's bytes. */
    private static boolean sameOnKafka(String kafka, List<byte[]> lines) {
        return City.eventually("all fund events on Kafka", Places.PATIENCE, () -> {
            Map<Long, byte[]> onTopic = FundTopic.read(kafka);
            for (int number = 0; number < lines.size(); number++) {
                if (!Arrays.equals(lines.get(number), onTopic.get((long) number))) {
                    return null;
                }
            }
            return true;
        });
    }

    /** A copy of the bundle in which one byte of one event is another. */
    private static Path changed(Path bundle, Path copy, List<byte[]> lines, int victim) throws IOException {
        try (var files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(bundle.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
        byte[] events = Files.readAllBytes(copy.resolve(EVENTS));
        int start = lines.subList(0, victim).stream()
                .mapToInt(line -> line.length + 1)
                .sum();
        int middle = start + lines.get(victim).length / 2;
        events[middle] = (byte) (events[middle] == '0' ? '1' : '0');
        Files.write(copy.resolve(EVENTS), events);
        return copy;
    }

    /** What {@code ./shequ verify} said. */
    private record Verdict(int status, String said) {

        /** The number in what was said. */
        long named() {
            return Long.parseLong(said.replaceAll("(?s)^\\D*(\\d+).*$", "$1"));
        }
    }

    private static Verdict verify(Room room, Path bundle, String key) throws IOException {
        Process process = new ProcessBuilder(
                        room.home().resolve("shequ").toString(), "verify", bundle.toString(), "--key=" + key)
                .directory(room.home().toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(Places.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new FlowBroken("verify does not end: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlowBroken("interrupted while verifying", e);
        }
        return new Verdict(process.exitValue(), said);
    }
}
