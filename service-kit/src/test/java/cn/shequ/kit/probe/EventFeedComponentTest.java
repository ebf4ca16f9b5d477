package cn.shequ.kit.probe;

import static cn.shequ.kit.probe.ProbeService.CITY;
import static cn.shequ.kit.probe.ProbeService.COMMUNITY;
import static cn.shequ.kit.probe.ProbeService.DISTRICT;
import static cn.shequ.kit.probe.ProbeService.NEIGHBOUR;
import static cn.shequ.kit.probe.ProbeService.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.events.workforce.VolunteerRegistered;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventFeed;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.eventlog.LogSigner;
import cn.shequ.kit.eventlog.LogTree;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.Redaction;
import cn.shequ.kit.merkle.Tile;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class EventFeedComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    EventLog log;

    @Inject
    EventFeed feed;

    @Inject
    LogTree tree;

    @Inject
    LogSigner signer;

    private long first;

    @BeforeEach
    void threeEvents() {
        ProbeService.settle(territory);
        first = feed.size();
        QuarkusTransaction.requiringNew()
                .run(() -> log.append(List.of(registered(COMMUNITY), registered(NEIGHBOUR), registered(COMMUNITY))));
        await().atMost(Duration.ofSeconds(60)).until(() -> feed.size() >= first + 3);
    }

    @Test
    void everyNumberIsThereAndWhatIsElsewhereIsANumberAndAHash() {
        Response page = read(DISTRICT, "from=" + first + "&limit=3");
        page.then().statusCode(200).body("complete", equalTo(true)).body("next", equalTo((int) first + 3));
        assertThat(page.<List<Integer>>path("events.sequence"))
                .containsExactly((int) first, (int) first + 1, (int) first + 2);
        assertThat(page.<List<Object>>path("events.redacted")).containsExactly(null, true, null);
        assertThat(read(CITY, "from=" + first + "&limit=3").<List<Object>>path("events.redacted"))
                .containsOnlyNulls();
    }

    @Test
    void aLineIsTheVeryBytesThatWereHashed() {
        String lines = as(Roles.AUDITOR, DISTRICT)
                .accept(EventFeed.NDJSON)
                .get("/v1/events?from=" + first)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String own = lines.lines().findFirst().orElseThrow();
        assertThat(leaf(first)).isEqualTo(Hash.ofLeaf(own.getBytes(StandardCharsets.UTF_8)));
        assertThat(lines.lines().skip(1).findFirst()).contains(Redaction.of(first + 1, leaf(first + 1)));
    }

    @Test
    void manyPiecesOfTheLogComeAsOne() {
        int many = 1_203;
        QuarkusTransaction.requiringNew()
                .run(() -> log.append(IntStream.range(0, many)
                        .mapToObj(i -> registered(i % 3 == 0 ? NEIGHBOUR : COMMUNITY))
                        .toList()));
        long start = first + 3;
        await().atMost(Duration.ofSeconds(60)).until(() -> feed.size() >= start + many);
        List<String> lines = as(Roles.AUDITOR, DISTRICT)
                .accept(EventFeed.NDJSON)
                .get("/v1/events?from=" + start)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(many);
        for (int i = 0; i < many; i++) {
            Hash leaf = leaf(start + i);
            if (i % 3 == 0) {
                assertThat(lines.get(i)).isEqualTo(Redaction.of(start + i, leaf));
            } else {
                assertThat(Hash.ofLeaf(lines.get(i).getBytes(StandardCharsets.UTF_8)))
                        .isEqualTo(leaf);
            }
        }
    }

    @Test
    void whoFiltersIsToldThatNumbersMayBeMissing() {
        Response page = read(CITY, "from=" + first + "&division=" + NEIGHBOUR);
        page.then().statusCode(200).body("complete", equalTo(false));
        assertThat(page.<List<Integer>>path("events.sequence")).containsExactly((int) first + 1);
    }

    @Test
    void pastTheEndThereIsNothingYet() {
        long end = feed.size();
        read(CITY, "from=" + end)
                .then()
                .statusCode(200)
                .body("next", equalTo((int) end))
                .body("events.size()", equalTo(0));
    }

    @Test
    void whatIsOutOfBoundsIsRefused() {
        read(CITY, "from=-1").then().statusCode(400).body("errors[0].field", equalTo("from"));
        read(CITY, "limit=1001").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        read(CITY, "limit=0").then().statusCode(400);
    }

    @Test
    void onlyAuditorsAndIntegratorsReadIt() {
        as(Roles.FINANCE_OFFICER, CITY).get("/v1/events").then().statusCode(403);
        as(Roles.SYSTEM_INTEGRATOR, CITY).get("/v1/events?limit=1").then().statusCode(200);
    }

    @Test
    void aCheckpointIsSignedAndContinuesTheOneBefore() {
        Checkpoint before = Checkpoint.parse(signer.checkpoint().text());
        threeEvents();
        var note = signer.checkpoint();
        Checkpoint after = Checkpoint.parse(note.text());
        assertThat(signer.key().signed(note)).isTrue();
        assertThat(after.size()).isGreaterThan(before.size());
        assertThat(tree.consistency(before.size(), after.size()).holds(before.root(), after.root()))
                .isTrue();
        assertThat(tree.inclusion(first, after.size()).holds(leaf(first), after.root()))
                .isTrue();
    }

    @Test
    void proofsOfWhatIsNotThereAreRefused() {
        long size = feed.size();
        assertThatThrownBy(() -> tree.inclusion(0, size + 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tree.inclusion(size, size)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tree.consistency(2, 1)).isInstanceOf(Refusal.class);
        assertThat(tree.tile("0/x999/999")).isEmpty();
        assertThat(tree.tile("../checkpoint")).isEmpty();
    }

    private Hash leaf(long sequence) {
        long tile = sequence / Tile.FULL_WIDTH;
        int width = (int) (sequence % Tile.FULL_WIDTH) + 1;
        byte[] hashes = tree.tile(new Tile(0, tile, width).path()).orElseThrow();
        return Hash.of(java.util.Arrays.copyOfRange(hashes, hashes.length - Hash.BYTES, hashes.length));
    }

    private static Response read(DivisionCode division, String query) {
        return as(Roles.AUDITOR, division).get("/v1/events?" + query);
    }

    private static VolunteerRegistered registered(DivisionCode community) {
        return new VolunteerRegistered(Ids.next().toString(), community.value(), LocalDate.of(2026, 1, 15));
    }
}
