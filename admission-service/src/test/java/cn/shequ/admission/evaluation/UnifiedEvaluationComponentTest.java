package cn.shequ.admission.evaluation;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.evaluation.Evaluating.LAST_YEAR;
import static cn.shequ.admission.evaluation.Evaluating.NEXT_YEAR;
import static cn.shequ.admission.evaluation.Evaluating.aDepartment;
import static cn.shequ.admission.evaluation.Evaluating.aPlace;
import static cn.shequ.admission.evaluation.Evaluating.anItem;
import static cn.shequ.admission.evaluation.Evaluating.anItemAfterItsVisit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.admission.evaluation.Evaluating.Place;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The schedule of the unified evaluation and its one visit to each community. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class UnifiedEvaluationComponentTest {

    /** Where nothing else is evaluated. */
    private static final String SHUANGYANG = "220112000000";

    private static final LocalDate FROM = LocalDate.of(NEXT_YEAR, 5, 10);
    private static final LocalDate TO = LocalDate.of(NEXT_YEAR, 6, 30);

    @Inject
    TerritoryRecord territory;

    private Place place = new Place("", "", "", "");

    @BeforeEach
    void anEvaluationOfNextYear() {
        Given.theCity(territory);
        place = aPlace(territory, SHUANGYANG);
        anItem(place);
    }

    private Response postpone(String community, LocalDate day) {
        return office(place.division())
                .body(Map.of("visitOn", day.toString()))
                .post(place.evaluation(day.getYear()) + "/visits/" + community + "/postponement");
    }

    @Test
    void eachCommunityIsVisitedOnceInsideTheSchedule() {
        place.plan(place.community(), FROM).then().statusCode(422).body("code", equalTo("evaluation-not-scheduled"));
        place.schedule(NEXT_YEAR, FROM, TO)
                .then()
                .statusCode(200)
                .body("windowFrom", equalTo(FROM.toString()))
                .body("windowTo", equalTo(TO.toString()))
                .body("scheduledBy", nullValue());
        place.plan(place.community(), FROM.minusDays(1))
                .then()
                .statusCode(422)
                .body("code", equalTo("visit-outside-schedule"))
                .body("figures.from", equalTo(FROM.toString()));
        place.plan(place.community(), TO.plusDays(1)).then().statusCode(422);
        place.plan(place.community(), FROM).then().statusCode(201).body("visitOn", equalTo(FROM.toString()));
        place.plan(place.community(), TO)
                .then()
                .statusCode(409)
                .body("code", equalTo("visit-planned"))
                .body("articles", nullValue())
                .body("figures.visitOn", equalTo(FROM.toString()));
        place.plan(place.another(), TO).then().statusCode(201);
        office(place.division())
                .get(place.evaluation(NEXT_YEAR) + "/visits")
                .then()
                .body("items.visitOn", contains(FROM.toString(), TO.toString()));
    }

    @Test
    void ofTwoPlansForOneCommunityAtOnceOneStands() throws Exception {
        place.schedule(NEXT_YEAR, FROM, TO).then().statusCode(200);
        List<Callable<Integer>> calls =
                List.of(() -> place.plan(place.community(), FROM).statusCode(), () -> place.plan(place.community(), TO)
                        .statusCode());
        List<Integer> answers;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = clients.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void aVisitMovesInsideTheScheduleAndTheScheduleHoldsEveryVisit() {
        place.schedule(NEXT_YEAR, FROM, TO).then().statusCode(200);
        postpone(place.community(), TO).then().statusCode(404);
        place.plan(place.community(), FROM).then().statusCode(201);
        postpone(place.community(), TO.plusDays(1)).then().statusCode(422);
        postpone(place.community(), TO).then().statusCode(200).body("visitOn", equalTo(TO.toString()));
        place.schedule(NEXT_YEAR, FROM, TO.minusDays(1))
                .then()
                .statusCode(409)
                .body("code", equalTo("schedule-leaves-visits-out"))
                .body("figures.visits", equalTo(1));
        place.schedule(NEXT_YEAR, TO, TO).then().statusCode(200);
    }

    @Test
    void aVisitWhoseDayIsOverStaysThere() {
        anItemAfterItsVisit(place);
        postpone(place.community(), LocalDate.of(LAST_YEAR, 12, 31))
                .then()
                .statusCode(409)
                .body("code", equalTo("visit-over"))
                .body("articles", nullValue())
                .body("figures.visitOn", equalTo(LAST_YEAR + "-05-12"));
    }

    @Test
    void aScheduleIsChangedByWhoKnowsIt() {
        String first = office(place.division()).get(place.evaluation(NEXT_YEAR)).header("ETag");
        String second = place.schedule(NEXT_YEAR, FROM, TO, first)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        place.schedule(NEXT_YEAR, FROM, FROM, first).then().statusCode(412).body("code", equalTo("stale-version"));
        place.schedule(NEXT_YEAR, FROM, FROM, "").then().statusCode(428).body("code", equalTo("version-required"));
        place.schedule(NEXT_YEAR, FROM, FROM, second).then().statusCode(200);
    }

    @Test
    void aScheduleLiesInItsYear() {
        place.schedule(NEXT_YEAR, FROM.minusYears(1), TO).then().statusCode(400).body("errors.field", contains("from"));
        place.schedule(NEXT_YEAR, TO, FROM).then().statusCode(400).body("errors.code", contains("date-order"));
        place.schedule(NEXT_YEAR + 1, FROM.plusYears(1), TO.plusYears(1)).then().statusCode(404);
    }

    @Test
    void theOfficeOfTheGroupPlansAndNobodyElse() {
        Map<String, String> window = Map.of("from", FROM.toString(), "to", TO.toString());
        String path = place.evaluation(NEXT_YEAR) + "/schedule";
        office(SHUANGYANG)
                .body(window)
                .post(path)
                .then()
                .statusCode(403)
                .body("code", equalTo("evaluation-of-another-level"));
        office(Given.NEIGHBOUR).body(window).post(path).then().statusCode(404);
        officerOf(place.department(), place.division())
                .body(window)
                .post(path)
                .then()
                .statusCode(403);
        place.schedule(NEXT_YEAR, FROM, TO).then().statusCode(200);
        place.plan(Given.COMMUNITY, FROM).then().statusCode(404);
        place.plan(place.division(), FROM).then().statusCode(400).body("errors.field", contains("community"));
    }

    @Test
    void thoseItIsMadeAtSeeIt() {
        place.schedule(NEXT_YEAR, FROM, TO).then().statusCode(200);
        place.plan(place.community(), FROM).then().statusCode(201);
        place.plan(place.another(), TO).then().statusCode(201);
        String list = "/v1/unified-evaluations?year=" + NEXT_YEAR;
        as(Roles.COMMUNITY_OFFICER, place.community())
                .get(list)
                .then()
                .statusCode(200)
                .body("items.division", contains(place.division()));
        as(Roles.COMMUNITY_OFFICER, place.community())
                .get(place.evaluation(NEXT_YEAR) + "/visits")
                .then()
                .statusCode(200)
                .body("items.community", contains(place.community()));
        as(Roles.COMMUNITY_OFFICER, place.community())
                .get(place.evaluation(NEXT_YEAR) + "/items")
                .then()
                .statusCode(200)
                .body("items.documentNumber", contains("长府发〔2026〕12号"));
        office(SHUANGYANG).get(list).then().body("items.division", hasItem(place.division()));
        office(Given.NEIGHBOUR).get(list).then().body("items.division", not(hasItem(place.division())));
        office(Given.NEIGHBOUR).get(place.evaluation(NEXT_YEAR)).then().statusCode(404);
        office(Given.NEIGHBOUR)
                .get(place.evaluation(NEXT_YEAR) + "/visits")
                .then()
                .statusCode(404);
        as(Roles.RESIDENT, place.community())
                .get(place.evaluation(NEXT_YEAR))
                .then()
                .statusCode(403);
        officerOf(aDepartment(place.division(), "TOWNSHIP_LEVEL"), place.division())
                .get("/v1/unified-evaluations?year=" + TODAY.getYear())
                .then()
                .body("items", empty());
    }
}
