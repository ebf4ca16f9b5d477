package cn.shequ.admission.exit;

import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.COMMUNITY_2;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.NEIGHBOUR_COMMUNITY;
import static cn.shequ.admission.Given.SUBDISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.exit.Exits.aProposal;
import static cn.shequ.admission.exit.Exits.aTask;
import static cn.shequ.admission.exit.Exits.assess;
import static cn.shequ.admission.exit.Exits.community;
import static cn.shequ.admission.exit.Exits.placement;
import static cn.shequ.admission.exit.Exits.propose;
import static cn.shequ.admission.exit.Exits.state;
import static cn.shequ.admission.exit.Exits.together;
import static cn.shequ.admission.exit.Exits.vote;
import static cn.shequ.admission.exit.Exits.withdraw;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import cn.shequ.admission.Given;
import cn.shequ.admission.ServiceTopic;
import cn.shequ.events.facilities.CommunityChanged;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who proposes an exit, what the residents and the other side say to it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class ExitComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String health = "";
    private String task = "";

    @BeforeEach
    void aTaskInACommunity() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
        task = aTask(health);
    }

    @Test
    void halfOfTheBallotsIsGeneralRejectionAndOneLessIsNot() {
        assess(community(), aProposal(task), 101, 51)
                .then()
                .statusCode(200)
                .body("stage", equalTo("ASSESSED"))
                .body("covers[0].rejectionRule", equalTo("exit.rejection-share@1"));
        String other = aTask(aDepartmentOf(DISTRICT));
        assess(community(), aProposal(other), 100, 50).then().body("stage", equalTo("ASSESSED"));
        String kept = aProposal(aTask(aDepartmentOf(DISTRICT)));
        assess(community(), kept, 101, 50).then().statusCode(200).body("stage", equalTo("NOT_REJECTED"));
        vote(1, kept, "FOR")
                .then()
                .statusCode(409)
                .body("code", equalTo("exit-stage-forbids"))
                .body("articles", contains(5))
                .body("figures.stage", equalTo("NOT_REJECTED"));
    }

    @Test
    void theDepartmentMayProposeAndTheCommunityAnswers() {
        String id = propose(officerOf(health, DISTRICT), task)
                .then()
                .statusCode(201)
                .body("side", equalTo("DEPARTMENT"))
                .body("stage", equalTo("PROPOSED"))
                .extract()
                .path("id");
        state(officerOf(health, DISTRICT), id, "AGREES")
                .then()
                .statusCode(409)
                .body("code", equalTo("position-stated"))
                .body("figures.side", equalTo("DEPARTMENT"));
        state(community(), id, "AGREES").then().statusCode(200).body("covers[0].position", equalTo("AGREES"));
        state(community(), id, "DISAGREES").then().statusCode(409);
    }

    @Test
    void oneExitOfATaskIsOpenAtATimeAndItsProposerWithdrawsIt() {
        String id = aProposal(task);
        propose(officerOf(health, DISTRICT), task)
                .then()
                .statusCode(409)
                .body("code", equalTo("exit-is-proposed"))
                .body("figures.exit", equalTo(id));
        withdraw(officerOf(health, DISTRICT), id).then().statusCode(403).body("code", equalTo("exit-of-other-side"));
        withdraw(community(), id).then().statusCode(200).body("stage", equalTo("WITHDRAWN"));
        withdraw(community(), id).then().statusCode(409);
        propose(community(), task).then().statusCode(201);
    }

    @Test
    void onlyWhatIsInTheCommunityLeavesIt() {
        String unpaid = placement(health, aSigned(health, DISTRICT, aForm(health, COMMUNITY_2)));
        propose(as(Roles.COMMUNITY_OFFICER, COMMUNITY_2), unpaid)
                .then()
                .statusCode(422)
                .body("code", equalTo("placement-not-in-community"))
                .body("figures.stage", equalTo("AWAITING_FUNDS"));
    }

    @Test
    void noMoreBallotsAreCastThanThereAreResidents() {
        String id = aProposal(task);
        try (ServiceTopic facilities = new ServiceTopic()) {
            facilities.says(counted(1_100, TODAY.minusDays(1)), 1);
            facilities.says(counted(5_000, TODAY), 1);
            facilities.says(counted(1_000, TODAY), 2);
            facilities.says(counted(2_000, TODAY.plusDays(1)), 1);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(counts()).containsExactly(1_100, 1_000, 2_000));
        }
        assess(community(), id, 1_001, 900)
                .then()
                .statusCode(422)
                .body("code", equalTo("ballots-exceed-residents"))
                .body("articles", contains(5))
                .body("figures.ballots", equalTo(1_001))
                .body("figures.residents", equalTo(1_000))
                .body("figures.asOf", equalTo(TODAY.toString()));
        assess(community(), id, 1_000, 900).then().statusCode(200);
    }

    private static CommunityChanged counted(int residents, LocalDate asOf) {
        return new CommunityChanged(COMMUNITY, true, residents / 3, residents, false, asOf);
    }

    private List<Integer> counts() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT residents FROM community_residents WHERE community = :community ORDER BY as_of")
                .bind("community", COMMUNITY)
                .mapTo(Integer.class)
                .list());
    }

    @Test
    void aWrongAssessmentIsRefusedFieldByField() {
        String id = aProposal(task);
        community()
                .body(Map.of("heldOn", TODAY.plusDays(1).toString(), "ballots", 10, "rejecting", 11))
                .post("/v1/exit-proposals/" + id + "/assessment")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("heldOn", "rejecting"));
        community()
                .body(Map.of("heldOn", TODAY.toString(), "ballots", 10))
                .post("/v1/exit-proposals/" + id + "/assessment")
                .then()
                .statusCode(400)
                .body("errors.field", contains("rejecting"));
        community()
                .body(Map.of("heldOn", TODAY.minusDays(1).toString(), "ballots", 0, "rejecting", 0))
                .post("/v1/exit-proposals/" + id + "/assessment")
                .then()
                .statusCode(400);
        propose(community(), UUID.randomUUID().toString()).then().statusCode(404);
        community()
                .body(Map.of("placement", aTask(health), "effect", "no text holds a \0"))
                .post("/v1/exit-proposals")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
        community()
                .body(Map.of("effect", " "))
                .post("/v1/exit-proposals")
                .then()
                .statusCode(400);
    }

    @Test
    void othersNeitherProposeNorSee() {
        String id = aProposal(task);
        String education = aDepartmentOf(DISTRICT);
        propose(as(Roles.COMMUNITY_OFFICER, COMMUNITY_2), task).then().statusCode(404);
        propose(officerOf(education, DISTRICT), task).then().statusCode(403).body("code", equalTo("other-department"));
        state(officerOf(education, DISTRICT), id, "AGREES").then().statusCode(403);
        propose(as(Roles.SUBDISTRICT_OFFICER, SUBDISTRICT), task).then().statusCode(403);
        as(Roles.COMMUNITY_OFFICER, NEIGHBOUR_COMMUNITY)
                .get("/v1/exit-proposals/" + id)
                .then()
                .statusCode(404);
        office(NEIGHBOUR).get("/v1/exit-proposals?limit=200").then().body("items.id", not(hasItem(id)));
        as(Roles.SUBDISTRICT_OFFICER, SUBDISTRICT)
                .get("/v1/exit-proposals/" + id)
                .then()
                .statusCode(200);
        office(DISTRICT)
                .get("/v1/exit-proposals?limit=200&stage=PROPOSED&community=" + COMMUNITY)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.stage", everyItem(equalTo("PROPOSED")));
    }

    @Test
    void manyWhoProposeTheSameExitProposeItOnce() throws Exception {
        Callable<Integer> proposing = () -> propose(community(), task).statusCode();
        assertThat(together(List.of(proposing, proposing, proposing, proposing, proposing)))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }

    @Test
    void theSameRequestAgainIsTheSameExit() {
        UUID key = UUID.randomUUID();
        String first = propose(community().header("Idempotency-Key", key), task).path("id");
        propose(community().header("Idempotency-Key", key), task)
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    @Test
    void whoeverHasMoreRolesStillSpeaksForTheOwnOnly() {
        String education = aDepartmentOf(DISTRICT);
        String id = aProposal(task);
        List<String> roles = List.of(Roles.DEPARTMENT_OFFICER, Roles.LEADING_GROUP_OFFICE);
        state(asMany(roles, DISTRICT, education), id, "AGREES")
                .then()
                .statusCode(403)
                .body("code", equalTo("other-department"));
        propose(asMany(List.of(Roles.COMMUNITY_OFFICER, Roles.DEPARTMENT_OFFICER), DISTRICT, health), aTask(health))
                .then()
                .statusCode(201)
                .body("side", equalTo("DEPARTMENT"));
        assess(asMany(List.of(Roles.COMMUNITY_OFFICER, Roles.DEPARTMENT_OFFICER), DISTRICT, health), id, 10, 9)
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
        assess(as(Roles.COMMUNITY_OFFICER, SUBDISTRICT), id, 10, 9).then().statusCode(403);
    }

    @Test
    void theSuccessorOfTheDepartmentSpeaksForItAndThePredecessorNoMore() {
        String id = aProposal(task);
        String successor = aDepartmentOf(DISTRICT);
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of("successor", successor))
                .post("/v1/departments/" + health + "/succession")
                .then()
                .statusCode(200);
        state(officerOf(health, DISTRICT), id, "AGREES").then().statusCode(403);
        state(officerOf(successor, DISTRICT), id, "AGREES")
                .then()
                .statusCode(200)
                .body("department", equalTo(successor));
    }

    @Test
    void residentsAreAskedAnewForAnotherExit() {
        String kept = aProposal(task);
        assess(community(), kept, 101, 50).then().body("stage", equalTo("NOT_REJECTED"));
        assess(community(), aProposal(task), 101, 51).then().statusCode(400).body("errors.field", contains("heldOn"));
    }

    private static RequestSpecification asMany(List<String> roles, String division, String department) {
        return given().auth()
                .oauth2(Tokens.of(UUID.randomUUID().toString(), roles, division, department))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID());
    }
}
