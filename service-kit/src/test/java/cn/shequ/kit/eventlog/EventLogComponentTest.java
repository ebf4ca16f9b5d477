package cn.shequ.kit.eventlog;

import static cn.shequ.kit.probe.ProbeService.CITY;
import static cn.shequ.kit.probe.ProbeService.DISTRICT;
import static cn.shequ.kit.probe.ProbeService.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.merkle.Tile;
import cn.shequ.kit.probe.ProbeService;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class EventLogComponentTest {
    private static final String HERE = "220102001001";
    private static final String ELSEWHERE = "220103000000";

    @Inject
    EventLog log;

    @Inject
    LogTree tree;

    @Inject
    LogSigner signer;

    @Inject
    EventLogConfig config;

    @Inject
    LogKeys keys;

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    @Inject
    TerritoryRecord territory;

    @BeforeEach
    void settle() {
        ProbeService.settle(territory);
    }

    @Test
    void anEventIsThereWithItsTransactionOrNotAtAll() {
        String committed = UUID.randomUUID().toString();
        String rolledBack = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> log.append(LogDatabase.event(committed)));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    log.append(LogDatabase.event(rolledBack));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        awaitNumbered();

        assertThat(feedText()).contains(committed).doesNotContain(rolledBack);
    }

    @Test
    void outsideATransactionNothingIsAppended() {
        assertThatThrownBy(() -> log.append(LogDatabase.anyEvent())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void httpLinesAndKafkaDeliverTheSameBytes() {
        append(HERE, 30);
        long size = awaitNumbered();
        await().atMost(Duration.ofSeconds(60)).until(() -> published() >= size);

        byte[][] stored = stored();
        String[] lines = lines(as(Roles.AUDITOR, CITY)
                .accept(EventFeed.NDJSON)
                .get("/v1/events")
                .then()
                .statusCode(200)
                .contentType(EventFeed.NDJSON)
                .extract()
                .response());
        Map<Integer, String> onKafka = new HashMap<>();
        for (ConsumerRecord<String, byte[]> each : TopicReader.read("kit.events")) {
            String text = new String(each.value(), UTF_8);
            onKafka.put(JsonPath.from(text).getInt("sequence"), text);
        }
        for (int i = 0; i < size; i++) {
            String bytes = new String(stored[i], UTF_8);
            assertThat(lines[i]).isEqualTo(bytes);
            assertThat(onKafka.get(i)).isEqualTo(bytes);
        }
    }

    @Test
    void pagesLeadFromOneToTheNextAndOmitNothing() {
        append(HERE, 25);
        long size = awaitNumbered();
        long seen = 0;
        String next = "?limit=7";
        while (next != null) {
            Response page = as(Roles.SYSTEM_INTEGRATOR, CITY).get("/v1/events" + next);
            page.then().statusCode(200);
            List<Integer> numbers = page.path("events.sequence");
            for (int number : numbers) {
                assertThat(number).isEqualTo((int) seen++);
            }
            String link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf('?'), link.indexOf('>'));
        }
        assertThat(seen).isGreaterThanOrEqualTo(size);
    }

    @Test
    void whoMayNotReadAnEventStillGetsItsNumberAndHash() {
        append(HERE, 3);
        append(ELSEWHERE, 3);
        long size = awaitNumbered();
        String[] mine =
                lines(as(Roles.AUDITOR, DISTRICT).accept(EventFeed.NDJSON).get("/v1/events"));
        byte[][] stored = stored();

        assertThat(mine.length).isGreaterThanOrEqualTo((int) size);
        for (int i = 0; i < size; i++) {
            String bytes = new String(stored[i], UTF_8);
            String expected = bytes.contains("\"division\":\"220102")
                    ? bytes
                    : "{\"sequence\":%d,\"leafHash\":\"%s\",\"redacted\":true}".formatted(i, Hash.ofLeaf(stored[i]));
            assertThat(mine[i]).isEqualTo(expected);
        }
        assertThat(String.join("\n", mine)).contains("redacted").doesNotContain(ELSEWHERE);
    }

    @Test
    void aFilteredAnswerSaysThatItIsNotComplete() {
        append(HERE, 2);
        append(ELSEWHERE, 2);
        awaitNumbered();
        as(Roles.AUDITOR, CITY)
                .get("/v1/events?limit=1000&division=" + ELSEWHERE)
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("events.division.unique()", equalTo(List.of(ELSEWHERE)));
        as(Roles.AUDITOR, DISTRICT)
                .get("/v1/events?limit=1000&division=" + ELSEWHERE)
                .then()
                .statusCode(200)
                .body("events", hasSize(0));
        as(Roles.AUDITOR, CITY)
                .get("/v1/events?type=cn.shequ.nothing.v1")
                .then()
                .statusCode(200)
                .body("events", hasSize(0));
    }

    @Test
    void whatIsNotARangeIsRefusedAndBeyondTheEndIsEmpty() {
        for (String wrong : List.of("from=-1", "limit=0", "limit=1001")) {
            as(Roles.AUDITOR, CITY).get("/v1/events?" + wrong).then().statusCode(400);
        }
        as(Roles.AUDITOR, CITY)
                .get("/v1/events?from=99999999")
                .then()
                .statusCode(200)
                .body("events", hasSize(0));
    }

    @Test
    void onlyAuditorsAndIntegratorsPullEvents() {
        RestAssured.get("/v1/events").then().statusCode(401);
        as(Roles.FINANCE_OFFICER, CITY).get("/v1/events").then().statusCode(403);
    }

    @Test
    void tilesAndProofsAgreeWithTheSignedTree() {
        append(HERE, 40);
        long before = awaitNumbered();
        Checkpoint earlier = checkpoint();
        append(HERE, 300);
        awaitNumbered();
        Checkpoint now = checkpoint();
        assertThat(earlier.size()).isGreaterThanOrEqualTo(before);
        assertThat(now.size()).isGreaterThanOrEqualTo(earlier.size() + 300);
        assertThat(now.origin()).isEqualTo("shequ/kit-events");

        Frontier rebuilt = new Frontier();
        for (Tile tile : Tile.ofLeaves(now.size())) {
            byte[] content = tree.tile(tile.path()).orElseThrow();
            for (int i = 0; i < tile.width(); i++) {
                rebuilt.append(Hash.of(Arrays.copyOfRange(content, i * 32, i * 32 + 32)));
            }
        }
        assertThat(rebuilt.root()).isEqualTo(now.root());
        assertThat(tree.consistency(earlier.size(), now.size()).holds(earlier.root(), now.root()))
                .isTrue();
        byte[][] stored = stored();
        for (long sequence : new long[] {0, 1, 255, 256, now.size() - 1}) {
            assertThat(tree.inclusion(sequence, now.size()).holds(Hash.ofLeaf(stored[(int) sequence]), now.root()))
                    .isTrue();
        }
    }

    @Test
    void tilesAndProofsBeyondTheLogAreRefused() {
        append(HERE, 1);
        awaitNumbered();
        long size = tree.size();
        assertThat(tree.tile("0/x999/999")).isEmpty();
        assertThat(tree.tile("0/1")).isEmpty();
        assertThatThrownBy(() -> tree.inclusion(size, size)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tree.inclusion(0, 99_999_999)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tree.consistency(5, 4)).isInstanceOf(Refusal.class);
    }

    @Test
    void aDatabaseThatWasSetBackGetsNoSignature() throws IOException {
        append(HERE, 2);
        awaitNumbered();
        Checkpoint honest = checkpoint();
        for (Checkpoint other : List.of(
                new Checkpoint(honest.origin(), honest.size() + 1_000, honest.root()),
                new Checkpoint(honest.origin(), honest.size(), Hash.ofEmptyTree()))) {
            LogSigner restarted = restartedAfter(other);
            assertThatThrownBy(restarted::checkpoint)
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.code()).isEqualTo(HttpProblem.HISTORY_FORKED));
            assertThat(restarted.trouble()).isPresent();
        }
        assertThat(restartedAfter(honest).trouble()).isEmpty();
    }

    @Test
    void aLogOfAnotherNameGetsNoSignature() throws IOException {
        append(HERE, 2);
        awaitNumbered();
        Checkpoint honest = checkpoint();
        LogSigner renamed = restartedAfter(new Checkpoint("shequ/another-log", honest.size(), honest.root()));
        assertThatThrownBy(renamed::checkpoint).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.code()).isEqualTo(HttpProblem.LOG_ORIGIN_CHANGED);
            assertThat(refused.figures())
                    .containsEntry("kept", "shequ/another-log")
                    .containsEntry("configured", honest.origin());
        });
    }

    @Test
    void anAdministratorRefillsATopic() {
        append(HERE, 1);
        long size = awaitNumbered();
        await().atMost(Duration.ofSeconds(60)).until(() -> published() >= size);
        int before = TopicReader.read("kit.events").size();
        as(Roles.PLATFORM_ADMIN, CITY)
                .body(Map.of("from", size - 1))
                .post("/v1/event-republications")
                .then()
                .statusCode(202);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(TopicReader.read("kit.events")).hasSizeGreaterThan(before));
        as(Roles.PLATFORM_ADMIN, CITY)
                .body(Map.of("from", size + 1_000))
                .post("/v1/event-republications")
                .then()
                .statusCode(400);
        as(Roles.AUDITOR, CITY)
                .body(Map.of("from", 0))
                .post("/v1/event-republications")
                .then()
                .statusCode(403);
    }

    @Test
    void healthAndMetricsSayHowFarNumberingAndPublishingAre() {
        append(HERE, 1);
        long size = awaitNumbered();
        await().atMost(Duration.ofSeconds(60)).until(() -> published() >= size);
        RestAssured.get("/q/health")
                .then()
                .body("checks.find { it.name == 'event-log' }.data.unsequenced", equalTo(0))
                .body("checks.find { it.name == 'event-log' }.data.unpublished", equalTo(0));
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("shequ_events_numbered ", "shequ_events_unsequenced ", "shequ_events_unpublished ")
                .contains("shequ_ready{check=\"event-log-history\"} 1.0")
                .contains("shequ_inbox_lag ", "shequ_inbox_parked{state=\"POISON\"", "shequ_inbox_events_total{");
    }

    @Test
    void theRuntimeRoleCannotRewriteTheLog() {
        append(HERE, 1);
        awaitNumbered();
        for (String forbidden : List.of(
                "UPDATE event_log SET bytes = bytes",
                "DELETE FROM event_log",
                "TRUNCATE event_log",
                "UPDATE event_outbox SET data = data",
                "DELETE FROM event_outbox",
                "TRUNCATE event_outbox",
                "UPDATE merkle_node SET hash = hash",
                "DELETE FROM merkle_node",
                "DELETE FROM event_inbox",
                "UPDATE event_inbox SET sequence = 0",
                "ALTER TABLE event_log DISABLE TRIGGER ALL",
                "DROP TABLE event_log")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(forbidden)))
                    .as(forbidden)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    private void append(String community, int count) {
        QuarkusTransaction.requiringNew()
                .run(() -> log.append(IntStream.range(0, count)
                        .mapToObj(i -> LogDatabase.event(UUID.randomUUID().toString(), community))
                        .toList()));
    }

    private long awaitNumbered() {
        long appended = count("SELECT count(*) FROM event_outbox");
        await().atMost(Duration.ofSeconds(60)).until(() -> count("SELECT count(*) FROM event_log") >= appended);
        return appended;
    }

    private long published() {
        return count("SELECT next_sequence FROM event_publication");
    }

    private long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private byte[][] stored() {
        return jdbi.withHandle(handle -> LogReader.from(handle, 0, Integer.MAX_VALUE).stream()
                .map(NumberedEvent::bytes)
                .toArray(byte[][]::new));
    }

    private static String feedText() {
        return as(Roles.AUDITOR, CITY)
                .accept(EventFeed.NDJSON)
                .get("/v1/events")
                .asString();
    }

    private static String[] lines(Response response) {
        return new String(response.asByteArray(), UTF_8).split("\n");
    }

    private Checkpoint checkpoint() {
        SignedNote note = signer.checkpoint();
        assertThat(NoteKey.parse(signer.key().toString()).signed(note)).isTrue();
        return Checkpoint.parse(note.text());
    }

    /** A process that finds what another one signed before it. */
    private LogSigner restartedAfter(Checkpoint signed) throws IOException {
        Path file = Files.createTempFile("checkpoint", ".txt");
        Files.writeString(file, signed.text() + "\n\u2014 somebody AAAAAAAA\n");
        EventLogConfig itsConfig = LogSettings.of(
                "kit",
                Map.of("shequ.event-log.checkpoint-file", file.toString(), "SHEQU_DATA_DIR", "target/restarted"));
        return new LogSigner(itsConfig, tree, keys, clock);
    }
}
