package cn.shequ.admission.organisation;

import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.organisation.Guard.refused;
import static cn.shequ.admission.organisation.TakingOver.DEHUI;
import static cn.shequ.admission.organisation.TakingOver.aCreditCode;
import static cn.shequ.admission.organisation.TakingOver.anApplication;
import static cn.shequ.admission.organisation.TakingOver.district;
import static cn.shequ.admission.organisation.TakingOver.line;
import static cn.shequ.admission.organisation.TakingOver.table;
import static cn.shequ.admission.organisation.TakingOver.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.AtOnce;
import cn.shequ.admission.Given;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unified social credit codes are unique over departments and organisations. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
class CreditCodeComponentTest {

    @Inject
    TerritoryRecord territory;

    private String code = "";

    @BeforeEach
    void aRegisteredOrganisation() {
        Given.theCity(territory);
        TakingOver.dehui(territory);
        code = aCreditCode();
        register(code).then().statusCode(200);
    }

    private static Response register(String code) {
        return district()
                .body(Map.of("creditCode", code))
                .post("/v1/organisations/" + anApplication() + "/registration");
    }

    private static Response department(String code) {
        return district()
                .body(Map.of(
                        "creditCode",
                        code,
                        "division",
                        DEHUI,
                        "nameZh",
                        "演示局",
                        "category",
                        "COOPERATING_DEPARTMENT",
                        "affiliationLevel",
                        "COUNTY_LEVEL"))
                .post("/v1/departments");
    }

    private static Response importDepartment(String code) {
        return district()
                .contentType("text/csv; charset=UTF-8")
                .body(("creditCode,division,nameZh,nameEn,category,affiliationLevel\n" + code + "," + DEHUI
                                + ",演示局,,COOPERATING_DEPARTMENT,COUNTY_LEVEL\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/departments/imports");
    }

    @Test
    void noDepartmentHasTheCodeOfAnOrganisation() {
        department(code)
                .then()
                .statusCode(409)
                .body("code", equalTo("credit-code-registered"))
                .body("figures.creditCode", equalTo(code));
        importDepartment(code).then().statusCode(422).body("errors.code", contains("credit-code-registered"));
        refused(
                "is another's",
                "INSERT INTO department (credit_code, division, name_zh, category, affiliation_level) VALUES ('" + code
                        + "', '" + DEHUI + "', 'x', 'COOPERATING_DEPARTMENT', 'COUNTY_LEVEL')");
    }

    @Test
    void noOrganisationHasTheCodeOfADepartment() {
        register(aDepartmentOf(DEHUI)).then().statusCode(409).body("code", equalTo("credit-code-registered"));
    }

    @Test
    void ofTwoWhoAreRegisteredUnderACodeAtTheSameMomentOneHasIt() {
        for (int round = 0; round < 5; round++) {
            String wanted = aCreditCode();
            String application = anApplication();
            CompletableFuture<Integer> organisation = CompletableFuture.supplyAsync(() -> district()
                    .body(Map.of("creditCode", wanted))
                    .post("/v1/organisations/" + application + "/registration")
                    .statusCode());
            int department = department(wanted).statusCode();
            int other = organisation.join();
            assertThat((department == 201 && other == 409) || (department == 409 && other == 200))
                    .as(department + " and " + other)
                    .isTrue();
        }
    }

    @Test
    void ofTwoListsThatAreImportedWithACodeAtTheSameMomentOneHasIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            String wanted = aCreditCode();
            String organisations = table(line("REGISTERED", wanted));

            List<Integer> answers = AtOnce.call(
                    () -> importDepartment(wanted).statusCode(),
                    () -> take(district(), organisations).extract().statusCode());

            assertThat(answers).containsExactlyInAnyOrder(200, 422);
        }
    }
}
