package cn.shequ.admission.cooperation;

import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.SUBDISTRICT;
import static cn.shequ.admission.Given.aCreditCode;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.cooperation.Cooperating.aBody;
import static cn.shequ.admission.cooperation.Cooperating.aZone;
import static cn.shequ.admission.cooperation.Cooperating.body;
import static cn.shequ.admission.cooperation.Cooperating.bodyOf;
import static cn.shequ.admission.cooperation.Cooperating.fulfil;
import static cn.shequ.admission.cooperation.Cooperating.register;
import static cn.shequ.admission.cooperation.Cooperating.roster;
import static cn.shequ.admission.cooperation.Cooperating.succeed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.AtOnce;
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
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who leads, who cooperates and who sets policies in a division. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-35")
class CooperationComponentTest {

    private static final String COOPERATING = "COOPERATING_DEPARTMENT";

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String zone = "";

    @BeforeEach
    void aZoneOfTheCity() {
        Given.theCity(territory);
        zone = aZone(territory);
    }

    @Test
    void everybodyReadsWhatTheArticleNamesAndWhoIsMissing() {
        given().get("/v1/cooperation-functions")
                .then()
                .statusCode(200)
                .body("", hasSize(23))
                .body("[0].code", equalTo("CIVIL_AFFAIRS"))
                .body("[0].part", equalTo("LEAD_DEPARTMENT"))
                .body("[0].nameZh", equalTo("民政"))
                .body("[0].article", equalTo(35))
                .body("[0].citationZh", equalTo("长办发〔2011〕39号第35条"))
                .body("[0].citationEn", equalTo("Chang Ban Fa [2011] No. 39, Art. 35"));
        roster(zone).statusCode(200).body("required", equalTo(23)).body("present", equalTo(0));
        String lead = aBody(zone, "LEAD_DEPARTMENT", "CIVIL_AFFAIRS");
        String health = aBody(zone, COOPERATING, "POPULATION_AND_FAMILY_PLANNING", "HEALTH");
        roster(zone)
                .body("present", equalTo(3))
                .body("functions.findAll { it.missing }", hasSize(20))
                .body(bodyOf("CIVIL_AFFAIRS"), equalTo(lead))
                .body(bodyOf("HEALTH"), equalTo(health))
                .body(bodyOf("POPULATION_AND_FAMILY_PLANNING"), equalTo(health))
                .body(bodyOf("EDUCATION"), nullValue());
        given().get("/v1/departments/" + health)
                .then()
                .body("functions", contains("HEALTH", "POPULATION_AND_FAMILY_PLANNING"));
    }

    @Test
    void aRosterIsOfACityOrACountyLevelUnit() {
        roster(Given.CITY).statusCode(200).body("required", equalTo(23));
        for (String below : List.of(SUBDISTRICT, COMMUNITY)) {
            roster(below).statusCode(422).body("code", equalTo("cooperation-roster-level"));
        }
        roster("220184999000").statusCode(400).body("errors.code", contains("unknown-division"));
        given().get("/v1/cooperation-roster").then().statusCode(400).body("errors.code", contains("required"));
    }

    @Test
    void aBodyHasTheCategoryThatTheArticleGivesToItsFunction() {
        register(body(aCreditCode(), zone, "POLICY_DEPARTMENT", "FINANCE", "EDUCATION"))
                .then()
                .statusCode(422)
                .body("code", equalTo("category-does-not-fit"))
                .body("articles", contains(35))
                .body("figures.function", equalTo("EDUCATION"))
                .body("figures.required", equalTo(COOPERATING))
                .body("figures.actual", equalTo("POLICY_DEPARTMENT"));
        register(body(aCreditCode(), zone, COOPERATING, "CIVIL_AFFAIRS"))
                .then()
                .statusCode(422)
                .body("figures.required", equalTo("LEAD_DEPARTMENT"));
        register(body(aCreditCode(), zone, COOPERATING, "TOURISM")).then().statusCode(400);
        roster(zone).body("present", equalTo(0));
    }

    @Test
    void oneBodyFulfilsAFunctionInADivision() {
        String police = aBody(zone, COOPERATING, "PUBLIC_SECURITY");
        String second = aCreditCode();
        register(body(second, zone, COOPERATING, "JUSTICE", "PUBLIC_SECURITY"))
                .then()
                .statusCode(409)
                .body("code", equalTo("function-fulfilled"))
                .body("articles", nullValue());
        given().get("/v1/departments/" + second).then().statusCode(404);
        roster(zone).body("present", equalTo(1)).body(bodyOf("PUBLIC_SECURITY"), equalTo(police));
        String elsewhere = aZone(territory);
        aBody(elsewhere, COOPERATING, "PUBLIC_SECURITY");
    }

