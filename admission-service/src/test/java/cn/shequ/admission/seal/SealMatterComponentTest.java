package cn.shequ.admission.seal;

import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.seal.Sealing.aMatter;
import static cn.shequ.admission.seal.Sealing.addMatter;
import static cn.shequ.admission.seal.Sealing.city;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-8")
class SealMatterComponentTest {

    @Inject
    TerritoryRecord territory;

    @BeforeEach
    void aCity() {
        Given.theCity(territory);
    }

    @Test
    void everybodyReadsTheCatalogueWithTheTwentyCertificatesThatNobodyMayAskFor() {
        given().get("/v1/seal-matters?kind=SELF_GOVERNMENT&limit=200")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("SELF_GOVERNMENT_AFFAIRS"));
        given().get("/v1/seal-matters?kind=FORBIDDEN&limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.code.startsWith('NO_') }", hasSize(20));
        given().get("/v1/seal-matters/NO_KINSHIP")
                .then()
                .statusCode(200)
                .body("titleZh", equalTo("亲属关系证明"))
                .body("kind", equalTo("FORBIDDEN"));
        given().get("/v1/seal-matters/NOWHERE").then().statusCode(404);
    }

    @Test
    void theCityEntersAMatterOnce() {
        String code = aMatter("CERTIFICATE");
        given().get("/v1/seal-matters/" + code).then().statusCode(200).body("basisKind", equalTo("LOCAL_REGULATION"));
        addMatter(code, "DAILY_WORK")
                .then()
                .statusCode(409)
                .body("code", equalTo("seal-matter-exists"))
                .body("articles", nullValue());
    }

    @Test
    void aCertificateWithoutLawIsRefusedWithEveryWrongField() {
        city().body(Map.of(
                        "code",
                        "NO_BASIS",
                        "kind",
                        "CERTIFICATE",
                        "titleZh",
                        "证明",
                        "titleEn",
                        "Certificate",
                        "citationZh",
                        "无",
                        "citationEn",
                        "None",
                        "validFrom",
                        "2026-02-01",
                        "validTo",
                        "2026-01-01"))
                .post("/v1/seal-matters")
                .then()
                .statusCode(422)
                .body("code", equalTo("form-contradictory"))
                .body("errors.field", contains("basisKind", "validTo"));
    }

    @Test
    void whatEndsIsInTheCatalogueUntilItsLastDay() {
        String code = aMatter("DAILY_WORK");
        end(code, TODAY.minusDays(1).toString()).statusCode(400);
        end(code, TODAY.toString()).statusCode(200).body("validTo", equalTo(TODAY.toString()));
        given().get("/v1/seal-matters?limit=200&on=" + TODAY).then().body("items.code", hasItem(code));
        given().get("/v1/seal-matters?limit=200&on=" + TODAY.plusDays(1)).then().body("items.code", not(hasItem(code)));
        end(code, TODAY.plusDays(9).toString())
                .statusCode(409)
                .body("code", equalTo("seal-matter-ended"))
                .body("figures.validTo", notNullValue());
        end("NOWHERE", TODAY.toString()).statusCode(404);
    }

    @Test
    void aDayBeyondTheCalendarOfTheDatabaseIsRefused() {
        given().queryParam("on", "+9999999-01-01")
                .get("/v1/seal-matters")
                .then()
                .statusCode(400);
    }

    @Test
    void onlyTheCitysCivilAffairsOfficerWrites() {
        String code = aMatter("DAILY_WORK");
        Map<String, Object> last = Map.of("validTo", TODAY.toString());
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(last)
                .post("/v1/seal-matters/" + code + "/end")
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
        as(Roles.COMMUNITY_OFFICER, Given.COMMUNITY)
                .body(last)
                .post("/v1/seal-matters/" + code + "/end")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse end(String code, String day) {
        return city().body(Map.of("validTo", day))
                .post("/v1/seal-matters/" + code + "/end")
                .then();
    }
}
