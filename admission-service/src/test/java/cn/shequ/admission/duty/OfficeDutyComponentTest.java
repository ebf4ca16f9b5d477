package cn.shequ.admission.duty;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.check;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-6")
class OfficeDutyComponentTest {

    @Inject
    TerritoryRecord territory;

    @BeforeEach
    void aCity() {
        Given.theCity(territory);
    }

    private static String aCode() {
        return "D" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static Map<String, Object> duty(String code, String owner, String function) {
        return new HashMap<>(Map.of(
                "code",
                code,
                "owner",
                owner,
                "function",
                function,
                "titleZh",
                "演示职责",
                "titleEn",
                "Duty for demonstration",
                "citationZh",
                "演示条例第一条",
                "citationEn",
                "Demonstration regulation, Art. 1",
                "validFrom",
                "2026-01-01"));
    }

    private static Response add(String division, Map<String, Object> duty) {
        return as(Roles.CIVIL_AFFAIRS_OFFICER, division).body(duty).post("/v1/office-duties");
    }

    @Test
    @Tag("art-2")
    void theSevenFunctionsOfSubdistrictOfficesAreShipped() {
        given().get("/v1/office-duties?limit=200&owner=SUBDISTRICT_OFFICE")
                .then()
                .statusCode(200)
                .body("items.findAll { it.citationEn.endsWith('Art. 2') }.size()", equalTo(7))
                .body("items.code", hasItems("CITY_MANAGEMENT", "RESPONSIBILITY_FOR_THE_TERRITORY"))
                .body("items.code", not(hasItem("ECONOMIC_MANAGEMENT")));
        given().get("/v1/office-duties/CITY_MANAGEMENT")
                .then()
                .statusCode(200)
                .body("titleZh", equalTo("城市管理"))
                .body("citationZh", containsString("第2条"));
        given().get("/v1/office-duties/NOWHERE").then().statusCode(404);
    }

    @Test
    @Tag("art-1")
    @Tag("art-3")
    void economicFunctionsBelongToDepartmentsAndNotToSubdistrictOffices() {
        String code = aCode();
        add(CITY, duty(code, "SUBDISTRICT_OFFICE", "ECONOMIC"))
                .then()
                .statusCode(422)
                .body("code", equalTo("economic-duty-of-subdistrict"))
                .body("articles", contains(1, 3))
                .body("figures.code", equalTo(code));
        add(CITY, duty(code, "DEPARTMENT", "ECONOMIC")).then().statusCode(201);
        given().get("/v1/office-duties/ECONOMIC_MANAGEMENT").then().body("owner", equalTo("DEPARTMENT"));
        add(CITY, duty(aCode(), "SUBDISTRICT_OFFICE", "PUBLIC_SERVICE")).then().statusCode(201);
    }

    @Test
    void whatIsEnteredIsNotAskedOfACommunity() {
        String department = aDepartmentOf(DISTRICT);
        String code = aCode();
        check(department, COMMUNITY, code).then().body("reasons[0].code", equalTo("OUT_OF_SCOPE"));
        add(CITY, duty(code, "DEPARTMENT", "PUBLIC_SERVICE")).then().statusCode(201);
        check(department, COMMUNITY, code)
                .then()
                .statusCode(200)
                .body("permitted", equalTo(false))
                .body("reasons[0].code", equalTo("OFFICE_DUTY"))
                .body("reasons[0].articles", contains(6));
        as(Roles.COMMUNITY_OFFICER, COMMUNITY)
                .body(Map.of(
                        "community",
                        COMMUNITY,
                        "demandingBody",
                        Map.of("creditCode", department),
                        "matter",
                        code,
                        "demanded",
                        "演示",
                        "grounds",
                        "DUTY_SHIFTED"))
                .post("/v1/refusals")
                .then()
                .statusCode(201)
                .body("finding", equalTo("OFFICE_DUTY"));
    }

    @Test
    void aDutyIsEnteredOnceAndIsNoneOfTheCommittees() {
        String code = aCode();
        add(CITY, duty(code, "DEPARTMENT", "PUBLIC_SERVICE")).then().statusCode(201);
        add(CITY, duty(code, "DEPARTMENT", "PUBLIC_SERVICE"))
                .then()
                .statusCode(409)
                .body("code", equalTo("duty-exists"))
                .body("articles", nullValue());
        for (String taken : new String[] {"PUBLIC_HEALTH", "CIVIL_MEDIATION"}) {
            add(CITY, duty(taken, "DEPARTMENT", "PUBLIC_SERVICE"))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("duty-of-committees"))
                    .body("articles", contains(4));
        }
        Map<String, Object> over = duty(aCode(), "DEPARTMENT", "PUBLIC_SERVICE");
        over.put("validTo", "2025-12-31");
        add(CITY, over).then().statusCode(400).body("errors.field", contains("validTo"));
    }

    @Test
    void aDutyThatCommitteesNoLongerHaveIsNoHindrance() {
        String ended = aCode();
        String goesOn = aCode();
        statutory(ended, "2025-12-31").then().statusCode(201);
        statutory(goesOn, "2026-01-01").then().statusCode(201);
        add(CITY, duty(ended, "DEPARTMENT", "PUBLIC_SERVICE")).then().statusCode(201);
        add(CITY, duty(goesOn, "DEPARTMENT", "PUBLIC_SERVICE"))
                .then()
                .statusCode(422)
                .body("code", equalTo("duty-of-committees"));
    }

    private static Response statutory(String code, String validTo) {
        Map<String, Object> duty = duty(code, "x", "x");
        duty.keySet().removeAll(Set.of("owner", "function"));
        duty.put("basisKind", "LAW");
        duty.put("validFrom", "2012-01-01");
        duty.put("validTo", validTo);
        return as(Roles.CIVIL_AFFAIRS_OFFICER, CITY).body(duty).post("/v1/statutory-duties");
    }

    @Test
    void onlyTheCitysCivilAffairsOfficerWrites() {
        Map<String, Object> duty = duty(aCode(), "DEPARTMENT", "PUBLIC_SERVICE");
        add(DISTRICT, duty).then().statusCode(403).body("code", equalTo("outside-jurisdiction"));
        as(Roles.COMMUNITY_OFFICER, COMMUNITY)
                .body(duty)
                .post("/v1/office-duties")
                .then()
                .statusCode(403);
    }
}
