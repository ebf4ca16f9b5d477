package cn.shequ.admission.evaluation;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.evaluation.Evaluating.DISTRICT;
import static cn.shequ.admission.evaluation.Evaluating.LAST_YEAR;
import static cn.shequ.admission.evaluation.Evaluating.NEXT_YEAR;
import static cn.shequ.admission.evaluation.Evaluating.aDepartment;
import static cn.shequ.admission.evaluation.Evaluating.aPlace;
import static cn.shequ.admission.evaluation.Evaluating.aResult;
import static cn.shequ.admission.evaluation.Evaluating.aSuccessor;
import static cn.shequ.admission.evaluation.Evaluating.anItem;
import static cn.shequ.admission.evaluation.Evaluating.anItemAfterItsVisit;
import static cn.shequ.admission.evaluation.Evaluating.anItemOfThisYear;
import static cn.shequ.admission.evaluation.Evaluating.result;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.admission.award.VetoSays;
import cn.shequ.admission.evaluation.Evaluating.Place;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Results are shared, and communities are commended item by item. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class EvaluationResultComponentTest {

    private static final int YEAR = TODAY.getYear();

    @Inject
    TerritoryRecord territory;

    @Inject
    VetoSays funding;

    private Place place = new Place("", "", "", "");
    private String item = "";

    @BeforeEach
    void aCommunityThatIsVisitedToday() {
        Given.theCity(territory);
        place = aPlace(territory);
        item = anItemOfThisYear(place);
        place.visited(place.community(), TODAY);
    }

    private Response commend(String division, String result) {
        return office(division).post(place.evaluation(YEAR) + "/results/" + result + "/commendation");
    }

    @Test
    void aBodyRecordsItsItemAndTheOfficeAny() {
        result(place.department(), place, item, place.community(), 92.5)
                .then()
                .statusCode(201)
                .body("points", equalTo(92.5f))
                .body("recordedBy", nullValue());
        result(place.department(), place, item, place.community(), 93)
                .then()
                .statusCode(409)
                .body("code", equalTo("result-recorded"));
        place.plan(place.another(), TODAY).then().statusCode(201);
        office(place.division())
                .body(Map.of("item", item, "community", place.another(), "points", 100))
                .post(place.evaluation(YEAR) + "/results")
                .then()
                .statusCode(201);
    }

    @Test
    void thereIsNoResultWithoutAVisitOrBeforeIt() {
        result(place.department(), place, item, place.another(), 80)
                .then()
                .statusCode(422)
                .body("code", equalTo("no-visit-planned"))
                .body("articles", nullValue());
        String next = anItem(place);
        place.visited(place.community(), TODAY.plusYears(1).withDayOfYear(1).plusDays(200));
        result(place.department(), place, NEXT_YEAR, next, place.community(), 80)
                .then()
                .statusCode(422)
                .body("code", equalTo("visit-awaited"));
    }

    @Test
    void anItemThatWasApprovedAfterTheVisitHasNoResultOfIt() {
        String late = anItemAfterItsVisit(place);
        result(place.department(), place, LAST_YEAR, late, place.community(), 80)
                .then()
                .statusCode(422)
                .body("code", equalTo("item-decided-after-visit"))
                .body("articles", contains(7))
                .body("figures.required", equalTo(LAST_YEAR + "-05-12"))
                .body("figures.actual", equalTo(TODAY.toString()));
    }

    @Test
    void pointsAreThoseOfTheItem() {
        for (Object wrong : new Object[] {100.01, -0.01}) {
            result(place.department(), place, item, place.community(), wrong)
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("points"));
        }
        result(place.department(), place, item, place.community(), 1.005).then().statusCode(400);
        result(place.department(), place, item, place.community(), 100).then().statusCode(201);
        result(place.department(), place, UUID.randomUUID().toString(), place.community(), 1)
                .then()
                .statusCode(422)
                .body("code", equalTo("item-not-in-evaluation"));
        result(place.department(), place, anItem(place), place.community(), 1)
                .then()
                .statusCode(422);
    }

    @Test
    void nobodyRecordsTheItemOfAnother() {
        String other = aDepartment(place.division(), "TOWNSHIP_LEVEL");
        result(other, place, item, place.community(), 90)
                .then()
                .statusCode(403)
                .body("code", equalTo("other-department"));
        Map<String, Object> body = Map.of("item", item, "community", place.community(), "points", 90);
        office(DISTRICT)
                .body(body)
                .post(place.evaluation(YEAR) + "/results")
                .then()
                .statusCode(403)
                .body("code", equalTo("evaluation-of-another-level"));
        office(Given.NEIGHBOUR)
                .body(body)
                .post(place.evaluation(YEAR) + "/results")
                .then()
                .statusCode(404);
        as(Roles.COMMUNITY_OFFICER, place.community())
                .body(body)
                .post(place.evaluation(YEAR) + "/results")
                .then()
                .statusCode(403);
    }

    @Test
    void resultsAreSharedWithEveryBodyThatTakesPartAndTheCommunity() {
        String participant = aDepartment(place.division(), "TOWNSHIP_LEVEL");
        Place ofParticipant = new Place(place.division(), place.community(), place.another(), participant);
        anItemOfThisYear(ofParticipant);
        String result = aResult(place, item, place.community());
        place.plan(place.another(), TODAY).then().statusCode(201);
        aResult(place, item, place.another());
        String path = place.evaluation(YEAR) + "/results";
        officerOf(participant, place.division())
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
        office(DISTRICT).get(path + "?item=" + item).then().statusCode(200).body("items", hasSize(2));
        as(Roles.COMMUNITY_OFFICER, place.community())
                .get(path)
                .then()
                .statusCode(200)
                .body("items.id", contains(result));
        as(Roles.COMMUNITY_OFFICER, place.community())
                .get(path + "?community=" + place.another())
                .then()
                .body("items", empty());
        officerOf(aDepartment(place.division(), "TOWNSHIP_LEVEL"), place.division())
                .get(path)
                .then()
                .statusCode(404);
        office(Given.NEIGHBOUR).get(path).then().statusCode(404);
    }

    @Test
    void whoTakesTheBodysPlaceTakesItsItems() {
        String successor = aSuccessor(place);
        result(successor, place, item, place.community(), 90).then().statusCode(201);
        officerOf(successor, place.division())
                .get(place.evaluation(YEAR) + "/results")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void aCommunityIsCommendedForAnItemOnceByTheOffice() {
        String result = aResult(place, item, place.community());
        commend(DISTRICT, result).then().statusCode(403);
        commend(Given.NEIGHBOUR, result).then().statusCode(404);
        commend(place.division(), UUID.randomUUID().toString()).then().statusCode(404);
        commend(place.division(), result).then().statusCode(200).body("commendedOn", equalTo(TODAY.toString()));
        commend(place.division(), result).then().statusCode(409).body("code", equalTo("community-commended"));
        as(Roles.COMMUNITY_OFFICER, place.community())
                .get(place.evaluation(YEAR) + "/results")
                .then()
                .body("items.commendedOn", contains(TODAY.toString()));
    }

    @Test
    @Tag("art-16")
    void whoIsUnderAVetoIsNotCommended() {
        String result = aResult(place, item, place.community());
        UUID veto = UUID.randomUUID();
        funding.imposed(veto, place.community(), TODAY, TODAY.plusDays(30));
        commend(place.division(), result)
                .then()
                .statusCode(422)
                .body("code", equalTo("award-ineligible"))
                .body("articles", contains(16));
        funding.lifted(veto, place.community(), TODAY);
        commend(place.division(), result).then().statusCode(200);
    }

    @Test
    void aVisitWithResultsStaysOnItsDay() {
        aResult(place, item, place.community());
        office(place.division())
                .body(Map.of("visitOn", TODAY.toString()))
                .post(place.evaluation(YEAR) + "/visits/" + place.community() + "/postponement")
                .then()
                .statusCode(409)
                .body("code", equalTo("visit-has-results"));
    }
}
