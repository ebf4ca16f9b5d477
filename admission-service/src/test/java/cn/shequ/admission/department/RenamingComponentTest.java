package cn.shequ.admission.department;

import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aCreditCode;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.AtOnce;
import cn.shequ.admission.Given;
import cn.shequ.admission.Told;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A body that is called otherwise and stays the same. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-35")
class RenamingComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Departments departments;

    @Inject
    Renamings renamings;

    @Inject
    Jdbi jdbi;

    private String code = "";
    private String former = "";

    @BeforeEach
    void aBody() {
        Given.theCity(territory);
        code = aDepartmentOf(DISTRICT);
        former = department().nameZh();
    }

    @Test
    void aRenamedBodyHasItsNewNameEverywhereAndItsFormerOnesOnRecord() {
        renamed("\"1\"", "卫生健康局", "南编发〔2026〕5号")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("nameZh", equalTo("卫生健康局"))
                .body("nameEn", nullValue());
        renamed("\"2\"", "健康委员会", "南编发〔2026〕6号").then().statusCode(200);
        given().get("/v1/departments/" + code)
                .then()
                .header("ETag", "\"3\"")
                .body("nameZh", equalTo("健康委员会"))
                .body("succeededBy", nullValue());
        list("").then()
                .statusCode(200)
                .body("items.number", contains(1, 2))
                .body("items.formerZh", contains(former, "卫生健康局"))
                .body("items.nameZh", contains("卫生健康局", "健康委员会"))
                .body("items.document", contains("南编发〔2026〕5号", "南编发〔2026〕6号"))
                .body("items.renamedOn", contains(TODAY.toString(), TODAY.toString()))
                .body("items[0].recordedBy", nullValue());
        String next =
                list("?limit=1").then().body("items", hasSize(1)).extract().path("next");
        list("?limit=1&cursor=" + next).then().body("items.number", contains(2));
        assertThat(Told.of(jdbi, "department-changed.v1", code))
                .hasSize(3)
                .last()
                .asString()
                .contains("健康委员会");
    }

    @Test
    void formsOfEarlierDaysKeepTheNameOfTheirDay() {
        renamed("*", "卫生健康局", "演示").then().statusCode(200);
        renamed("*", "健康委员会", "演示").then().statusCode(200);
        assertThat(renamings.asCalledOn(TODAY, department()).nameZh()).isEqualTo("健康委员会");
        Department before = renamings.asCalledOn(TODAY.minusDays(1), department());
        assertThat(before.nameZh()).isEqualTo(former);
        assertThat(before.creditCode()).isEqualTo(CreditCode.of(code));
    }

    @Test
    void everyWrongFieldIsNamedAndTheNameStays() {
        renamed("*", " ", "").then().statusCode(400).body("errors.field", hasItems("nameZh", "document"));
        renamed("*", "长".repeat(65), "演示").then().statusCode(400).body("errors.field", contains("nameZh"));
        renamed("*", former, "演示")
                .then()
                .statusCode(422)
                .body("code", equalTo("form-contradictory"))
                .body("errors.field", contains("nameZh"))
                .body("errors.code", contains("called-so-already"));
        renamed("", "卫生健康局", "演示").then().statusCode(428).body("code", equalTo("version-required"));
        renamed("\"7\"", "卫生健康局", "演示").then().statusCode(412).body("code", equalTo("stale-version"));
        list("").then().body("items", empty());
        assertThat(department().nameZh()).isEqualTo(former);
    }

    @Test
    void whoHasASuccessorKeepsItsName() {
        String next = aDepartmentOf(DISTRICT);
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of("successor", next))
                .post("/v1/departments/" + code + "/succession")
                .then()
                .statusCode(200);
        renamed("*", "卫生健康局", "演示").then().statusCode(409).body("code", equalTo("department-succeeded"));
        refused(
                "has a successor and keeps its name",
                "UPDATE department SET name_zh = '别名' WHERE credit_code = '" + code + "'");
    }

    @Test
    void onlyCivilAffairsOfTheTerritoryRenames() {
        Map<String, String> name = Map.of("nameZh", "卫生健康局", "document", "演示");
        post(as(Roles.CIVIL_AFFAIRS_OFFICER, NEIGHBOUR), code, name).then().statusCode(404);
        post(as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT), aCreditCode(), name)
                .then()
                .statusCode(404);
        post(as(Roles.LEADING_GROUP_OFFICE, DISTRICT), code, name).then().statusCode(403);
        given().get("/v1/departments/" + aCreditCode() + "/renamings").then().statusCode(404);
        assertThat(department().nameZh()).isEqualTo(former);
    }

    @Test
    void ofTwoNamesAtTheSameMomentOneIsGiven() throws Exception {
        assertThat(AtOnce.call(() -> renamed("\"1\"", "卫生健康局", "演示").statusCode(), () -> renamed("\"1\"", "健康委员会", "演示")
                        .statusCode()))
                .containsExactlyInAnyOrder(200, 412);
        list("").then()
                .body("items", hasSize(1))
                .body("items[0].nameZh", equalTo(department().nameZh()));
    }

    @Test
    void theSameRequestAgainHasOneEffect() {
        RequestSpecification same = as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"1\"");
        Map<String, String> name = Map.of("nameZh", "卫生健康局", "document", "演示");
        post(same, code, name).then().statusCode(200);
        post(same, code, name).then().statusCode(200).body("nameZh", equalTo("卫生健康局"));
        list("").then().body("items", hasSize(1));
    }

    @Test
    void theDatabaseKeepsNamesAndRenamingsTogether() {
        refused(
                "is not called what its renamings say",
                "UPDATE department SET name_zh = '别名' WHERE credit_code = '" + code + "'");
        refused("is not called what its renamings say", renaming(1, former, "别名"));
        refused("does not follow", renaming(2, former, "别名"));
        refused("another_name", renaming(1, former, former));
        renamed("*", "卫生健康局", "演示").then().statusCode(200);
        refused("does not follow", renaming(2, former, "别名"));
        refused("permission denied", "UPDATE department_renaming SET former_zh = '别名'");
        refused("permission denied", "DELETE FROM department_renaming");
    }

    private String renaming(int number, String from, String to) {
        return "INSERT INTO department_renaming (credit_code, number, former_zh, name_zh, document, renamed_on, recorded_by)"
                + " VALUES ('" + code + "', " + number + ", '" + from + "', '" + to + "', '演示', '" + TODAY + "', 'x')";
    }

    private void refused(String why, String sql) {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> handle.execute(sql)))
                .hasStackTraceContaining(why);
    }

    private Department department() {
        return departments.find(CreditCode.of(code)).orElseThrow();
    }

    private Response renamed(String version, String name, String document) {
        RequestSpecification officer = as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT);
        return post(officer.header("If-Match", version), code, Map.of("nameZh", name, "document", document));
    }

    private static Response post(RequestSpecification caller, String code, Map<String, String> name) {
        return caller.body(name).post("/v1/departments/" + code + "/renamings");
    }

    private Response list(String query) {
        return given().get("/v1/departments/" + code + "/renamings" + query);
    }
}
