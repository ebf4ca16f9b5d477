package cn.shequ.admission.task;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.aDecided;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.anAccepted;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.Given.person;
import static cn.shequ.admission.Given.sign;
import static cn.shequ.admission.Given.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class GroupDecisionComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String health = "";

    @BeforeEach
    void aCityWithADepartment() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
    }

    @Test
    void theThirdOfFiveVotesDecidesAndTheLeaderSigns() {
        String id = anAccepted(health, DISTRICT, aForm(health, COMMUNITY));
        vote(id, 1, DISTRICT, "FOR").then().statusCode(200).body("stage", equalTo("ACCEPTED"));
        vote(id, 2, DISTRICT, "FOR").then().statusCode(200).body("decision", nullValue());
        vote(id, 3, DISTRICT, "FOR")
                .then()
                .statusCode(200)
                .body("stage", equalTo("DECIDED_FOR"))
                .body("decision.votesFor", equalTo(3))
                .body("decision.eligible", equalTo(5))
                .body("decision.quorumRule", equalTo("admission.quorum@1"));
        sign(id, DISTRICT)
                .then()
                .statusCode(200)
                .body("stage", equalTo("SIGNED"))
                .body("placements.AWAITING_FUNDS", equalTo(1));
    }

    @Test
    void threeAgainstRejectIt() {
        String id = anAccepted(health, DISTRICT, aForm(health, COMMUNITY));
        vote(id, 1, DISTRICT, "AGAINST");
        vote(id, 2, DISTRICT, "ABSTAIN");
        vote(id, 3, DISTRICT, "AGAINST").then().body("stage", equalTo("REJECTED"));
        sign(id, DISTRICT).then().statusCode(409).body("code", equalTo("stage-forbids"));
    }

    @Test
    void aRefusalIsSaidInWordsAndItsFiguresStayConstants() {
        String id = anAccepted(health, DISTRICT, aForm(health, COMMUNITY));
        sign(id, DISTRICT)
                .then()
                .statusCode(409)
                .body("figures.stage", equalTo("ACCEPTED"))
                .body("figures.command", equalTo("SIGN"))
                .body(
                        "detail",
                        equalTo(
                                "The application is accepted and being voted on; signature is not possible now (Art. 5)."));
        as(leader(DISTRICT), Roles.PRINCIPAL_LEADER, DISTRICT, null)
                .header("Accept-Language", "zh-CN")
                .post("/v1/task-applications/" + id + "/signature")
                .then()
                .statusCode(409)
                .body("figures.stage", equalTo("ACCEPTED"))
                .body("detail", equalTo("申请处于“已受理，表决中”阶段，不能进行“签批”（第5条）。"));
    }

    @Test
    void aMemberVotesOnce() {
        String id = anAccepted(health, DISTRICT, aForm(health, COMMUNITY));
        vote(id, 1, DISTRICT, "FOR").then().statusCode(200);
        vote(id, 1, DISTRICT, "AGAINST").then().statusCode(409).body("code", equalTo("already-voted"));
    }

    @Test
    void theOfficeClosesOnlyWithAQuorum() {
        String id = anAccepted(health, DISTRICT, aForm(health, COMMUNITY));
        vote(id, 1, DISTRICT, "FOR");
        vote(id, 2, DISTRICT, "FOR");
        office(DISTRICT)
                .post("/v1/task-applications/" + id + "/decision")
                .then()
                .statusCode(422)
                .body("code", equalTo("quorum-not-reached"))
                .body("articles", nullValue())
                .body("rule", equalTo("admission.quorum@1"))
                .body("figures.cast", equalTo(2));
        vote(id, 3, DISTRICT, "ABSTAIN").then().body("stage", equalTo("ACCEPTED"));
        office(DISTRICT)
                .post("/v1/task-applications/" + id + "/decision")
                .then()
                .statusCode(200)
                .body("stage", equalTo("DECIDED_FOR"));
    }

    @Test
    void whoIsNoMemberDoesNotVote() {
        String id = anAccepted(health, DISTRICT, aForm(health, COMMUNITY));
        as(person("stranger"), Roles.LEADING_GROUP_MEMBER, DISTRICT, null)
                .body(Map.of("ballot", "FOR"))
                .post("/v1/task-applications/" + id + "/votes")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-a-member"))
                .body("articles", contains(5));
    }

    @Test
    void theGroupOfAnotherLevelDoesNotDecide() {
        String id = anAccepted(health, DISTRICT, aForm(health, COMMUNITY));
        vote(id, 1, CITY, "FOR").then().statusCode(403).body("code", equalTo("group-of-another-level"));
    }

    @Test
    void theSamePersonNeverActsInTwoCapacities() {
        String id = aDecided(health, DISTRICT, aForm(health, COMMUNITY));
        // Who accepted it in the office is, on paper, also the leader: the signature is refused.
        jdbi.useHandle(handle -> assertThat(handle.createUpdate("""
                        INSERT INTO task_participant (application_id, person, capacity)
                        VALUES (CAST(:id AS uuid), :person, 'OFFICE')""")
                        .bind("id", id)
                        .bind("person", leader(DISTRICT).toString())
                        .execute())
                .isEqualTo(1));
        sign(id, DISTRICT).then().statusCode(409).body("code", equalTo("already-acted"));
        officerOf(health, DISTRICT).get("/v1/task-applications/" + id).then().body("stage", equalTo("DECIDED_FOR"));
    }

    @Test
    void onlyTheRecordedPrincipalLeaderSigns() {
        String id = aDecided(health, DISTRICT, aForm(health, COMMUNITY));
        as(person("another-leader"), Roles.PRINCIPAL_LEADER, DISTRICT, null)
                .post("/v1/task-applications/" + id + "/signature")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-the-principal-leader"));
        as(member(1, DISTRICT), Roles.LEADING_GROUP_MEMBER, DISTRICT, null)
                .post("/v1/task-applications/" + id + "/signature")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
    }

    @Test
    void aRefusedSignatureEndsTheApplication() {
        String id = aDecided(health, DISTRICT, aForm(health, COMMUNITY));
        as(leader(DISTRICT), Roles.PRINCIPAL_LEADER, DISTRICT, null)
                .body(Map.of("reason", "与年度计划不符"))
                .post("/v1/task-applications/" + id + "/signature-refusal")
                .then()
                .statusCode(200)
                .body("stage", equalTo("SIGNATURE_REFUSED"));
        sign(id, DISTRICT).then().statusCode(409);
    }

    @Test
    void signatureAndWithdrawalAtTheSameMomentHaveOneOutcome() throws Exception {
        for (int turn = 0; turn < 3; turn++) {
            String id = aDecided(health, DISTRICT, aForm(health, COMMUNITY));
            List<Integer> statuses = atOnce(() -> sign(id, DISTRICT).statusCode(), () -> officerOf(health, DISTRICT)
                    .body(Map.of("reason", "撤回"))
                    .post("/v1/task-applications/" + id + "/withdrawal")
                    .statusCode());
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            String stage = officerOf(health, DISTRICT)
                    .get("/v1/task-applications/" + id)
                    .path("stage");
            assertThat(stage).isEqualTo(statuses.getFirst() == 200 ? "SIGNED" : "WITHDRAWN");
        }
    }

    @Test
    void fiveVotesAtTheSameMomentCountOnceEachAndDecideOnce() throws Exception {
        String id = anAccepted(health, DISTRICT, aForm(health, COMMUNITY));
        List<Callable<Integer>> votes = IntStream.rangeClosed(1, Given.MEMBERS)
                .<Callable<Integer>>mapToObj(
                        number -> () -> vote(id, number, DISTRICT, "FOR").statusCode())
                .toList();
        List<Integer> statuses = atOnce(votes);
        // After the third nobody needs to vote any more, and is told so.
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(2);
        officerOf(health, DISTRICT)
                .get("/v1/task-applications/" + id)
                .then()
                .body("stage", equalTo("DECIDED_FOR"))
                .body("tally.votesFor", equalTo(3))
                .body("steps.findAll { it.command == 'DECIDE_FOR' }.stage", contains("DECIDED_FOR"))
                .body("steps.findAll { it.command == 'REJECT' }", empty());
    }

    @SafeVarargs
    private static List<Integer> atOnce(Callable<Integer>... calls) throws Exception {
        return atOnce(List.of(calls));
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }
}
