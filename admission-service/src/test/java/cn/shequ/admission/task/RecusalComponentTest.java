package cn.shequ.admission.task;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.aDecided;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSubmitted;
import static cn.shequ.admission.Given.anAccepted;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.Given.person;
import static cn.shequ.admission.Given.sign;
import static cn.shequ.admission.Given.submit;
import static cn.shequ.admission.Given.vote;
import static cn.shequ.admission.task.Recusing.passUp;
import static cn.shequ.admission.task.Recusing.recuse;
import static cn.shequ.admission.task.Recusing.recuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class RecusalComponentTest {

    @Inject
    TerritoryRecord territory;

    private String health = "";

    @BeforeEach
    void aCityWithADepartment() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
    }

    @Test
    void whoIsRecusedNeitherVotesNorIsWaitedFor() {
        String id = accepted(health, DISTRICT);
        recuses(1, DISTRICT, id)
                .then()
                .statusCode(200)
                .body("stage", equalTo("ACCEPTED"))
                .body("decidedBy", equalTo(DISTRICT))
                .body("decidedBecause", equalTo("SAME_LEVEL"))
                .body("tally.eligible", equalTo(4))
                .body("steps.last().command", equalTo("RECUSE_MEMBER"))
                .body("steps.last().recused", equalTo(member(1, DISTRICT).toString()));
        vote(id, 1, DISTRICT, "FOR").then().statusCode(409).body("code", equalTo("already-acted"));
        recuses(1, DISTRICT, id).then().statusCode(409).body("code", equalTo("recused-already"));
        vote(id, 2, DISTRICT, "FOR").then().statusCode(200);
        vote(id, 3, DISTRICT, "FOR").then().statusCode(200);
        vote(id, 4, DISTRICT, "FOR")
                .then()
                .body("stage", equalTo("DECIDED_FOR"))
                .body("decision.eligible", equalTo(4));
    }

    @Test
    void whoVotedIsRecusedFromTheNextRoundOnly() {
        String id = accepted(health, DISTRICT);
        vote(id, 1, DISTRICT, "FOR").then().statusCode(200);
        recuses(1, DISTRICT, id).then().statusCode(409).body("code", equalTo("recusal-too-late"));
        office(DISTRICT)
                .body("{\"reason\": \"请补充\"}")
                .post("/v1/task-applications/" + id + "/return")
                .then()
                .statusCode(200);
        String version =
                officerOf(health, DISTRICT).get("/v1/task-applications/" + id).header("ETag");
        officerOf(health, DISTRICT)
                .header("If-Match", version)
                .body(aForm(health, COMMUNITY))
                .put("/v1/task-applications/" + id)
                .then()
                .statusCode(200);
        submit(health, DISTRICT, id).then().statusCode(200);
        recuses(1, DISTRICT, id).then().statusCode(200).body("stage", equalTo("SUBMITTED"));
    }

    @Test
    void theOfficeRecordsItForOthersAndNobodyElseDoes() {
        String id = accepted(health, DISTRICT);
        recuse(as(member(2, DISTRICT), Roles.LEADING_GROUP_MEMBER, DISTRICT, null), id, member(1, DISTRICT))
                .then()
                .statusCode(403)
                .body("code", equalTo("recusal-of-another"));
        recuse(office(DISTRICT), id, person("stranger"))
                .then()
                .statusCode(422)
                .body("code", equalTo("nobody-to-recuse"));
        recuse(officerOf(health, DISTRICT), id, member(1, DISTRICT))
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
        recuse(office(NEIGHBOUR), id, member(1, DISTRICT)).then().statusCode(404);
        recuse(office(CITY), id, member(1, DISTRICT))
                .then()
                .statusCode(403)
                .body("code", equalTo("group-of-another-level"));
        office(DISTRICT)
                .body("{\"person\": \"" + member(1, DISTRICT) + "\"}")
                .post("/v1/task-applications/" + id + "/recusals")
                .then()
                .statusCode(400);
        recuse(office(DISTRICT), id, member(1, DISTRICT)).then().statusCode(200).body("tally.eligible", equalTo(4));
    }

    @Test
    void withoutAQuorumTheGroupOfTheNextLevelDecidesFromTheBeginning() {
        String id = accepted(health, DISTRICT);
        vote(id, 4, DISTRICT, "FOR").then().statusCode(200);
        passUp(id);
        officerOf(health, DISTRICT)
                .get("/v1/task-applications/" + id)
                .then()
                .body("stage", equalTo("SUBMITTED"))
                .body("round", equalTo(2))
                .body("decidedBy", equalTo(CITY))
                .body("decidedBecause", equalTo("GROUP_CANNOT_DECIDE"))
                .body("tally.votesFor", equalTo(0))
                .body("steps.last().command", equalTo("PASS_UP"));
        office(DISTRICT)
                .post("/v1/task-applications/" + id + "/acceptance")
                .then()
                .statusCode(403)
                .body("code", equalTo("group-of-another-level"))
                .body("figures.required", equalTo(CITY));
        office(CITY)
                .get("/v1/task-applications?limit=200&decidedBy=" + CITY)
                .then()
                .body("items.id", hasItem(id));
        office(DISTRICT)
                .get("/v1/task-applications?limit=200&decidedBy=" + DISTRICT)
                .then()
                .body("items.id", not(hasItem(id)));
        office(CITY).post("/v1/task-applications/" + id + "/acceptance").then().statusCode(200);
        for (int number = 1; number <= 3; number++) {
            vote(id, number, CITY, "FOR").then().statusCode(200);
        }
        sign(id, CITY).then().statusCode(200).body("stage", equalTo("SIGNED"));
    }

    @Test
    void aLeaderWhoIsRecusedPassesItUpEvenWhenItIsDecided() {
        String id = aDecided(health, DISTRICT, aForm(health, COMMUNITY));
        recuses(5, DISTRICT, id).then().statusCode(409).body("code", equalTo("stage-forbids"));
        recuse(as(leader(DISTRICT), Roles.PRINCIPAL_LEADER, DISTRICT, null), id, leader(DISTRICT))
                .then()
                .statusCode(200)
                .body("stage", equalTo("SUBMITTED"))
                .body("decidedBy", equalTo(CITY));
        sign(id, DISTRICT).then().statusCode(403).body("code", equalTo("group-of-another-level"));
    }

    @Test
    void aBodyThatHostsTheGroupIsDecidedOnByTheNextLevel() {
        String host = host(DISTRICT);
        String id = aSubmitted(host, DISTRICT, aForm(host, COMMUNITY));
        officerOf(host, DISTRICT)
                .get("/v1/task-applications/" + id)
                .then()
                .body("decidedBy", equalTo(CITY))
                .body("decidedBecause", equalTo("APPLICANT_HOSTS_GROUP"));
        office(CITY).post("/v1/task-applications/" + id + "/acceptance").then().statusCode(200);
        vote(id, 1, DISTRICT, "FOR").then().statusCode(403);
        vote(id, 1, CITY, "FOR").then().statusCode(200);
    }

    @Test
    void whereThereIsNoLevelAboveThoseWhoAreLeftDecide() {
        String host = host(CITY);
        String id = aSubmitted(host, CITY, aForm(host, COMMUNITY));
        office(CITY)
                .post("/v1/task-applications/" + id + "/acceptance")
                .then()
                .body("decidedBy", equalTo(CITY))
                .body("decidedBecause", equalTo("NO_LEVEL_ABOVE"));
        for (int number = 1; number <= 3; number++) {
            recuses(number, CITY, id).then().statusCode(200).body("round", equalTo(1));
        }
        vote(id, 4, CITY, "FOR").then().statusCode(200).body("stage", equalTo("ACCEPTED"));
        vote(id, 5, CITY, "FOR").then().body("stage", equalTo("DECIDED_FOR")).body("decision.eligible", equalTo(2));
    }

    @Test
    void aGroupThatIsAtTheTopSaysThatNobodyIsAbove() {
        String id = accepted(aDepartmentOf(CITY), CITY);
        for (int number = 1; number <= 3; number++) {
            recuses(number, CITY, id).then().statusCode(200);
        }
        office(CITY)
                .get("/v1/task-applications/" + id)
                .then()
                .body("stage", equalTo("ACCEPTED"))
                .body("decidedBy", equalTo(CITY))
                .body("decidedBecause", equalTo("NO_LEVEL_ABOVE"));
        office(CITY)
                .post("/v1/task-applications/" + id + "/passing-up")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-level-above"));
    }

    @Test
    void theVotesOfThoseWhoAreLeftDecideWhenTheLastOneIsRecused() {
        String id = accepted(health, DISTRICT);
        vote(id, 1, DISTRICT, "FOR").then().statusCode(200);
        vote(id, 2, DISTRICT, "AGAINST").then().statusCode(200);
        vote(id, 3, DISTRICT, "FOR").then().statusCode(200);
        vote(id, 4, DISTRICT, "AGAINST").then().statusCode(200).body("stage", equalTo("ACCEPTED"));
        recuses(5, DISTRICT, id)
                .then()
                .statusCode(200)
                .body("stage", equalTo("REJECTED"))
                .body("decision.eligible", equalTo(4));
    }

    @Test
    void whatTheGroupCanDecideDoesNotPassUp() {
        String id = accepted(health, DISTRICT);
        office(DISTRICT)
                .post("/v1/task-applications/" + id + "/passing-up")
                .then()
                .statusCode(409)
                .body("code", equalTo("group-can-decide"));
        office(NEIGHBOUR)
                .post("/v1/task-applications/" + id + "/passing-up")
                .then()
                .statusCode(404);
    }

    @Test
    void whatPassedUpAndIsReturnedComesBackToTheSameGroup() {
        String id = accepted(health, DISTRICT);
        passUp(id);
        office(CITY)
                .body("{\"reason\": \"请补充\"}")
                .post("/v1/task-applications/" + id + "/return")
                .then()
                .statusCode(200);
        String version =
                officerOf(health, DISTRICT).get("/v1/task-applications/" + id).header("ETag");
        officerOf(health, DISTRICT)
                .header("If-Match", version)
                .body(aForm(health, COMMUNITY))
                .put("/v1/task-applications/" + id)
                .then()
                .statusCode(200);
        submit(health, DISTRICT, id)
                .then()
                .statusCode(200)
                .body("round", equalTo(3))
                .body("decidedBy", equalTo(CITY));
    }

    @Test
    void ofTwoRecusalsAtTheSameMomentOnePassesItUpOnce() throws Exception {
        String id = accepted(health, DISTRICT);
        recuses(1, DISTRICT, id).then().statusCode(200);
        recuses(2, DISTRICT, id).then().statusCode(200);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> both =
                    List.of(() -> recuses(3, DISTRICT, id).statusCode(), () -> recuses(4, DISTRICT, id)
                            .statusCode());
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(both)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 403);
        }
        officerOf(health, DISTRICT)
                .get("/v1/task-applications/" + id)
                .then()
                .body("round", equalTo(2))
                .body("steps.findAll { it.command == 'PASS_UP' }", hasSize(1));
    }

    @Test
    void theSameRequestAgainIsOneRecusal() {
        String id = accepted(health, DISTRICT);
        for (int time = 0; time < 2; time++) {
            recuse(office(DISTRICT).header("Idempotency-Key", "recusal-" + id), id, member(1, DISTRICT))
                    .then()
                    .statusCode(200);
        }
        officerOf(health, DISTRICT)
                .get("/v1/task-applications/" + id)
                .then()
                .body("steps.findAll { it.command == 'RECUSE_MEMBER' }.stage", contains("ACCEPTED"));
    }

    private static String accepted(String department, String division) {
        return anAccepted(department, division, aForm(department, COMMUNITY));
    }

    private static String host(String division) {
        return office(division)
                .get("/v1/leading-groups?limit=200")
                .path("items.find { it.division == '" + division + "' }.hostDepartment");
    }
}
