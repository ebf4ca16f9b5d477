package cn.shequ.admission.award;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aCreditCode;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.award.Awarding.DISTRICT;
import static cn.shequ.admission.award.Awarding.SUBDISTRICT;
import static cn.shequ.admission.award.Awarding.aCommunity;
import static cn.shequ.admission.award.Awarding.aNomination;
import static cn.shequ.admission.award.Awarding.aTitle;
import static cn.shequ.admission.award.Awarding.anAward;
import static cn.shequ.admission.award.Awarding.grant;
import static cn.shequ.admission.award.Awarding.nominate;
import static cn.shequ.admission.award.Awarding.nomination;
import static cn.shequ.admission.award.Awarding.office;
import static cn.shequ.admission.award.Awarding.officerOf;
import static cn.shequ.admission.award.Awarding.told;
import static cn.shequ.admission.award.Awarding.withdraw;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
@Tag("art-36")
class AwardComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String community = "";

    @BeforeEach
    void aCommunityOfTheDistrict() {
        community = aCommunity(territory);
    }

    private static Response decline(String award) {
        return office().body(Map.of("reason", "名额已满")).post("/v1/award-nominations/" + award + "/declination");
    }

    @Test
    void whoIsNominatedAndEligibleGetsTheAwardAndEverybodyReadsIt() {
        String title = aTitle();
        String award = nominate(community, title)
                .then()
                .statusCode(201)
                .body("stage", equalTo("NOMINATED"))
                .body("nominatedBy", nullValue())
                .extract()
                .path("id");
        given().get("/v1/awards/" + award).then().statusCode(404);
        grant(award)
                .then()
                .statusCode(200)
                .body("stage", equalTo("GRANTED"))
                .body("grantedOn", equalTo(TODAY.toString()));
        given().get("/v1/awards?nominee=" + community)
                .then()
                .statusCode(200)
                .body("items.id", contains(award))
                .body("items[0].title", equalTo(title))
                .body("items[0].decidedBy", nullValue());
        given().get("/v1/awards/" + award).then().statusCode(200).body("kind", equalTo("COMMENDATION"));
        assertThat(told(jdbi, award))
                .singleElement()
                .asString()
                .startsWith("award-granted.v1")
                .contains(community);
    }

    @Test
    void aBodyAndASubdistrictAreNominatedToo() {
        String body = aDepartmentOf(DISTRICT);
        nominate(body, aTitle()).then().statusCode(201).body("place", equalTo(DISTRICT));
        nominate(SUBDISTRICT, aTitle()).then().statusCode(201).body("place", equalTo(SUBDISTRICT));
        assertThat(told(jdbi, anAward(body))).singleElement().asString().contains(body);
    }

    @Test
    void nobodyElsewhereAndNobodyUnknownIsNominated() {
        nominate(COMMUNITY, aTitle())
                .then()
                .statusCode(422)
                .body("code", equalTo("nominee-outside-division"))
                .body("figures.required", equalTo(DISTRICT))
                .body("figures.actual", equalTo(COMMUNITY));
        nominate(CITY, aTitle()).then().statusCode(422).body("code", equalTo("nominee-outside-division"));
        nominate(aDepartmentOf(CITY), aTitle()).then().statusCode(422);
        nominate("220115999999", aTitle()).then().statusCode(400).body("errors.field", contains("nominee"));
        nominate(aCreditCode(), aTitle()).then().statusCode(422).body("code", equalTo("department-unknown"));
        nominate("12345", aTitle()).then().statusCode(400).body("errors.field", contains("nominee"));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        office().body(Map.of("division", DISTRICT, "year", 2010, "title", " ", "nominee", community, "grounds", ""))
                .post("/v1/award-nominations")
                .then()
                .statusCode(400)
                .body("errors.field.toSet()", equalTo(Set.of("year", "title", "grounds")));
    }

    @Test
    void noCommunityGivesAwards() {
        Map<String, Object> body = new HashMap<>(nomination(community, aTitle()));
        body.put("division", community);
        office().body(body)
                .post("/v1/award-nominations")
                .then()
                .statusCode(422)
                .body("code", equalTo("leading-group-level"))
                .body("articles", contains(34));
        body.put("division", "220115999999");
        office().body(body)
                .post("/v1/award-nominations")
                .then()
                .statusCode(400)
                .body("errors.field", contains("division"));
    }

    @Test
    void ofOneAwardNobodyIsJudgedTwice() {
        String title = aTitle();
        String award =
                nominate(community, title).then().statusCode(201).extract().path("id");
        nominate(community, title).then().statusCode(409).body("code", equalTo("award-exists"));
        decline(award).then().statusCode(200).body("stage", equalTo("DECLINED")).body("reason", equalTo("名额已满"));
        nominate(community, title).then().statusCode(409);
        grant(award)
                .then()
                .statusCode(409)
                .body("code", equalTo("award-stage-forbids"))
                .body("figures.stage", equalTo("DECLINED"))
                .body("figures.command", equalTo("GRANT"));
        given().get("/v1/awards/" + award).then().statusCode(404);
        assertThat(told(jdbi, award)).isEmpty();
    }

    @Test
    void anAwardIsWithdrawnWithItsReasonAndStaysToBeRead() {
        String award = aNomination(community);
        withdraw(award).then().statusCode(409).body("figures.stage", equalTo("NOMINATED"));
        grant(award).then().statusCode(200);
        decline(award).then().statusCode(409);
        withdraw(award).then().statusCode(200).body("stage", equalTo("WITHDRAWN"));
        withdraw(award).then().statusCode(409);
        given().get("/v1/awards/" + award).then().statusCode(200).body("reason", equalTo("申报材料不实"));
        assertThat(told(jdbi, award)).hasSize(2).last().asString().contains("award-cancelled.v1", "WITHDRAWN");
    }

    @Test
    void aRequestSaidTwiceIsDoneOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = nomination(community, aTitle());
        Supplier<Response> request =
                () -> office().header("Idempotency-Key", key).body(body).post("/v1/award-nominations");
        String award = request.get().then().statusCode(201).extract().path("id");
        request.get().then().statusCode(201).body("id", equalTo(award));
        String again = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            office().header("Idempotency-Key", again)
                    .post("/v1/award-nominations/" + award + "/grant")
                    .then()
                    .statusCode(200);
        }
        assertThat(told(jdbi, award)).hasSize(1);
    }

    @Test
    void ofTwoNominationsAtOnceOneIsMadeAndOfTwoDecisionsOneIsTaken() {
        String title = aTitle();
        assertThat(atOnce(() -> nominate(community, title), () -> nominate(community, title)))
                .containsExactlyInAnyOrder(201, 409);
        String award = aNomination(community);
        assertThat(atOnce(() -> grant(award), () -> decline(award))).containsExactlyInAnyOrder(200, 409);
    }

    @SafeVarargs
    private static List<Integer> atOnce(Supplier<Response>... requests) {
        return Stream.of(requests)
                .map(request ->
                        CompletableFuture.supplyAsync(() -> request.get().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @Test
    void nominationsAreForThoseConcernedAndTheOfficeDecides() {
        String award = aNomination(community);
        officerOf(community).get("/v1/award-nominations/" + award).then().statusCode(200);
        officerOf(community)
                .get("/v1/award-nominations?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", contains(award));
        officerOf(aCommunity(territory))
                .get("/v1/award-nominations/" + award)
                .then()
                .statusCode(404);
        Given.office(NEIGHBOUR).get("/v1/award-nominations?limit=200").then().body("items.id", not(hasItem(award)));
        Given.office(NEIGHBOUR)
                .post("/v1/award-nominations/" + award + "/grant")
                .then()
                .statusCode(404);
        Given.office(NEIGHBOUR)
                .body(nomination(community, aTitle()))
                .post("/v1/award-nominations")
                .then()
                .statusCode(404);
        Given.office(SUBDISTRICT)
                .get("/v1/award-nominations?stage=NOMINATED&nominee=" + community)
                .then()
                .body("items.id", contains(award));
        Given.office(SUBDISTRICT)
                .post("/v1/award-nominations/" + award + "/grant")
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
        as(Roles.RESIDENT, community)
                .get("/v1/award-nominations/" + award)
                .then()
                .statusCode(403);
        officerOf(community)
                .post("/v1/award-nominations/" + award + "/grant")
                .then()
                .statusCode(403);
    }

    @Test
    void theListOfAwardsIsPagedAndSorted() {
        String first = anAward(community);
        String second = anAward(community);
        String next = given().get("/v1/awards?limit=1&nominee=" + community)
                .then()
                .body("items.id", contains(first))
                .extract()
                .path("next");
        given().get("/v1/awards?limit=1&nominee=" + community + "&cursor=" + next)
                .then()
                .body("items.id", contains(second))
                .body("next", nullValue());
        given().get("/v1/awards?kind=SAFE_COMMUNITY&division=" + DISTRICT + "&year=2011")
                .then()
                .statusCode(200)
                .body("items", empty());
    }
}
