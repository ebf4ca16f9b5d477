package cn.shequ.admission.check;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.COMMUNITY_2;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.check;
import static cn.shequ.admission.Given.funding;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-4")
@Tag("art-5")
class AdmissionCheckComponentTest {

    @Inject
    TerritoryRecord territory;

    private String health = "";

    @BeforeEach
    void aCityWithADepartment() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
    }

    @Test
    void whatWasNeverAdmittedIsNotPermitted() {
        check(health, COMMUNITY, "PUBLIC_HEALTH")
                .then()
                .statusCode(200)
                .body("permitted", equalTo(false))
                .body("reasons.code", contains("NOT_ADMITTED"))
                .body("reasons[0].articles", contains(4, 5))
                .body("reasons[0].message", containsString("not admitted"))
                .body("placements", empty());
    }

    @Test
    void aStatutoryDutyNeedsNoAdmissionAndTheAnswerNamesItsBasis() {
        check(health, COMMUNITY, "CIVIL_MEDIATION")
                .then()
                .body("permitted", equalTo(true))
                .body(
                        "reasons[0].message",
                        containsString("Organic Law of the Urban Residents' Committees, Art. 3(3)"));
    }

    @Test
    void whatIsNeitherDomainNorDutyIsOutOfScope() {
        check(health, COMMUNITY, "TAX_COLLECTION")
                .then()
                .body("permitted", equalTo(false))
                .body("reasons[0].code", equalTo("OUT_OF_SCOPE"))
                .body("reasons[0].articles", contains(4));
    }

    @Test
    void everyWrongParameterIsNamedAtOnce() {
        as(Roles.SYSTEM_INTEGRATOR, DISTRICT)
                .queryParam("department", "11220102DEM000014X")
                .queryParam("community", "123")
                .queryParam("on", "2010-12-31")
                .get("/v1/admission-checks")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("department", "community", "matter", "on"));
        check(health, "220102999999", "PUBLIC_HEALTH")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-division"));
    }

    private static Response checkAll(List<Map<String, String>> questions) {
        return as(Roles.SYSTEM_INTEGRATOR, CITY)
                .body(Map.of("questions", questions))
                .post("/v1/admission-checks");
    }

    private Map<String, String> question(String community, String matter) {
        return Map.of("department", health, "community", community, "matter", matter);
    }

    @Test
    void manyQuestionsAreAnsweredInTheirOrderAsEachWouldBeAlone() {
        Map<String, Object> free = aForm(health, COMMUNITY);
        free.put("funding", List.of(funding(TODAY.getYear(), "0.00")));
        free.put("noFundsReason", "不增加工作量");
        aSigned(health, DISTRICT, free);
        Map<String, Object> unpaid = aForm(health, COMMUNITY, COMMUNITY_2);
        unpaid.put("domain", "CULTURE_AND_SPORTS");
        aSigned(health, DISTRICT, unpaid);
        List<Map<String, String>> questions = List.of(
                question(COMMUNITY_2, "CULTURE_AND_SPORTS"),
                question(COMMUNITY, "PUBLIC_HEALTH"),
                question(COMMUNITY_2, "PUBLIC_HEALTH"),
                question(COMMUNITY, "CIVIL_MEDIATION"),
                question(COMMUNITY, "TAX_COLLECTION"),
                question(COMMUNITY, "PUBLIC_HEALTH"));
        Response all = checkAll(questions);
        all.then()
                .statusCode(200)
                .body("permitted", contains(false, true, false, true, false, true))
                .body(
                        "reasons.collect { it[0].code }",
                        contains(
                                "FUNDS_NOT_PAID",
                                "ADMITTED",
                                "NOT_ADMITTED",
                                "STATUTORY_DUTY",
                                "OUT_OF_SCOPE",
                                "ADMITTED"))
                .body("[0].reasons[0].amountsDue", hasSize(1))
                .body("[0].reasons[0].amountsDue[0].amountDue", equalTo("3000.00"));
        for (int i = 0; i < questions.size(); i++) {
            Map<String, String> each = questions.get(i);
            assertThat(all.<Map<String, Object>>path("[" + i + "]"))
                    .isEqualTo(check(health, String.valueOf(each.get("community")), String.valueOf(each.get("matter")))
                            .<Map<String, Object>>path(""));
        }
    }

    @Test
    void aThousandQuestionsAreAnsweredAndOneMoreIsNot() {
        checkAll(Collections.nCopies(1_000, question(COMMUNITY, "PUBLIC_HEALTH")))
                .then()
                .statusCode(200)
                .body("size()", equalTo(1_000));
        checkAll(Collections.nCopies(1_001, question(COMMUNITY, "PUBLIC_HEALTH")))
                .then()
                .statusCode(400)
                .body("errors.field", contains("questions"));
        checkAll(List.of()).then().statusCode(400).body("errors.field", contains("questions"));
    }

    @Test
    void ofManyQuestionsTheWrongOnesAreNamed() {
        checkAll(List.of(
                        question(COMMUNITY, "PUBLIC_HEALTH"),
                        Map.of("department", "1", "community", COMMUNITY, "on", "yesterday"),
                        question("220102999999", "PUBLIC_HEALTH")))
                .then()
                .statusCode(400)
                .body("errors.field", contains("questions[1].department", "questions[1].matter", "questions[1].on"));
        checkAll(List.of(question(COMMUNITY, "PUBLIC_HEALTH"), question("220102999999", "PUBLIC_HEALTH")))
                .then()
                .statusCode(400)
                .body("errors.field", contains("questions[1].community"))
                .body("errors.code", contains("unknown-division"));
        checkAll(Collections.nCopies(1_000, Map.of("matter", "x")))
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(102));
        as(Roles.SYSTEM_INTEGRATOR, CITY)
                .body("{\"questions\":[null]}")
                .post("/v1/admission-checks")
                .then()
                .statusCode(400);
        given().post("/v1/admission-checks").then().statusCode(401);
    }

    @Test
    void whoIsNotSignedInIsNotAnswered() {
        given().get("/v1/admission-checks").then().statusCode(401);
    }

    @Test
    @Tag("art-7")
    void aSuccessorHoldsWhatItsPredecessorHeld() {
        Map<String, Object> form = aForm(health, COMMUNITY);
        form.put("funding", List.of(funding(TODAY.getYear(), "0.00")));
        form.put("noFundsReason", "不增加工作量");
        aSigned(health, DISTRICT, form);
        String successor = aDepartmentOf(DISTRICT);
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of("successor", successor))
                .post("/v1/departments/" + health + "/succession")
                .then()
                .statusCode(200)
                .body("succeededBy", equalTo(successor));
        check(successor, COMMUNITY, "PUBLIC_HEALTH").then().body("permitted", equalTo(true));
        check(health, COMMUNITY, "PUBLIC_HEALTH").then().body("permitted", equalTo(false));
    }

    @Test
    void admittedTasksOfAnUnknownCommunityAreNotFound() {
        given().get("/v1/communities/220102999999/admitted-tasks").then().statusCode(404);
    }
}
