package cn.shequ.admission.assessment;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.assessment.Assessing.DISTRICT;
import static cn.shequ.admission.assessment.Assessing.PAST;
import static cn.shequ.admission.assessment.Assessing.VOLUNTEERS;
import static cn.shequ.admission.assessment.Assessing.WEAK;
import static cn.shequ.admission.assessment.Assessing.aPast;
import static cn.shequ.admission.assessment.Assessing.anIssued;
import static cn.shequ.admission.assessment.Assessing.comment;
import static cn.shequ.admission.assessment.Assessing.correct;
import static cn.shequ.admission.assessment.Assessing.get;
import static cn.shequ.admission.assessment.Assessing.step;
import static cn.shequ.admission.award.Awarding.told;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.award.VetoSays;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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

/** What becomes of the targets when the year is over. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-36")
class AssessmentClosingComponentTest {

    @Inject
    Assessing assessing;

    @Inject
    VetoSays funding;

    @Inject
    Jdbi jdbi;

    private String subdistrict = "";

    @BeforeEach
    void aSubdistrictOfTheDistrict() {
        subdistrict = assessing.aSubdistrict();
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    @Test
    void theLastFiguresOfTheYearBecomeTheResultThatEverybodyReads() {
        String id = aPast(subdistrict);
        assessing.measured(subdistrict, VOLUNTEERS, LocalDate.of(PAST, 11, 30), "10.00", "PERCENT");
        assessing.measured(subdistrict, WEAK, LocalDate.of(PAST, 12, 31), "1", "COUNT");
        assessing.measured(subdistrict, VOLUNTEERS, LocalDate.of(PAST + 1, 1, 1), "3.00", "PERCENT");
        given().get("/v1/assessment-results/" + id).then().statusCode(404);
        step(id, "closing")
                .then()
                .statusCode(200)
                .body("stage", equalTo("CLOSED"))
                .body("closedOn", equalTo(TODAY.toString()))
                .body("score", equalTo("60.00"));
        given().get("/v1/assessment-results/" + id)
                .then()
                .statusCode(200)
                .body("subject", equalTo(subdistrict))
                .body("targets.finding", contains("MET", "NOT_MET"))
                .body("targets.value", contains("10.00", "1"))
                .body("targets.asOf", contains(PAST + "-11-30", PAST + "-12-31"))
                .body("weightMet", equalTo(60))
                .body("weightCounted", equalTo(100))
                .body("vetoes", empty());
        given().get("/v1/assessment-results?division=" + DISTRICT + "&year=" + PAST + "&subject=" + subdistrict)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].score", equalTo("60.00"))
                .body("items[0].underVeto", equalTo(false));
        assertThat(told(jdbi, id))
                .singleElement()
                .asString()
                .contains("assessment-closed.v1", "\"score\":\"60.00\"", "\"weightCounted\":100");
    }

    @Test
    void whatArrivesAfterTheCloseChangesNothing() {
        String id = aPast(subdistrict);
        assessing.measured(subdistrict, VOLUNTEERS, LocalDate.of(PAST, 12, 30), "10.00", "PERCENT");
        step(id, "closing").then().statusCode(200).body("score", equalTo("100.00"));
        assessing.measured(subdistrict, VOLUNTEERS, LocalDate.of(PAST, 12, 31), "1.00", "PERCENT");
        get(id).then().body("targets[0].value", equalTo("10.00")).body("targets[0].asOf", equalTo(PAST + "-12-30"));
        refused(step(id, "closing"), 409, "assessment-stage-forbids");
        refused(correct(id, VOLUNTEERS, "9"), 409, "assessment-stage-forbids");
        refused(comment(subdistrict, id), 409, "assessment-stage-forbids");
    }

    @Test
    void whatIsMissingIsSaidAndLeftOut() {
        String id = aPast(subdistrict);
        step(id, "closing")
                .then()
                .statusCode(200)
                .body("targets.finding", contains("MISSING", "MISSING"))
                .body("targets[0].value", nullValue())
                .body("weightCounted", equalTo(0))
                .body("score", nullValue());
        assertThat(told(jdbi, id)).singleElement().asString().doesNotContain("\"score\"");
    }

    @Test
    void nothingIsSettledWhileTheYearRuns() {
        String id = anIssued(subdistrict);
        for (Response early : List.of(step(id, "closing"), correct(id, VOLUNTEERS, "9"), comment(subdistrict, id))) {
            early.then()
                    .statusCode(422)
                    .body("code", equalTo("assessment-year-runs"))
                    .body("articles", equalTo(List.of(36)))
                    .body("figures.required", equalTo((TODAY.getYear() + 1) + "-01-01"));
        }
        assertThat(told(jdbi, id)).isEmpty();
    }

    @Test
    void aWrongFigureIsCorrectedOnceWithItsReason() {
        String id = assessing.aPast(subdistrict, "9.00", "0");
        refused(correct(id, VOLUNTEERS, "100.01"), 400, "invalid-request");
        refused(correct(id, "unheard.of", "1"), 404, "not-found");
        correct(id, VOLUNTEERS, "10.50")
                .then()
                .statusCode(200)
                .body("targets[0].recorded", equalTo("9.00"))
                .body("targets[0].corrected", equalTo("10.50"))
                .body("targets[0].value", equalTo("10.50"))
                .body("score", equalTo("100.00"));
        refused(correct(id, VOLUNTEERS, "9.00"), 409, "figure-corrected");
        step(id, "closing").then().statusCode(200);
        given().get("/v1/assessment-results/" + id)
                .then()
                .body("targets[0].recorded", equalTo("9.00"))
                .body("targets[0].value", equalTo("10.50"))
                .body("targets[0].correctionReason", equalTo("补录"));
    }

    @Test
    void theSubjectIsHeardOnceAndUntilThenNothingIsClosed() {
        String district = assessing.aDistrictWithALongTerm();
        String own = assessing.aSubdistrictOf(district);
        String id = aPast(own);
        office(district)
                .post("/v1/assessments/" + id + "/closing")
                .then()
                .statusCode(422)
                .body("code", equalTo("assessment-comment-awaited"))
                .body("articles", nullValue());
        refused(
                office(district).body(Map.of("text", "x")).post("/v1/assessments/" + id + "/comment"),
                403,
                "outside-jurisdiction");
        refused(
                office(NEIGHBOUR).body(Map.of("text", "x")).post("/v1/assessments/" + id + "/comment"),
                404,
                "not-found");
        refused(
                Assessing.subject(own).body(Map.of()).post("/v1/assessments/" + id + "/comment"),
                400,
                "invalid-request");
        comment(own, id)
                .then()
                .statusCode(200)
                .body("comment.text", equalTo("12月数据未计入"))
                .body("comment.madeOn", equalTo(TODAY.toString()));
        refused(comment(own, id), 409, "assessment-commented");
        office(district).post("/v1/assessments/" + id + "/closing").then().statusCode(200);
        given().get("/v1/assessment-results/" + id).then().body("comment", nullValue());
        Assessing.subject(own).get("/v1/assessments/" + id).then().body("comment.text", containsString("12月"));
    }

    @Test
    void aCommentComesInTime() {
        String id = aPast(subdistrict);
        comment(subdistrict, id)
                .then()
                .statusCode(422)
                .body("code", equalTo("assessment-comment-late"))
                .body("articles", nullValue())
                .body("figures.actual", equalTo(TODAY.toString()));
        get(id).then().body("commentBy", not(nullValue())).body("comment", nullValue());
    }

    @Test
    void onlyTheOfficeThatSetTheTargetsSettlesThem() {
        String id = aPast(subdistrict);
        for (String step : List.of("closing", "corrections")) {
            Map<String, Object> body = Map.of("indicator", VOLUNTEERS, "value", "1", "reason", "x");
            refused(office(CITY).body(body).post("/v1/assessments/" + id + "/" + step), 403, "outside-jurisdiction");
            refused(office(NEIGHBOUR).body(body).post("/v1/assessments/" + id + "/" + step), 404, "not-found");
            as(Roles.PRINCIPAL_LEADER, DISTRICT)
                    .body(body)
                    .post("/v1/assessments/" + id + "/" + step)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    @Tag("art-16")
    void aVetoOfTheYearIsShownWithTheResult() {
        String id = assessing.aPast(subdistrict, "12.00", "0");
        UUID before = UUID.randomUUID();
        UUID within = UUID.randomUUID();
        funding.imposed(before, subdistrict, LocalDate.of(PAST - 1, 1, 1), LocalDate.of(PAST - 1, 12, 31));
        get(id).then().body("underVeto", equalTo(false)).body("vetoes", empty());
        funding.imposed(within, subdistrict, LocalDate.of(PAST - 1, 1, 1), LocalDate.of(PAST, 1, 1));
        step(id, "closing")
                .then()
                .statusCode(200)
                .body("score", equalTo("100.00"))
                .body("underVeto", equalTo(true))
                .body("vetoes.id", contains(within.toString()));
        given().get("/v1/assessment-results?subject=" + subdistrict).then().body("items.underVeto", contains(true));
        funding.lifted(within, subdistrict, LocalDate.of(PAST, 1, 1));
        get(id).then().body("underVeto", equalTo(false)).body("vetoes", empty());
    }

    @Test
    void ofManyAtTheSameTimeOneClosesAndItIsToldOnce() {
        String id = assessing.aPast(subdistrict, "12.00", "0");
        List<Integer> statuses = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> step(id, "closing").statusCode()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(200, 409, 409, 409);
        assertThat(told(jdbi, id)).hasSize(1);
    }

    @Test
    void theCityAssessesItsDistrictsWhichCommentThemselves() {
        String id = office(CITY)
                .body(Map.of(
                        "division", CITY, "subject", DISTRICT, "year", TODAY.getYear(), "targets", Assessing.targets()))
                .post("/v1/assessments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Assessing.office().get("/v1/assessments/" + id).then().statusCode(404);
        office(CITY).post("/v1/assessments/" + id + "/issuance").then().statusCode(200);
        Assessing.office().get("/v1/assessments/" + id).then().statusCode(200);
        refused(step(id, "issuance"), 403, "outside-jurisdiction");
        refused(
                Assessing.office().body(Map.of("text", "x")).post("/v1/assessments/" + id + "/comment"),
                422,
                "assessment-year-runs");
        Assessing.office()
                .get("/v1/assessments?division=" + CITY + "&year=" + TODAY.getYear())
                .then()
                .body("items", hasSize(1));
    }
}
