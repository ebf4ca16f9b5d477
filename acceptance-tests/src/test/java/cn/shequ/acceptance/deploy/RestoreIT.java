package cn.shequ.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.localstack.Directories;
import cn.shequ.localstack.Infrastructure;
import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.FlowBroken;
import cn.shequ.localstack.flow.Places;
import cn.shequ.localstack.postgres.Sizing;
import cn.shequ.localstack.up.KillableSuite;
import cn.shequ.localstack.up.SuiteService;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The restore of docs/operations.md as a drill: the machine with the databases and the one with Kafka are gone. What is left
 * is a base backup, the write-ahead log since, the keys and the last checkpoint.
 */
class RestoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Set<SuiteService> SERVICES =
            EnumSet.of(SuiteService.GATEWAY, SuiteService.FACILITIES, SuiteService.FUNDING, SuiteService.WORKFORCE);
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx160m");

    /** The city with one of its districts, and the two subdistricts that it learns of one after the other. */
    private static final String FRAME = "220100000000|220102000000";

    private static final String BEFORE_THE_BACKUP = FRAME + "|220102001...";
    private static final String AFTER_THE_BACKUP = BEFORE_THE_BACKUP + "|220102002...";

    @Test
    void fromABaseBackupAndTheLogSinceEverythingComesBackAndNothingTwice() throws Exception {
        Path lost = Files.createTempDirectory("shequ-lost-");
        Path fresh = Files.createTempDirectory("shequ-fresh-");
        try {
            Books before = liveAndLose(lost, fresh);
            restore(fresh, before);
        } finally {
            Directories.delete(lost);
            Directories.delete(fresh);
        }
    }

    /**
     * What must be there again.
     *
     * @param signed how many events the last checkpoint covers
     * @param ledgers of the subdistrict that came after the backup
     * @param volunteer who registered after the backup, sealed with a key that is in no database
     */
    private record Books(long signed, JsonNode ledgers, JsonNode volunteer) {}

    private static Books liveAndLose(Path lost, Path fresh) throws Exception {
        KillableSuite suite = start(lost);
        try {
            City city = city(suite);
            learn(city, BEFORE_THE_BACKUP, Places.NANLING);
            BaseBackup.take(suite.addresses().requireDatabases(), cluster(lost), cluster(fresh));
            learn(city, AFTER_THE_BACKUP, Places.ZIQIANG);
            volunteer(city);
            Books books = books(city);
            suite.kill(Part.POSTGRES);
            BaseBackup.addLog(cluster(lost), cluster(fresh));
            keepWhatIsInNoDatabase(lost, fresh);
            return books;
        } finally {
            suite.close();
        }
    }

    private static void restore(Path fresh, Books before) throws IOException {
        KillableSuite suite = start(fresh);
        try {
            City city = city(suite);
            // funding is ready, which it would not be if the restored log did not continue what was signed last.
            assertSame(books(city), before);
            assertThat(city.as("admin-city")
                            .get("/funding/v1/fund-events/inspection?limit=10000")
                            .expect(200)
                            .json()
                            .path("disagreements"))
                    .isEmpty();

            // Kafka is empty; what it is told again has no effect, for all of it has had its effect.
            city.as("admin-city")
                    .post("/facilities/v1/event-republications", Map.of("from", 0))
                    .expect(202);
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(repeated(suite, SuiteService.FUNDING)).isGreaterThanOrEqualTo(divisions(AFTER_THE_BACKUP));
                assertThat(repeated(suite, SuiteService.WORKFORCE)).isGreaterThanOrEqualTo(divisions(AFTER_THE_BACKUP));
            });
            assertSame(books(city), before);
        } finally {
            suite.close();
        }
    }

    private static void assertSame(Books after, Books before) {
        assertThat(after.signed()).isGreaterThanOrEqualTo(before.signed());
        assertThat(after.ledgers()).isEqualTo(before.ledgers());
        assertThat(after.volunteer()).isEqualTo(before.volunteer());
    }

    private static Books books(City city) {
        String checkpoint = city.anybody()
                .get("/funding/v1/fund-events/checkpoint")
                .expect(200)
                .text();
        return new Books(
                checkpoint
                        .lines()
                        .skip(1)
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow(),
                ledgers(city, Places.ZIQIANG),
                city.as("resident-huayang")
                        .get("/workforce/v1/volunteers/me")
                        .expect(200)
                        .json());
    }

    /** Facilities imports divisions; funding and workforce hear of them by events. */
    private static void learn(City city, String divisions, String subdistrict) throws IOException {
        city.as("admin-city")
                .postCsv("/facilities/v1/divisions/imports?validFrom=2026-01-01", csv(divisions))
                .expect(200);
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(FlowBroken.class).untilAsserted(() -> assertThat(
                        ledgers(city, subdistrict).path("items"))
                .hasSize(1));
    }

    private static JsonNode ledgers(City city, String division) {
        return city.as("finance-city")
                .get("/funding/v1/ledgers?division=" + division)
                .expect(200)
                .json();
    }

    private static void volunteer(City city) {
        Map<String, Object> volunteer = Map.of(
                "community", Places.HUAYANG,
                "name", "演示居民",
                "identityNumber", "110101199003070011",
                "phone", "13800000000",
                "category", "TEACHER",
                "consent", true);
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(FlowBroken.class).untilAsserted(() -> city.as(
                        "resident-huayang")
                .post("/workforce/v1/volunteers", volunteer)
                .expect(201));
    }

    private static byte[] csv(String divisions) throws IOException {
        return lines(divisions).collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8);
    }

    private static double divisions(String divisions) throws IOException {
        return lines(divisions).count() - 1;
    }

    /** The head of the file, and the lines of these divisions. */
    private static Stream<String> lines(String divisions) throws IOException {
        try (InputStream file = City.class.getResourceAsStream("/territory/changchun-divisions.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("(code|" + divisions + "),.*"));
        }
    }

    /** How many events a service was told that it had taken in before. */
    private static double repeated(KillableSuite suite, SuiteService service) {
        String sample = "shequ_inbox_events_total{outcome=\"repeated\"} ";
        return Metrics.of(suite, service)
                .lines()
                .filter(line -> line.startsWith(sample))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length())))
                .sum();
    }

    /** The log's keys with the last checkpoint, the keys of personal data, the passwords. */
    private static void keepWhatIsInNoDatabase(Path lost, Path fresh) throws IOException {
        Files.copy(postgres(lost).resolve("secret"), postgres(fresh).resolve("secret"));
        for (String directory : List.of("files", "keys")) {
            try (Stream<Path> files = Files.walk(lost.resolve(directory))) {
                for (Path file : files.toList()) {
                    Files.copy(file, fresh.resolve(lost.relativize(file).toString()));
                }
            }
        }
    }

    private static KillableSuite start(Path data) throws IOException {
        return KillableSuite.start(Deploy.HOME, data, SERVICES, SMALL, Sizing.NOTEBOOK);
    }

    private static City city(KillableSuite suite) {
        return new City(
                suite.gateway(), suite.addresses().mint(), UUID.randomUUID().toString(), "en");
    }

    private static Path postgres(Path data) {
        return Infrastructure.postgresDirectory(data.resolve(Part.POSTGRES.name()));
    }

    private static Path cluster(Path data) {
        return postgres(data).resolve("cluster");
    }
}
