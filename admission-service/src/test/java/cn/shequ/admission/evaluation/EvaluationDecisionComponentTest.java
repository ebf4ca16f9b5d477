package cn.shequ.admission.evaluation;

import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.evaluation.Evaluating.DISTRICT;
import static cn.shequ.admission.evaluation.Evaluating.NEXT_YEAR;
import static cn.shequ.admission.evaluation.Evaluating.aPlace;
import static cn.shequ.admission.evaluation.Evaluating.aRequest;
import static cn.shequ.admission.evaluation.Evaluating.approve;
import static cn.shequ.admission.evaluation.Evaluating.item;
import static cn.shequ.admission.evaluation.Evaluating.municipalDocument;
import static cn.shequ.admission.evaluation.Evaluating.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.Given;
import cn.shequ.admission.Told;
import cn.shequ.admission.evaluation.Evaluating.Place;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the group decides on what it was asked. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class EvaluationDecisionComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private Place place = new Place("", "", "", "");

    @BeforeEach
    void aSubdistrictWithAGroup() {
        Given.theCity(territory);
        place = aPlace(territory);
    }

    private Response close(String id) {
        return office(place.division()).post("/v1/evaluation-requests/" + id + "/decision");
    }

    private List<String> told(String id) {
        return Told.of(jdbi, "evaluation-approved.v1", id);
    }

    @Test
    void whatTheGroupApprovesIsMergedIntoTheOneEvaluation() {
        String first = aRequest(place);
        String second = aRequest(place);
        office(place.division()).get(place.evaluation(NEXT_YEAR)).then().statusCode(404);
        vote(place, 1, first, "FOR").then().statusCode(200).body("stage", equalTo("SUBMITTED"));
        vote(place, 2, first, "FOR").then().statusCode(200);
        vote(place, 3, first, "FOR")
                .then()
                .statusCode(200)
                .body("stage", equalTo("APPROVED"))
                .body("decidedOn", equalTo(Given.TODAY.toString()))
                .body("decision.votesFor", equalTo(3));
        approve(place, second);
        office(place.division())
                .get(place.evaluation(NEXT_YEAR))
                .then()
                .statusCode(200)
                .body("openedOn", equalTo(Given.TODAY.toString()));
        office(place.division())
                .get(place.evaluation(NEXT_YEAR) + "/items")
                .then()
                .statusCode(200)
                .body("items.id", contains(first, second));
        assertThat(told(first))
                .singleElement()
                .asString()
                .contains(place.department())
                .contains("\"year\":" + NEXT_YEAR);
    }

    @Test
    void whatItRejectsIsNoItem() {
        String id = aRequest(place);
        for (int number = 1; number <= 3; number++) {
            vote(place, number, id, "AGAINST").then().statusCode(200);
        }
        office(place.division()).get("/v1/evaluation-requests/" + id).then().body("stage", equalTo("REJECTED"));
        vote(place, 4, id, "FOR").then().statusCode(409).body("code", equalTo("evaluation-stage-forbids"));
        office(place.division()).get(place.evaluation(NEXT_YEAR)).then().statusCode(404);
        assertThat(told(id)).isEmpty();
    }

    @Test
    void theOfficeClosesWhenEnoughVoted() {
        String id = aRequest(place);
        vote(place, 1, id, "FOR").then().statusCode(200);
        vote(place, 2, id, "FOR").then().statusCode(200);
        close(id).then().statusCode(422).body("code", equalTo("quorum-not-reached"));
        vote(place, 3, id, "ABSTAIN").then().statusCode(200).body("stage", equalTo("SUBMITTED"));
        close(id).then().statusCode(200).body("stage", equalTo("APPROVED"));
        close(id).then().statusCode(409);
    }

    @Test
    void theGroupOfTheBodysOwnLevelDecides() {
        String id = aRequest(place);
        as(member(1, DISTRICT), Roles.LEADING_GROUP_MEMBER, DISTRICT, null)
                .body(Map.of("ballot", "FOR"))
                .post("/v1/evaluation-requests/" + id + "/votes")
                .then()
                .statusCode(403)
                .body("code", equalTo("evaluation-of-another-level"))
                .body("articles", contains(7))
                .body("figures.required", equalTo(place.division()));
        as(Given.person("nobody"), Roles.LEADING_GROUP_MEMBER, place.division(), null)
                .body(Map.of("ballot", "FOR"))
                .post("/v1/evaluation-requests/" + id + "/votes")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-a-member"));
        as(member(1, Given.NEIGHBOUR), Roles.LEADING_GROUP_MEMBER, Given.NEIGHBOUR, null)
                .body(Map.of("ballot", "FOR"))
                .post("/v1/evaluation-requests/" + id + "/votes")
                .then()
                .statusCode(404);
        officerOf(place.department(), place.division())
                .body(Map.of("ballot", "FOR"))
                .post("/v1/evaluation-requests/" + id + "/votes")
                .then()
                .statusCode(403);
        vote(place, 1, id, "FOR").then().statusCode(200);
        vote(place, 1, id, "FOR").then().statusCode(409).body("code", equalTo("already-voted"));
    }

    @Test
    void whoAskedDoesNotVote() {
        String id = as(member(1, place.division()), Roles.DEPARTMENT_OFFICER, place.division(), place.department())
                .body(item(NEXT_YEAR, "健康档案", municipalDocument()))
                .post("/v1/evaluation-requests")
                .then()
                .statusCode(201)
                .body("tally.eligible", equalTo(Given.MEMBERS - 1))
                .extract()
                .path("id");
        vote(place, 1, id, "FOR").then().statusCode(409).body("code", equalTo("already-acted"));
        vote(place, 2, id, "FOR").then().statusCode(200);
    }

    @Test
    void whenVotesAndWithdrawalMeetOneOutcomeStands() throws Exception {
        String id = aRequest(place);
        vote(place, 1, id, "FOR").then().statusCode(200);
        vote(place, 2, id, "FOR").then().statusCode(200);
        List<Callable<Integer>> calls = List.of(
                () -> vote(place, 3, id, "FOR").statusCode(),
                () -> vote(place, 4, id, "FOR").statusCode(),
                () -> officerOf(place.department(), place.division())
                        .body(Map.of("reason", "x"))
                        .post("/v1/evaluation-requests/" + id + "/withdrawal")
                        .statusCode());
        List<Integer> answers;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = clients.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        String stage =
                office(place.division()).get("/v1/evaluation-requests/" + id).path("stage");
        assertThat(told(id)).hasSize(stage.equals("APPROVED") ? 1 : 0);
    }
}
