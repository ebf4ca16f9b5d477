package cn.shequ.admission.assessment;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.SUBDISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.assessment.Assessing.DISTRICT;
import static cn.shequ.admission.assessment.Assessing.VOLUNTEERS;
import static cn.shequ.admission.assessment.Assessing.WEAK;
import static cn.shequ.admission.assessment.Assessing.aDraft;
import static cn.shequ.admission.assessment.Assessing.anIssued;
import static cn.shequ.admission.assessment.Assessing.asked;
import static cn.shequ.admission.assessment.Assessing.draft;
import static cn.shequ.admission.assessment.Assessing.get;
import static cn.shequ.admission.assessment.Assessing.step;
import static cn.shequ.admission.assessment.Assessing.subject;
import static cn.shequ.admission.assessment.Assessing.target;
import static cn.shequ.admission.assessment.Assessing.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who sets targets for whom, on what, and until when. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-36")
class AssessmentTargetsComponentTest {

    @Inject
    Assessing assessing;

    private String subdistrict = "";

    @BeforeEach
    void aSubdistrictOfTheDistrict() {
        subdistrict = assessing.aSubdistrict();
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    private Map<String, Object> with(String name, Object value) {
        Map<String, Object> asked = asked(subdistrict);
        asked.put(name, value);
        return asked;
    }

    @Test
    void aDraftIsChangedAndThenIssuedToWhomItConcerns() {
        String id = draft(asked(subdistrict))
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("stage", equalTo("DRAFT"))
                .body("targets.indicator", contains(VOLUNTEERS, WEAK))
                .body("targets.unit", contains("PERCENT", "COUNT"))
                .extract()
                .path("id");
        subject(subdistrict).get("/v1/assessments/" + id).then().statusCode(404);
        subject(subdistrict)
                .get("/v1/assessments?subject=" + subdistrict)
                .then()
                .statusCode(200)
                .body("items", empty());
        Map<String, Object> other = Map.of("targets", List.of(target(WEAK, "AT_MOST", 1, 100)));
        refused(replace(Assessing.office(), id, null, other), 428, "version-required");
        refused(replace(Assessing.office(), id, "\"7\"", other), 412, "stale-version");
        replace(Assessing.office(), id, "\"1\"", other)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("targets.target", contains("1"));
        step(id, "issuance").then().statusCode(200).body("stage", equalTo("ISSUED"));
        subject(subdistrict)
                .get("/v1/assessments/" + id)
                .then()
                .statusCode(200)
                .body("issuedOn", equalTo(TODAY.toString()))
                .body("targets.finding", contains("MISSING"))
                .body("score", nullValue())
                .body("weightCounted", equalTo(0));
        subject(subdistrict)
                .get("/v1/assessments?subject=" + subdistrict)
                .then()
                .body("items.id", contains(id));
        refused(replace(Assessing.office(), id, "\"3\"", other), 409, "assessment-stage-forbids");
        refused(step(id, "issuance"), 409, "assessment-stage-forbids");
    }

    private static Response replace(
            RequestSpecification caller, String id, @Nullable String version, Map<String, Object> body) {
        return (version == null ? caller : caller.header("If-Match", version))
                .body(body)
                .put("/v1/assessments/" + id + "/targets");
    }

    @Test
    void weightsAddUpToAHundredAndOnlyWhatIsMeasuredIsATarget() {
        draft(with(
                        "targets",
                        List.of(target(VOLUNTEERS, "AT_LEAST", "100.01", 60), target("made-up", "AT_MOST", 1, 39))))
                .then()
                .statusCode(422)
                .body("code", equalTo("targets-do-not-fit"))
                .body("errors.code", contains("target-above", "indicator-not-measured", "weights-do-not-add-up"));
        refused(
                draft(with("targets", List.of(target(WEAK, "AT_MOST", 0, 50), target(WEAK, "AT_MOST", 1, 50)))),
                422,
                "targets-do-not-fit");
        refused(draft(with("targets", List.of(target(WEAK, "AT_MOST", -1, 100)))), 400, "invalid-request");
        refused(draft(with("targets", List.of())), 400, "invalid-request");
    }

    @Test
    void aCityAssessesDistrictsAndADistrictItsSubdistricts() {
        String community = assessing.aCommunityOf(subdistrict);
        draft(Map.of("division", subdistrict, "subject", community, "year", TODAY.getYear(), "targets", targets()))
                .then()
                .statusCode(422)
                .body("code", equalTo("assessment-level"))
                .body("articles", equalTo(List.of(36)));
        refused(draft(with("division", CITY)), 422, "assessed-from-directly-above");
        refused(draft(with("subject", SUBDISTRICT)), 422, "assessed-from-directly-above");
        refused(draft(with("subject", DISTRICT)), 422, "assessed-from-directly-above");
        refused(draft(with("subject", community)), 422, "assessed-from-directly-above");
        refused(draft(with("subject", "220182999000")), 400, "invalid-request");
        draft(Map.of("division", CITY, "subject", DISTRICT, "year", 2199, "targets", targets()))
                .then()
                .statusCode(201);
    }

    @Test
    void onlyTheOfficeOfTheDivisionItselfSetsTargets() {
        Map<String, Object> asked = asked(subdistrict);
        refused(office(CITY).body(asked).post("/v1/assessments"), 403, "outside-jurisdiction");
        refused(office(NEIGHBOUR).body(asked).post("/v1/assessments"), 404, "not-found");
        as(Roles.PRINCIPAL_LEADER, DISTRICT)
                .body(asked)
                .post("/v1/assessments")
                .then()
                .statusCode(403);
        String id = aDraft(subdistrict);
        refused(office(CITY).post("/v1/assessments/" + id + "/issuance"), 403, "outside-jurisdiction");
        refused(office(NEIGHBOUR).post("/v1/assessments/" + id + "/issuance"), 404, "not-found");
        Map<String, Object> other = Map.of("targets", targets());
        refused(replace(office(CITY), id, "\"1\"", other), 403, "outside-jurisdiction");
        refused(replace(office(NEIGHBOUR), id, "\"1\"", other), 404, "not-found");
        for (String role : List.of(Roles.PRINCIPAL_LEADER, Roles.AUDITOR)) {
            as(role, DISTRICT).get("/v1/assessments/" + id).then().statusCode(200);
            as(role, CITY).get("/v1/assessments?subject=" + subdistrict).then().body("items.id", contains(id));
            as(role, NEIGHBOUR).get("/v1/assessments/" + id).then().statusCode(404);
            as(role, NEIGHBOUR)
                    .get("/v1/assessments?subject=" + subdistrict)
                    .then()
                    .body("items", empty());
        }
        as(Roles.COMMUNITY_OFFICER, DISTRICT)
                .get("/v1/assessments/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void aDivisionWithoutLeadingGroupSetsNone() {
        String district = assessing.aDistrictWithoutGroup();
        refused(draft(with("division", district)), 422, "no-group-of-same-level");
    }

    @Test
    void targetsAreSetBeforeTheYearIsOverAndNotAfterwards() {
        draft(with("year", TODAY.getYear() - 1))
                .then()
                .statusCode(422)
                .body("code", equalTo("assessment-year-over"))
                .body("figures.required", equalTo((TODAY.getYear() - 1) + "-12-31"))
                .body("articles", equalTo(List.of(36)));
        draft(with("year", TODAY.getYear() + 1)).then().statusCode(201);
        String id = aDraft(subdistrict);
        Given.asOwner("UPDATE assessment SET year = " + Assessing.PAST + ", drafted_on = '" + Assessing.PAST
                + "-12-31' WHERE id = '" + id + "'");
        refused(step(id, "issuance"), 422, "assessment-year-over");
        assertThat(get(id).<String>path("stage")).isEqualTo("DRAFT");
    }

    @Test
    void oneOfManyAtTheSameTimeSetsThemAndARepetitionSetsNothing() {
        Map<String, Object> asked = asked(subdistrict);
        List<Integer> statuses = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> draft(asked).statusCode()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409);
        refused(draft(asked), 409, "assessment-exists");
        String id = Assessing.office()
                .get("/v1/assessments?subject=" + subdistrict)
                .then()
                .extract()
                .path("items[0].id");
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            Assessing.office()
                    .header("Idempotency-Key", key)
                    .post("/v1/assessments/" + id + "/issuance")
                    .then()
                    .statusCode(200)
                    .body("stage", equalTo("ISSUED"));
        }
    }

