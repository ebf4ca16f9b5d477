package cn.shequ.admission;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.SUBDISTRICT;
import static cn.shequ.admission.Given.aCreditCode;
import static cn.shequ.admission.Given.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A city starts with lists in spreadsheets. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
class CatalogueImportsComponentTest {

    private static final String BODIES = "creditCode,division,nameZh,nameEn,category,affiliationLevel\n";
    private static final String DUTIES = "code,titleZh,titleEn,basisKind,citationZh,citationEn,validFrom,validTo\n";
    private static final String MATTERS =
            "code,kind,titleZh,titleEn,basisKind,citationZh,citationEn,validFrom,validTo\n";

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aCity() {
        Given.theCity(territory);
    }

    @Test
    void bodiesAreRegisteredOnceHoweverOftenTheListComes() {
        String first = aCreditCode();
        String second = aCreditCode();
        String list = BODIES + body(first, DISTRICT, "COUNTY_LEVEL") + body(second, SUBDISTRICT, "TOWNSHIP_LEVEL");
        bodies(civilAffairs(DISTRICT).queryParam("dryRun", true), list)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("created", equalTo(2));
        given().get("/v1/departments/" + first).then().statusCode(404);
        bodies(civilAffairs(DISTRICT), list).statusCode(200).body("created", equalTo(2));
        given().get("/v1/departments/" + second)
                .then()
                .statusCode(200)
                .body("division", equalTo(SUBDISTRICT))
                .body("nameEn", equalTo(null));
        bodies(civilAffairs(DISTRICT), list)
                .body("unchanged", equalTo(2))
                .body("lines.code", contains(first, second))
                .body("lines.outcome", contains("UNCHANGED", "UNCHANGED"));
        assertThat(announced(first)).isEqualTo(1);
    }

    @Test
    void everythingWrongIsNamedLineByLineAndNothingIsTaken() {
        String good = aCreditCode();
        String recorded = aCreditCode();
        bodies(civilAffairs(DISTRICT), BODIES + body(recorded, DISTRICT, "COUNTY_LEVEL"))
                .statusCode(200);
        bodies(
                        civilAffairs(DISTRICT),
                        BODIES + body(good, DISTRICT, "COUNTY_LEVEL") + body(good, DISTRICT, "COUNTY_LEVEL")
                                + body(recorded, SUBDISTRICT, "TOWNSHIP_LEVEL")
                                + body(aCreditCode(), NEIGHBOUR, "COUNTY_LEVEL")
                                + body(aCreditCode(), COMMUNITY, "TOWNSHIP_LEVEL")
                                + body(aCreditCode(), DISTRICT, "CITY") + "11220102DEM000014X,1,,,X,\n" + "a,b\n")
                .statusCode(422)
                .body("code", equalTo("import-refused"))
                .body("figures.refused", equalTo(7))
                .body(
                        "errors.code",
                        hasItems(
                                "duplicate-code",
                                "on-record-otherwise",
                                "outside-territory",
                                "level-does-not-fit",
                                "not-a-credit-code",
                                "not-a-division-code",
                                "required",
                                "not-a-choice",
                                "wrong-number-of-columns"));
        given().get("/v1/departments/" + good).then().statusCode(404);
    }

    @Test
    void onlyCivilAffairsOfTheTerritoryRegistersBodies() {
        String list = BODIES + body(aCreditCode(), DISTRICT, "COUNTY_LEVEL");
        bodies(civilAffairs(NEIGHBOUR), list).statusCode(404);
        bodies(civilAffairs(NEIGHBOUR), BODIES + body(aCreditCode(), "220102999999", "COUNTY_LEVEL"))
                .statusCode(422)
                .body("errors.code", contains("outside-territory"));
        bodies(as(Roles.DEPARTMENT_OFFICER, DISTRICT), list).statusCode(403);
        bodies(given(), list).statusCode(401);
        bodies(civilAffairs(DISTRICT), "creditCode\nx\n").statusCode(400).body("code", equalTo("csv-header"));
    }

