package cn.shequ.admission.cooperation;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.aCreditCode;
import static cn.shequ.admission.Given.as;
import static io.restassured.RestAssured.given;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies with their functions, in development zones of their own: no test finds the bodies of another. */
final class Cooperating {

    private static final AtomicInteger ZONES = new AtomicInteger(600);

    private Cooperating() {}

    /** The city must be there. */
    static String aZone(TerritoryRecord territory) {
        String code = "220184" + ZONES.incrementAndGet() + "000";
        territory.put(new Division(
                DivisionCode.of(code),
                "演示开发区" + code,
                DivisionLevel.COUNTY_LEVEL,
                "DEVELOPMENT_ZONE",
                DivisionCode.of(CITY),
                LocalDate.of(2011, 1, 1),
                null));
        return code;
    }

    static Map<String, Object> body(String code, String division, String category, String... functions) {
        return new HashMap<>(Map.of(
                "creditCode",
                code,
                "division",
                division,
                "nameZh",
                "演示单位",
                "category",
                category,
                "affiliationLevel",
                "COUNTY_LEVEL",
                "functions",
                List.of(functions)));
    }

    static Response register(Map<String, Object> body) {
        return as(Roles.CIVIL_AFFAIRS_OFFICER, (String) body.get("division"))
                .body(body)
                .post("/v1/departments");
    }

    static String aBody(String division, String category, String... functions) {
        String code = aCreditCode();
        register(body(code, division, category, functions)).then().statusCode(201);
        return code;
    }

    static ValidatableResponse roster(String division) {
        return given().queryParam("division", division)
                .get("/v1/cooperation-roster")
                .then();
    }

    /** Where the roster shows the body of a function. */
    static String bodyOf(String function) {
        return "functions.find { it.function == '" + function + "' }.body?.creditCode";
    }

    static Response fulfil(String code, String division, String version, String... functions) {
        return as(Roles.CIVIL_AFFAIRS_OFFICER, division)
                .header("If-Match", version)
                .body(Map.of("functions", functions))
                .put("/v1/departments/" + code + "/functions");
    }

    static Response succeed(String code, String successor, String division) {
        return as(Roles.CIVIL_AFFAIRS_OFFICER, division)
                .body(Map.of("successor", successor))
                .post("/v1/departments/" + code + "/succession");
    }
}