    @Test
    void ofTwoBodiesAtTheSameMomentOneGetsTheFunction() throws Exception {
        Callable<Integer> another = () -> register(body(aCreditCode(), zone, "PEOPLES_BODY", "CHARITY", "AGEING"))
                .statusCode();
        assertThat(AtOnce.call(another, another)).containsExactlyInAnyOrder(201, 409);
        roster(zone).body("present", equalTo(2));
    }

    @Test
    void whatARegisteredBodyFulfilsIsSaidLaterWithTheVersionThatWasRead() {
        String code = aBody(zone, COOPERATING);
        fulfil(code, zone, "\"1\"", "CULTURE", "SPORTS")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("functions", contains("CULTURE", "SPORTS"));
        given().get("/v1/departments/" + code).then().header("ETag", "\"2\"");
        fulfil(code, zone, "\"1\"", "SPORTS").then().statusCode(412).body("code", equalTo("stale-version"));
        fulfil(code, zone, "\"2\"", "CULTURE", "FINANCE")
                .then()
                .statusCode(422)
                .body("code", equalTo("category-does-not-fit"));
        fulfil(code, zone, "", "SPORTS").then().statusCode(428);
        aBody(zone, COOPERATING, "EDUCATION");
        fulfil(code, zone, "*", "EDUCATION").then().statusCode(409).body("code", equalTo("function-fulfilled"));
        fulfil(code, zone, "*", "SPORTS").then().statusCode(200).body("functions", contains("SPORTS"));
        roster(zone).body(bodyOf("CULTURE"), nullValue()).body(bodyOf("SPORTS"), equalTo(code));
        assertThat(announced(code)).containsExactly("[]", "[\"CULTURE\",\"SPORTS\"]", "[\"SPORTS\"]");
    }

    @Test
    void onlyCivilAffairsOfTheTerritorySaysSo() {
        String code = aBody(zone, COOPERATING);
        fulfil(code, NEIGHBOUR, "*", "CULTURE").then().statusCode(404);
        fulfil(aCreditCode(), zone, "*", "CULTURE").then().statusCode(404);
        as(Roles.LEADING_GROUP_OFFICE, zone)
                .body(Map.of("functions", List.of("CULTURE")))
                .put("/v1/departments/" + code + "/functions")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body(Map.of("functions", List.of("CULTURE")))
                .put("/v1/departments/" + code + "/functions")
                .then()
                .statusCode(401);
    }

    @Test
    void aSuccessorFulfilsWhatFitsItsCategory() {
        String old = aBody(zone, COOPERATING, "CULTURE", "SPORTS");
        String next = aBody(zone, COOPERATING, "EDUCATION");
        succeed(old, next, zone).then().statusCode(200).body("functions", empty());
        roster(zone)
                .body("present", equalTo(3))
                .body(bodyOf("CULTURE"), equalTo(next))
                .body(bodyOf("SPORTS"), equalTo(next));
        fulfil(old, zone, "*", "HEALTH").then().statusCode(409).body("code", equalTo("department-succeeded"));
        assertThat(announced(next)).containsExactly("[\"EDUCATION\"]", "[\"EDUCATION\",\"CULTURE\",\"SPORTS\"]");

        String other = aBody(zone, "OTHER_DEPARTMENT");
        succeed(next, other, zone).then().statusCode(200);
        roster(zone).body("present", equalTo(0));
        assertThat(announced(other)).containsExactly("[]");
    }

    @Test
    void aSuccessorOfAnotherDivisionFulfilsNothingInThisOne() {
        String old = aBody(zone, COOPERATING, "CITY_MANAGEMENT");
        String next = aBody(DISTRICT, COOPERATING);
        as(Roles.CIVIL_AFFAIRS_OFFICER, Given.CITY)
                .body(Map.of("successor", next))
                .post("/v1/departments/" + old + "/succession")
                .then()
                .statusCode(200);
        roster(zone).body("present", equalTo(0));
        given().get("/v1/departments/" + next).then().body("functions", empty());
    }

    @Test
    void ofTwoBodiesThatSucceedEachOtherAtTheSameMomentOneRemains() throws Exception {
        String one = aBody(zone, COOPERATING, "JUSTICE");
        String other = aBody(zone, COOPERATING, "HEALTH");
        List<Integer> statuses =
                AtOnce.call(() -> succeed(one, other, zone).statusCode(), () -> succeed(other, one, zone)
                        .statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        roster(zone).body("present", equalTo(2));
    }

    /** The functions that each event about a body says, as JSON. */
    private List<String> announced(String creditCode) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT CAST(data AS json) ->> 'functions' FROM event_outbox
                        WHERE type LIKE '%department-changed%' AND subject = :code ORDER BY id""")
                .bind("code", creditCode)
                .mapTo(String.class)
                .list());
    }
}