    @Test
    void ofTwoImportsAtTheSameMomentOneRegistersAndTheOtherFindsItDone() throws Exception {
        String code = aCreditCode();
        String list = BODIES + body(code, DISTRICT, "COUNTY_LEVEL");
        Callable<String> once = () ->
                bodies(civilAffairs(DISTRICT), list).statusCode(200).extract().path("lines[0].outcome");
        try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
            List<String> outcomes = new java.util.ArrayList<>();
            for (Future<String> outcome : clients.invokeAll(List.of(once, once))) {
                outcomes.add(outcome.get());
            }
            assertThat(outcomes).containsExactlyInAnyOrder("CREATED", "UNCHANGED");
        }
        assertThat(announced(code)).isEqualTo(1);
    }

    @Test
    void theCityEntersDutiesWithTheirLaw() {
        String code = aCode();
        String list = DUTIES + code + ",演示,Demonstration,LAW,演示法第一条,\"Demonstration Law, Art. 1\",2026-01-01,\n";
        send("/v1/statutory-duties/imports", civilAffairs(DISTRICT), list).statusCode(403);
        send("/v1/statutory-duties/imports", civilAffairs(CITY).queryParam("dryRun", true), list)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("created", equalTo(1));
        send(
                        "/v1/statutory-duties/imports",
                        civilAffairs(CITY).queryParam("dryRun", true),
                        list + "PUBLIC_HEALTH,演示,x,LAW,x,x,2026-01-01,\n")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("refused", equalTo(1))
                .body("lines[1].outcome", equalTo("REFUSED"))
                .body("lines[1].reasons.code", contains("names-a-domain"));
        given().get("/v1/statutory-duties/" + code).then().statusCode(404);
        send("/v1/statutory-duties/imports", civilAffairs(CITY), list)
                .statusCode(200)
                .body("created", equalTo(1));
        send("/v1/statutory-duties/imports", civilAffairs(CITY), list).body("unchanged", equalTo(1));
        given().get("/v1/statutory-duties/" + code)
                .then()
                .statusCode(200)
                .body("citationEn", equalTo("Demonstration Law, Art. 1"));
        send(
                        "/v1/statutory-duties/imports",
                        civilAffairs(CITY),
                        DUTIES + "PUBLIC_HEALTH,演示,x,LAW,x,x,2026-01-01,2025-12-31\n" + code
                                + ",另一标题,x,LAW,x,x,2026-01-01,\n" + "lower,x,x,NOTICE,x,x,yesterday,\n")
                .statusCode(422)
                .body("figures.refused", equalTo(3))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "names-a-domain",
                                "date-order",
                                "on-record-otherwise",
                                "not-a-catalogue-code",
                                "not-a-choice",
                                "not-a-date"));
    }

    @Test
    void theCityEntersSealMattersAndACertificateNeedsALaw() {
        String code = aCode();
        String list = MATTERS + code + ",CERTIFICATE,演示证明,Demonstration,LAW,演示法第一条,x,2026-01-01,\n";
        send("/v1/seal-matters/imports", civilAffairs(DISTRICT), list).statusCode(403);
        send("/v1/seal-matters/imports", civilAffairs(CITY).queryParam("dryRun", true), list)
                .body("created", equalTo(1));
        given().get("/v1/seal-matters/" + code).then().statusCode(404);
        send("/v1/seal-matters/imports", civilAffairs(CITY), list).body("created", equalTo(1));
        civilAffairs(CITY)
                .body("{\"validTo\": \"2099-12-31\"}")
                .post("/v1/seal-matters/" + code + "/end")
                .then()
                .statusCode(200);
        send("/v1/seal-matters/imports", civilAffairs(CITY), list).body("unchanged", equalTo(1));
        send(
                        "/v1/seal-matters/imports",
                        civilAffairs(CITY),
                        MATTERS + aCode() + ",CERTIFICATE,演示证明,x,,x,x,2026-01-01,2025-01-01\n" + aCode()
                                + ",DAILY_WORK," + "长".repeat(201) + ",x,,x,x,2026-01-01,\n")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("law-or-regulation", "date-order", "too-long"));
    }

    private long announced(String creditCode) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM event_outbox WHERE type LIKE '%department-changed%' AND subject = :code""")
                .bind("code", creditCode)
                .mapTo(Long.class)
                .one());
    }

    private static String body(String creditCode, String division, String level) {
        return creditCode + "," + division + ",卫生健康局（演示）,,COOPERATING_DEPARTMENT," + level + "\n";
    }

    private static String aCode() {
        return "T" + UUID.randomUUID().toString().replace("-", "").toUpperCase(java.util.Locale.ROOT);
    }

    private static RequestSpecification civilAffairs(String division) {
        return as(Roles.CIVIL_AFFAIRS_OFFICER, division);
    }

    private static ValidatableResponse bodies(RequestSpecification caller, String csv) {
        return send("/v1/departments/imports", caller, csv);
    }

    private static ValidatableResponse send(String path, RequestSpecification caller, String csv) {
        return caller.contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(path)
                .then();
    }
}
