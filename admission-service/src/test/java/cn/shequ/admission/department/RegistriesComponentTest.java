package cn.shequ.admission.department;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.SUBDISTRICT;
import static cn.shequ.admission.Given.aCreditCode;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.composition;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.Given.office;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
class RegistriesComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aCity() {
        Given.theCity(territory);
    }

    private static Map<String, Object> department(String code, String division, String level) {
        return Map.of(
                "creditCode",
                code,
                "division",
                division,
                "nameZh",
                "教育局",
                "category",
                "COOPERATING_DEPARTMENT",
                "affiliationLevel",
                level);
    }

    @Test
    @Tag("art-35")
    void aRegisteredBodyIsFoundByEverybody() {
        String code = aDepartmentOf(DISTRICT);
        given().get("/v1/departments/" + code).then().statusCode(200).body("division", equalTo(DISTRICT));
        given().get("/v1/departments?limit=1").then().body("items", hasSize(1)).body("next", notNullValue());
    }

    @Test
    void aBodyIsRegisteredOnceAndByItsOwnTerritory() {
        String code = aDepartmentOf(DISTRICT);
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(department(code, DISTRICT, "COUNTY_LEVEL"))
                .post("/v1/departments")
                .then()
                .statusCode(409)
                .body("code", equalTo("department-exists"));
        as(Roles.CIVIL_AFFAIRS_OFFICER, NEIGHBOUR)
                .body(department(aCreditCode(), DISTRICT, "COUNTY_LEVEL"))
                .post("/v1/departments")
                .then()
                .statusCode(404);
        as(Roles.RESIDENT, DISTRICT)
                .body(Map.of())
                .post("/v1/departments")
                .then()
                .statusCode(403);
    }

    @Test
    void aBodyStandsAtADivisionOfItsOwnLevel() {
        as(Roles.CIVIL_AFFAIRS_OFFICER, CITY)
                .body(department(aCreditCode(), DISTRICT, "CITY"))
                .post("/v1/departments")
                .then()
                .statusCode(422)
                .body("code", equalTo("level-does-not-fit"))
                .body("figures.required", equalTo("CITY"));
    }

    @Test
    void aWrongCheckCharacterIsNoCreditCode() {
        Map<String, Object> wrong = new LinkedHashMap<>(department("112201020000000000", DISTRICT, "COUNTY_LEVEL"));
        wrong.put("nameZh", "");
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(wrong)
                .post("/v1/departments")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("creditCode", "nameZh"));
    }

    @Test
    void aBodyIsSucceededOnce() {
        String old = aDepartmentOf(DISTRICT);
        String next = aDepartmentOf(DISTRICT);
        String path = "/v1/departments/" + old + "/succession";
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of("successor", aCreditCode()))
                .post(path)
                .then()
                .statusCode(422);
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of("successor", next))
                .post(path)
                .then()
                .statusCode(200);
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of("successor", next))
                .post(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("department-succeeded"));
    }

    @Test
    @Tag("art-34")
    void aDivisionHasOneLeadingGroupAndACommunityNone() {
        String host = aDepartmentOf(DISTRICT);
        office(DISTRICT)
                .body(Map.of("division", DISTRICT, "composition", composition(DISTRICT, host)))
                .post("/v1/leading-groups")
                .then()
                .statusCode(409)
                .body("code", equalTo("leading-group-exists"))
                .body("articles", contains(34));
        office(DISTRICT)
                .body(Map.of("division", COMMUNITY, "composition", composition(COMMUNITY, host)))
                .post("/v1/leading-groups")
                .then()
                .statusCode(422)
                .body("code", equalTo("leading-group-level"));
        office(NEIGHBOUR)
                .body(Map.of("division", SUBDISTRICT, "composition", composition(SUBDISTRICT, host)))
                .post("/v1/leading-groups")
                .then()
                .statusCode(404);
    }

    @Test
    @Tag("art-5")
    void whoSignsIsNoMember() {
        Map<String, Object> both = new LinkedHashMap<>(composition(SUBDISTRICT, aDepartmentOf(DISTRICT)));
        both.put("members", List.of(Map.of("person", leader(SUBDISTRICT), "termFrom", "2026-01-01")));
        office(DISTRICT)
                .body(Map.of("division", SUBDISTRICT, "composition", both))
                .post("/v1/leading-groups")
                .then()
                .statusCode(422)
                .body("code", equalTo("leader-may-not-vote"));
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("""
                        INSERT INTO leading_group_member (group_id, person, term_from)
                        SELECT id, principal_leader, '2026-01-01' FROM leading_group LIMIT 1""")))
                .hasMessageContaining("who signs does not vote");
    }

    @Test
    void aCompositionIsChangedByWhoReadItsLatestVersion() {
        String path = "/v1/leading-groups/"
                + office(NEIGHBOUR).get("/v1/leading-groups").path("items[0].id");
        String tag = office(NEIGHBOUR).get(path).header("ETag");
        Map<String, Object> next = composition(NEIGHBOUR, aDepartmentOf(NEIGHBOUR));
        office(NEIGHBOUR).body(next).put(path).then().statusCode(428);
        office(NEIGHBOUR).header("If-Match", tag).body(next).put(path).then().statusCode(200);
        office(NEIGHBOUR).header("If-Match", tag).body(next).put(path).then().statusCode(412);
    }

    @Test
    @Tag("art-4")
    void theCityEntersADutyAndADistrictDoesNot() {
        Map<String, Object> duty = Map.of(
                "code",
                "DUTY_" + System.nanoTime(),
                "titleZh",
                "示例职责",
                "titleEn",
                "Example duty",
                "basisKind",
                "LAW",
                "citationZh",
                "示例法第一条",
                "citationEn",
                "Example Law, Art. 1",
                "validFrom",
                "2026-01-01");
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(duty)
                .post("/v1/statutory-duties")
                .then()
                .statusCode(403);
        as(Roles.CIVIL_AFFAIRS_OFFICER, CITY)
                .body(duty)
                .post("/v1/statutory-duties")
                .then()
                .statusCode(201);
        as(Roles.CIVIL_AFFAIRS_OFFICER, CITY)
                .body(duty)
                .post("/v1/statutory-duties")
                .then()
                .statusCode(409)
                .body("code", equalTo("duty-exists"));
        Map<String, Object> domain = new LinkedHashMap<>(duty);
        domain.put("code", "PUBLIC_HEALTH");
        as(Roles.CIVIL_AFFAIRS_OFFICER, CITY)
                .body(domain)
                .post("/v1/statutory-duties")
                .then()
                .statusCode(422)
                .body("code", equalTo("duty-names-a-domain"));
        given().get("/v1/statutory-duties").then().statusCode(200).body("items.code", hasItem("CIVIL_MEDIATION"));
    }
}