    @Test
    void atAnyTimeOfTheYearTheFiguresSayHowItStands() {
        String id = anIssued(subdistrict);
        assessing.measured(subdistrict, VOLUNTEERS, TODAY.withDayOfYear(1), "10.00", "PERCENT");
        get(id).then()
                .body("targets.finding", contains("MET", "MISSING"))
                .body("targets[0].value", equalTo("10.00"))
                .body("targets[0].asOf", equalTo(TODAY.withDayOfYear(1).toString()))
                .body("targets[0].numerator", equalTo("9"))
                .body("targets[0].source", equalTo("workforce"))
                .body("weightMet", equalTo(60))
                .body("weightCounted", equalTo(60))
                .body("score", equalTo("100.00"))
                .body("missingRule", equalTo("assessment.missing-counts-as-not-met@1"));
        LocalDate lastDay = LocalDate.of(TODAY.getYear(), 12, 31);
        assessing.measured(subdistrict, VOLUNTEERS, lastDay, "9.99", "PERCENT");
        assessing.measured(subdistrict, WEAK, lastDay, "0", "COUNT");
        get(id).then()
                .body("targets.finding", contains("NOT_MET", "MET"))
                .body("score", equalTo("40.00"))
                .body("closedOn", nullValue());
        subject(subdistrict).get("/v1/assessments?stage=ISSUED").then().body("items.id", hasItem(id));
    }

    @Test
    void aFigureInAnotherUnitOrOfAnotherYearIsNone() {
        assessing.measured(DISTRICT, "test.unit", TODAY, "9", "PERCENT");
        String id = draft(with(
                        "targets", List.of(target("test.unit", "AT_LEAST", 10, 60), target(WEAK, "AT_MOST", 0, 40))))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assessing.measured(subdistrict, "test.unit", TODAY, "0.5", "RATIO");
        assessing.measured(subdistrict, WEAK, TODAY.minusYears(1), "0", "COUNT");
        get(id).then().body("targets.finding", contains("MISSING", "MISSING"));
    }
}
