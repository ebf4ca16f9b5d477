package cn.shequ.admission.cooperation;

import static cn.shequ.admission.Given.aCreditCode;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.cooperation.Cooperating.aBody;
import static cn.shequ.admission.cooperation.Cooperating.aZone;
import static cn.shequ.admission.cooperation.Cooperating.bodyOf;
import static cn.shequ.admission.cooperation.Cooperating.fulfil;
import static cn.shequ.admission.cooperation.Cooperating.roster;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The column of functions in a table of bodies. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-35")
class FunctionImportComponentTest {

    private static final String OLD_HEADER = "creditCode,division,nameZh,nameEn,category,affiliationLevel\n";
    private static final String HEADER = "creditCode,division,nameZh,nameEn,category,affiliationLevel,functions\n";

    @Inject
    TerritoryRecord territory;

    private String zone = "";

    @BeforeEach
    void aZoneOfTheCity() {
        Given.theCity(territory);
        zone = aZone(territory);
    }

    @Test
    void aTableSaysWhatItsBodiesFulfil() {
        String health = aCreditCode();
        String table = HEADER
                + line(health, "COOPERATING_DEPARTMENT", "HEALTH; POPULATION_AND_FAMILY_PLANNING")
                + line(aCreditCode(), "ENTERPRISE", "");
        send(table).statusCode(200).body("created", equalTo(2));
        send(table).statusCode(200).body("unchanged", equalTo(2));
        roster(zone).body("present", equalTo(2)).body(bodyOf("HEALTH"), equalTo(health));
    }

    @Test
    void aTableWithoutTheColumnIsTakenAndContradictsNoFunctionSaidSince() {
        String code = aCreditCode();
        String old = OLD_HEADER + oldLine(code, "POLICY_DEPARTMENT") + "\n";
        send(old).statusCode(200).body("created", equalTo(1));
        fulfil(code, zone, "*", "TAXATION").then().statusCode(200);
        send(old).statusCode(200).body("unchanged", equalTo(1));
        send(HEADER + line(code, "POLICY_DEPARTMENT", "TAXATION")).body("unchanged", equalTo(1));
        send(HEADER + line(code, "POLICY_DEPARTMENT", "FINANCE"))
                .statusCode(422)
                .body("errors.code", contains("on-record-otherwise"));
        send("creditCode,functions\nx,y\n").statusCode(400).body("code", equalTo("csv-header"));
    }

    @Test
    void everyWrongFunctionIsNamedAndNothingIsTaken() {
        String police = aBody(zone, "COOPERATING_DEPARTMENT", "PUBLIC_SECURITY");
        send(HEADER
                        + line(aCreditCode(), "COOPERATING_DEPARTMENT", "JUSTICE")
                        + line(aCreditCode(), "COOPERATING_DEPARTMENT", "JUSTICE")
                        + line(aCreditCode(), "COOPERATING_DEPARTMENT", "PUBLIC_SECURITY")
                        + line(aCreditCode(), "POLICY_DEPARTMENT", "CHARITY")
                        + line(aCreditCode(), "POLICY_DEPARTMENT", "TOURISM"))
                .statusCode(422)
                .body("figures.refused", equalTo(4))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "function-fulfilled", "function-fulfilled", "category-does-not-fit", "not-a-choice"));
        roster(zone).body("present", equalTo(1)).body(bodyOf("PUBLIC_SECURITY"), equalTo(police));
    }

    private String line(String creditCode, String category, String functions) {
        return oldLine(creditCode, category) + "," + functions + "\n";
    }

    private String oldLine(String creditCode, String category) {
        return creditCode + "," + zone + ",演示单位,," + category + ",COUNTY_LEVEL";
    }

    private ValidatableResponse send(String table) {
        return as(Roles.CIVIL_AFFAIRS_OFFICER, zone)
                .contentType("text/csv; charset=UTF-8")
                .body(table.getBytes(UTF_8))
                .post("/v1/departments/imports")
                .then();
    }
}
