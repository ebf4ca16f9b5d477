package cn.shequ.admission.campaign;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.person;
import static cn.shequ.admission.award.Awarding.DISTRICT;
import static cn.shequ.admission.award.Awarding.SUBDISTRICT;
import static cn.shequ.admission.award.Awarding.aCommunity;
import static cn.shequ.admission.award.Awarding.office;
import static cn.shequ.admission.award.Awarding.officerOf;
import static cn.shequ.admission.award.Awarding.stage;
import static cn.shequ.admission.award.Awarding.told;
import static cn.shequ.admission.campaign.Campaigning.aCampaign;
import static cn.shequ.admission.campaign.Campaigning.anEntry;
import static cn.shequ.admission.campaign.Campaigning.campaign;
import static cn.shequ.admission.campaign.Campaigning.enter;
import static cn.shequ.admission.campaign.Campaigning.line;
import static cn.shequ.admission.campaign.Campaigning.open;
import static cn.shequ.admission.campaign.Campaigning.review;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.admission.award.VetoSays;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-30")
class CampaignComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    VetoSays funding;

    @Inject
    Jdbi jdbi;

    private String community = "";

    @BeforeEach
    void aCommunityOfTheDistrict() {
        community = aCommunity(territory);
    }

    @Test
    void theTitleIsGrantedFromThePassMarkOnAndEverybodyReadsIt() {
        String campaign = aCampaign("HARMONIOUS");
        String entry = enter(community, campaign, 60, 40)
                .then()
                .statusCode(201)
                .body("stage", equalTo("NOMINATED"))
                .body("pointsClaimed", equalTo(100))
                .body("pointsFound", nullValue())
                .body("lines.evidence", hasSize(2))
                .extract()
                .path("id");
        given().get("/v1/awards/" + entry).then().statusCode(404);
        review(entry, 50, 30)
                .then()
                .statusCode(200)
                .body("stage", equalTo("GRANTED"))
                .body("pointsRequired", equalTo(80))
                .body("pointsFound", equalTo(80))
                .body("lines.found", contains(50, 30));
        given().get("/v1/awards?kind=HARMONIOUS_COMMUNITY&nominee=" + community)
                .then()
                .statusCode(200)
                .body("items.id", contains(entry))
                .body("items[0].nominee", equalTo(community));
        assertThat(told(jdbi, entry)).singleElement().asString().contains("award-granted.v1", "HARMONIOUS_COMMUNITY");
    }

    @Test
    void onePointLessIsTooFewAndBothFiguresAreSaid() {
        String entry = anEntry(community, aCampaign("SAFE"));
        review(entry, 50, 29)
                .then()
                .statusCode(200)
                .body("stage", equalTo("DECLINED"))
                .body("pointsRequired", equalTo(80))
                .body("pointsFound", equalTo(79));
        review(entry, 60, 40).then().statusCode(409).body("code", equalTo("award-stage-forbids"));
        given().get("/v1/awards/" + entry).then().statusCode(404);
        assertThat(told(jdbi, entry)).isEmpty();
    }

    @Test
    void aTitleIsGrantedByReviewAloneAndWithdrawnWithItsReason() {
        String entry = anEntry(community, aCampaign("CIVILISED"));
        office().post("/v1/award-nominations/" + entry + "/grant")
                .then()
                .statusCode(409)
                .body("code", equalTo("title-needs-review"))
                .body("articles", contains(30));
        office().body(Map.of("reason", "x"))
                .post("/v1/award-nominations/" + entry + "/declination")
                .then()
                .statusCode(409);
        review(entry, 60, 40).then().statusCode(200);
        office().body(Map.of("reason", "发生重大矛盾纠纷"))
                .post("/v1/awards/" + entry + "/withdrawal")
                .then()
                .statusCode(200)
                .body("stage", equalTo("WITHDRAWN"));
        officerOf(community).get("/v1/campaign-entries/" + entry).then().body("stage", equalTo("WITHDRAWN"));
    }

    @Test
    void aCommunityUnderAVetoNeitherEntersNorGetsATitle() {
        String campaign = aCampaign("HAPPY");
        String entry = anEntry(community, campaign);
        UUID veto = UUID.randomUUID();
        funding.imposed(veto, community, TODAY, TODAY.plusDays(30));
        assertThat(stage(entry)).isEqualTo("CANCELLED");
        review(entry, 60, 40).then().statusCode(409).body("figures.stage", equalTo("CANCELLED"));
        enter(community, campaign, 60, 40)
                .then()
                .statusCode(422)
                .body("code", equalTo("award-ineligible"))
                .body("articles", contains(16));
        funding.lifted(veto, community, TODAY);
        review(anEntry(community, campaign), 60, 40).then().statusCode(200).body("stage", equalTo("GRANTED"));
    }

    @Test
    void pointsAreForTheCriteriaAndNoneIsLeftOut() {
        String campaign = aCampaign("SAFE");
        enter(community, campaign, 61, 40)
                .then()
                .statusCode(422)
                .body("code", equalTo("points-do-not-fit"))
                .body("errors.field", contains("lines[0].points"));
        officerOf(community)
                .body(Map.of("lines", List.of(line(3, 1), line(1, 1))))
                .post("/v1/campaigns/" + campaign + "/entries")
                .then()
                .statusCode(422)
                .body("errors.field", contains("lines[0].criterion", "lines"));
        enter(community, campaign, -1, 40).then().statusCode(400).body("errors.field", contains("lines[0].points"));
        String entry = anEntry(community, campaign);
        review(entry, 60, 41).then().statusCode(422).body("errors.field", contains("lines[1].points"));
        review(entry, 60, 40).then().statusCode(200);
    }

    @Test
    void aCommunityEntersOnceAndUntilTheLastDay() {
        String campaign = aCampaign("HARMONIOUS");
        anEntry(community, campaign);
        enter(community, campaign, 1, 1).then().statusCode(409).body("code", equalTo("award-exists"));
        asOwner("UPDATE campaign SET opened_on = '" + TODAY.minusDays(9) + "', assess_by = '" + TODAY.minusDays(1)
                + "' WHERE id = '" + campaign + "'");
        enter(aCommunity(territory), campaign, 1, 1)
                .then()
                .statusCode(422)
                .body("code", equalTo("campaign-closed"))
                .body("articles", nullValue())
                .body("figures.required", equalTo(TODAY.minusDays(1).toString()))
                .body("figures.actual", equalTo(TODAY.toString()));
    }

    @Test
    void ofEachKindADivisionHasOneCampaignAYear() {
        Map<String, Object> campaign = campaign("HAPPY");
        open(campaign).then().statusCode(201).body("points", equalTo(100)).body("criteria.number", contains(1, 2));
        open(campaign).then().statusCode(409).body("code", equalTo("campaign-exists"));
        campaign.put("kind", "SAFE");
        String other = open(campaign).then().statusCode(201).extract().path("id");
        given().get("/v1/campaigns?division=" + DISTRICT + "&kind=SAFE&year=" + campaign.get("year"))
                .then()
                .statusCode(200)
                .body("items.id", contains(other))
                .body("items[0].criteria.points", contains(60, 40))
                .body("items[0].openedBy", nullValue());
        given().get("/v1/campaigns/" + other).then().statusCode(200).body("criteria.points", contains(60, 40));
    }

    @Test
    void aCampaignThatNobodyCouldPassIsNotOpened() {
        Map<String, Object> campaign = campaign("HAPPY");
        campaign.put("pointsRequired", 101);
        campaign.put("assessBy", TODAY.minusDays(1).toString());
        open(campaign).then().statusCode(400).body("errors.field", contains("pointsRequired", "assessBy"));
        campaign.put("division", community);
        open(campaign).then().statusCode(422).body("code", equalTo("leading-group-level"));
        campaign.put("division", SUBDISTRICT);
        open(campaign).then().statusCode(422).body("code", equalTo("campaign-level"));
        campaign.put("division", NEIGHBOUR);
        open(campaign).then().statusCode(404);
    }

    @Test
    void onlyACommunitysOwnOfficerAssessesItAndOnlyTheOfficeReviews() {
        String campaign = aCampaign("CIVILISED");
        enter(SUBDISTRICT, campaign, 60, 40).then().statusCode(403).body("code", equalTo("outside-jurisdiction"));
        enter(COMMUNITY, campaign, 60, 40).then().statusCode(422).body("code", equalTo("nominee-outside-division"));
        String entry = anEntry(community, campaign);
        officerOf(aCommunity(territory))
                .get("/v1/campaign-entries/" + entry)
                .then()
                .statusCode(404);
        officerOf(community)
                .get("/v1/campaign-entries?campaign=" + campaign)
                .then()
                .statusCode(200)
                .body("items.id", contains(entry));
        Given.office(NEIGHBOUR).get("/v1/campaign-entries?limit=200").then().body("items.id", not(hasItem(entry)));
        Given.office(CITY).get("/v1/campaign-entries/" + entry).then().statusCode(200);
        review(Given.office(NEIGHBOUR), entry, 60, 40).then().statusCode(404);
        review(Given.office(CITY), entry, 60, 40).then().statusCode(403);
        Given.office(CITY).body(campaign("SAFE")).post("/v1/campaigns").then().statusCode(403);
        review(officerOf(community), entry, 60, 40).then().statusCode(403);
        as(Roles.RESIDENT, community)
                .get("/v1/campaign-entries/" + entry)
                .then()
                .statusCode(403);
    }

    @Test
    void whoAssessedDoesNotReview() {
        String entry = anEntry(community, aCampaign("HARMONIOUS"));
        String both = Tokens.of(
                person("officer-" + community).toString(), List.of(Roles.LEADING_GROUP_OFFICE), DISTRICT, null);
        review(
                        given().auth()
                                .oauth2(both)
                                .contentType(ContentType.JSON)
                                .header("Accept-Language", "en")
                                .header("Idempotency-Key", UUID.randomUUID()),
                        entry,
                        60,
                        40)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-acted"));
    }

    @Test
    void aRequestSaidTwiceIsDoneOnceAndOfTwoReviewsAtOnceOneCounts() {
        String campaign = aCampaign("SAFE");
        String key = UUID.randomUUID().toString();
        Supplier<Response> entering = () -> officerOf(community)
                .header("Idempotency-Key", key)
                .body(Map.of("lines", List.of(line(1, 60), line(2, 40))))
                .post("/v1/campaigns/" + campaign + "/entries");
        String entry = entering.get().then().statusCode(201).extract().path("id");
        entering.get().then().statusCode(201).body("id", equalTo(entry));
        assertThat(Stream.of(40, 39)
                        .map(points -> CompletableFuture.supplyAsync(
                                () -> review(entry, 60, points).statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .containsExactlyInAnyOrder(200, 409);
        assertThat(told(jdbi, entry)).hasSize(1);
    }
}
