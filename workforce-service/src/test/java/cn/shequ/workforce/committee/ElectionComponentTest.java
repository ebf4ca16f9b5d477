package cn.shequ.workforce.committee;

import static cn.shequ.workforce.committee.Electing.TODAY;
import static cn.shequ.workforce.committee.Electing.anElection;
import static cn.shequ.workforce.committee.Electing.as;
import static cn.shequ.workforce.committee.Electing.records;
import static cn.shequ.workforce.committee.Electing.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.security.Roles;
import cn.shequ.workforce.Given;
import cn.shequ.workforce.WithSuite;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithSuite
@Tag("art-20")
class ElectionComponentTest {

    @Inject
    Given given;

    @Inject
    Jdbi jdbi;

    private DivisionCode subdistrict;
    private DivisionCode community;

    @BeforeEach
    void aCommunity() {
        subdistrict = given.aSubdistrict();
        community = given.aCommunity(subdistrict, 1);
    }

    private String recorded(LocalDate on) {
        return records(subdistrict, anElection(community, on))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void an_election_is_recorded_and_one_event_says_how_many_were_elected() {
        String answer = records(subdistrict, anElection(community, TODAY))
                .statusCode(201)
                .body("number", equalTo(1))
                .body("endsOn", equalTo(TODAY.plusYears(5).minusDays(1).toString()))
                .body("recordedOn", equalTo(TODAY.toString()))
                .body("fewestRule", equalTo("committee.fewest-members@2"))
                .body("mostRule", equalTo("committee.most-members@2"))
                .body("termRule", equalTo("committee.term@3"))
                .body("earlyGrounds", nullValue())
                .extract()
                .asString();
        String id = JsonPath.from(answer).getString("id");
        assertThat(events(id)).singleElement().satisfies(data -> assertThat(
                        JsonPath.from(data).getMap("$"))
                .isEqualTo(Map.of(
                        "term",
                        id,
                        "community",
                        community.value(),
                        "number",
                        1,
                        "electedOn",
                        TODAY.toString(),
                        "endsOn",
                        TODAY.plusYears(5).minusDays(1).toString(),
                        "deputies",
                        2,
                        "members",
                        4)));
    }

    @Test
    void a_term_is_as_long_as_the_law_of_election_day_says() {
        records(subdistrict, anElection(community, LocalDate.of(2015, 6, 1)))
                .statusCode(201)
                .body("endsOn", equalTo("2018-05-31"))
                .body("termRule", equalTo("committee.term@1"))
                .body("fewestRule", equalTo("committee.fewest-members@1"));
        records(subdistrict, anElection(community, LocalDate.of(2018, 12, 28)))
                .statusCode(201)
                .body("number", equalTo(2))
                .body("endsOn", equalTo("2021-12-27"));
        records(subdistrict, anElection(community, LocalDate.of(2021, 12, 28)))
                .statusCode(201)
                .body("number", equalTo(3))
                .body("endsOn", equalTo("2026-12-27"))
                .body("termRule", equalTo("committee.term@2"));
        records(subdistrict, anElection(given.aCommunity(subdistrict, 2), LocalDate.of(2018, 12, 29)))
                .statusCode(201)
                .body("endsOn", equalTo("2023-12-28"));
    }

    @Test
    void before_there_was_a_law_there_is_nothing_to_measure_against() {
        records(subdistrict, anElection(community, LocalDate.of(1989, 12, 31)))
                .statusCode(422)
                .body("code", equalTo("no-rule-on-day"));
    }

    @Test
    void the_first_on_record_says_which_term_it_is_and_the_next_follows() {
        records(subdistrict, with(anElection(community, LocalDate.of(2015, 6, 1)), "number", 9))
                .statusCode(201)
                .body("number", equalTo(9));
        records(subdistrict, with(anElection(community, LocalDate.of(2019, 6, 1)), "number", 11))
                .statusCode(422)
                .body("code", equalTo("term-number-does-not-follow"))
                .body("figures.required", equalTo(10))
                .body("figures.actual", equalTo(11));
        records(subdistrict, with(anElection(community, LocalDate.of(2019, 6, 1)), "number", 10))
                .statusCode(201)
                .body("number", equalTo(10));
    }

    @Test
    void a_committee_of_four_or_ten_is_refused_and_one_of_five_or_nine_is_not() {
        records(subdistrict, with(anElection(community, TODAY), "members", 1))
                .statusCode(422)
                .body("code", equalTo("committee-too-small"))
                .body("figures.required", equalTo(5))
                .body("figures.actual", equalTo(4))
                .body("rule", equalTo("committee.fewest-members@2"))
                .body("articles", nullValue());
        records(subdistrict, with(anElection(community, TODAY), "deputies", 5))
                .statusCode(422)
                .body("code", equalTo("committee-too-large"))
                .body("figures.required", equalTo(9))
                .body("figures.actual", equalTo(10))
                .body("rule", equalTo("committee.most-members@2"));
        assertThat(terms()).isZero();
        records(subdistrict, with(anElection(community, TODAY), "members", 2)).statusCode(201);
        records(subdistrict, with(anElection(given.aCommunity(subdistrict, 2), TODAY), "members", 6))
                .statusCode(201);
    }

    @Test
    void an_early_election_needs_grounds() {
        LocalDate last = LocalDate.of(2025, 1, 14);
        recorded(LocalDate.of(2020, 1, 15));
        records(subdistrict, anElection(community, last))
                .statusCode(422)
                .body("code", equalTo("early-election-without-grounds"))
                .body("figures.endsOn", equalTo(last.toString()))
                .body("figures.actual", equalTo(last.toString()))
                .body("rule", equalTo("committee.term@2"))
                .body("articles", nullValue());
        records(subdistrict, with(anElection(community, last), "earlyGrounds", " "))
                .statusCode(422);
        records(subdistrict, with(anElection(community, last), "earlyGrounds", "半数以上成员辞职"))
                .statusCode(201)
                .body("number", equalTo(2))
                .body("earlyGrounds", equalTo("半数以上成员辞职"));
    }

    @Test
    void an_election_on_the_day_after_the_term_is_not_early_and_keeps_no_grounds() {
        LocalDate next = LocalDate.of(2025, 1, 15);
        recorded(LocalDate.of(2020, 1, 15));
        records(subdistrict, with(anElection(community, next), "earlyGrounds", "提前"))
                .statusCode(422)
                .body("code", equalTo("election-is-not-early"))
                .body("figures.endsOn", equalTo("2025-01-14"));
        records(subdistrict, anElection(community, next)).statusCode(201);
    }

    @Test
    void an_election_is_recorded_when_it_is_over() {
        records(subdistrict, anElection(community, TODAY.plusDays(1)))
                .statusCode(422)
                .body("code", equalTo("election-to-come"))
                .body("figures.required", equalTo(TODAY.toString()))
                .body("figures.actual", equalTo(TODAY.plusDays(1).toString()));
    }

    @Test
    void elections_are_recorded_in_their_order_and_each_once() {
        recorded(TODAY.minusDays(10));
        records(subdistrict, anElection(community, TODAY.minusDays(11)))
                .statusCode(422)
                .body("code", equalTo("election-before-the-last"))
                .body("figures.required", equalTo(TODAY.minusDays(9).toString()))
                .body("figures.actual", equalTo(TODAY.minusDays(11).toString()));
        records(subdistrict, with(anElection(community, TODAY.minusDays(10)), "members", 5))
                .statusCode(409)
                .body("code", equalTo("election-recorded"))
                .body("figures.number", equalTo(1));
        assertThat(terms()).isOne();
    }

    @Test
    void only_communities_that_exist_have_committees() {
        records(subdistrict, anElection(DivisionCode.of("990199999999"), TODAY))
                .statusCode(400)
                .body("errors.field", contains("community"))
                .body("errors.code", contains("unknown-division"));
        records(subdistrict, anElection(subdistrict, TODAY))
                .statusCode(422)
                .body("code", equalTo("election-outside-community"))
                .body("figures.actual", equalTo("TOWNSHIP_LEVEL"));
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        Map<String, Object> wrong = anElection(community, TODAY);
        wrong.put("electedOn", null);
        wrong.put("deputies", -1);
        wrong.put("members", 100);
        wrong.put("resultTitle", " ");
        wrong.remove("resultNumber");
        wrong.put("number", 0);
        wrong.put("director", "王某某");
        records(subdistrict, wrong)
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "electedOn",
                                "deputies",
                                "members",
                                "resultTitle",
                                "resultNumber",
                                "number",
                                "director"));
    }

    @Test
    void the_same_request_again_gets_the_same_answer_and_has_one_effect() {
        String first = records(subdistrict, anElection(community, TODAY), "once")
                .statusCode(201)
                .extract()
                .asString();
        String second = records(subdistrict, anElection(community, TODAY), "once")
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .extract()
                .asString();
        assertThat(second).isEqualTo(first);
        assertThat(terms()).isOne();
        assertThat(events(JsonPath.from(first).getString("id"))).hasSize(1);
    }

    @Test
    void of_several_officers_who_record_one_election_at_the_same_moment_one_does() {
        List<Integer> answers = atOnce(TODAY, TODAY, TODAY, TODAY);
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(3);
        assertThat(terms()).isOne();
    }

    /** Whichever comes first, the other is before it, or early without grounds. */
    @Test
    void of_two_elections_that_are_recorded_at_the_same_moment_one_is() {
        assertThat(atOnce(TODAY, TODAY.minusDays(1))).containsExactlyInAnyOrder(201, 422);
        assertThat(terms()).isOne();
    }

    private List<Integer> atOnce(LocalDate... days) {
        return Stream.of(days)
                .map(day -> CompletableFuture.supplyAsync(() -> records(subdistrict, anElection(community, day))
                        .extract()
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @Test
    void subdistrict_officers_record_in_their_own_territory_only() {
        records(given.aSubdistrict(), anElection(community, TODAY))
                .statusCode(404)
                .body("code", equalTo("not-found"));
        as(Roles.COMMUNITY_OFFICER, community)
                .header("Idempotency-Key", "k")
                .body(anElection(community, TODAY))
                .post("/v1/committee-terms")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "k")
                .body(anElection(community, TODAY))
                .post("/v1/committee-terms")
                .then()
                .statusCode(401);
        as(Roles.SUBDISTRICT_OFFICER, subdistrict)
                .body(anElection(community, TODAY))
                .post("/v1/committee-terms")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
        assertThat(terms()).isZero();
    }

    @Test
    void terms_are_read_where_they_are_and_above() {
        String id = recorded(TODAY);
        as(Roles.COMMUNITY_OFFICER, community)
                .get("/v1/committee-terms/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("resultNumber", equalTo("选〔2026〕1号"));
        as(Roles.AUDITOR, Given.DISTRICT)
                .get("/v1/committee-terms/" + id)
                .then()
                .statusCode(200);
        as(Roles.SUBDISTRICT_OFFICER, given.aSubdistrict())
                .get("/v1/committee-terms/" + id)
                .then()
                .statusCode(404);
        as(Roles.RESIDENT, community).get("/v1/committee-terms/" + id).then().statusCode(403);
        as(Roles.AUDITOR, Given.CITY)
                .get("/v1/committee-terms/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void terms_are_listed_by_community_and_by_division_in_pages() {
        String first = recorded(LocalDate.of(2015, 6, 1));
        String second = recorded(LocalDate.of(2019, 6, 1));
        DivisionCode neighbour = given.aCommunity(subdistrict, 2);
        String third = records(subdistrict, anElection(neighbour, TODAY))
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(listed(Roles.CIVIL_AFFAIRS_OFFICER, Given.DISTRICT, "division=" + subdistrict))
                .containsExactly(first, second, third);
        assertThat(listed(Roles.CIVIL_AFFAIRS_OFFICER, Given.DISTRICT, "division=" + neighbour))
                .containsExactly(third);
        assertThat(listed(Roles.SUBDISTRICT_OFFICER, subdistrict, "community=" + community))
                .containsExactly(first, second);
        assertThat(listed(Roles.COMMUNITY_OFFICER, neighbour, "limit=200")).containsExactly(third);
        assertThat(listed(Roles.SUBDISTRICT_OFFICER, given.aSubdistrict(), "division=" + subdistrict))
                .isEmpty();
        String next = as(Roles.SUBDISTRICT_OFFICER, subdistrict)
                .get("/v1/committee-terms?limit=2")
                .then()
                .statusCode(200)
                .header("Link", endsWith("rel=\"next\""))
                .body("items.id", contains(first, second))
                .extract()
                .path("next");
        assertThat(listed(Roles.SUBDISTRICT_OFFICER, subdistrict, "limit=2&cursor=" + next))
                .containsExactly(third);
        as(Roles.SUBDISTRICT_OFFICER, subdistrict)
                .get("/v1/committee-terms?limit=201")
                .then()
                .statusCode(400);
        as(Roles.RESIDENT, community).get("/v1/committee-terms").then().statusCode(403);
    }

    private static List<String> listed(String role, DivisionCode division, String query) {
        return as(role, division)
                .get("/v1/committee-terms?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private long terms() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM committee_term WHERE community = :community")
                        .bind("community", community)
                        .mapTo(Long.class)
                        .one());
    }

    private List<String> events(String term) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT data FROM event_outbox WHERE subject = :id")
                .bind("id", term)
                .mapTo(String.class)
                .list());
    }
}
