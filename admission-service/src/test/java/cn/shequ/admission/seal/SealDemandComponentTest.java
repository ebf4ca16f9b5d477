package cn.shequ.admission.seal;

import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.seal.Sealing.MATTER;
import static cn.shequ.admission.seal.Sealing.SUBDISTRICT;
import static cn.shequ.admission.seal.Sealing.aCommunity;
import static cn.shequ.admission.seal.Sealing.aMatter;
import static cn.shequ.admission.seal.Sealing.clerk;
import static cn.shequ.admission.seal.Sealing.subdistrict;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.admission.Told;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-8")
class SealDemandComponentTest {

    private static final Map<String, Object> BANK = Map.of("name", "某某银行", "level", "COUNTY_LEVEL");

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String community = "";
    private String department = "";

    @BeforeEach
    void aCommunityAndADepartment() {
        Given.theCity(territory);
        community = aCommunity(territory);
        department = aDepartmentOf(DISTRICT);
    }

    private Response demand(RequestSpecification caller, Map<String, Object> body, String matter) {
        return caller.body(
                        Map.of("community", community, "demandingBody", body, "matter", matter, "demanded", "办理业务须盖章"))
                .post("/v1/seal-demands");
    }

    private List<String> told(String attempt) {
        return Told.of(jdbi, "seal-demand-refused.v1", attempt);
    }

    @Test
    void aCertificateOnTheListOfTwentyIsRefusedAndTheDemandIsKept() {
        String attempt = demand(officerOf(department, DISTRICT), Map.of("creditCode", department), "NO_KINSHIP")
                .then()
                .statusCode(422)
                .body("code", equalTo("seal-demand-refused"))
                .body("articles", contains(8))
                .body("figures.finding", equalTo("FORBIDDEN"))
                .extract()
                .path("attemptId");
        subdistrict()
                .get("/v1/seal-demands?finding=FORBIDDEN&community=" + community)
                .then()
                .statusCode(200)
                .body("items.id", contains(attempt))
                .body("items[0].demandingBody", equalTo(department))
                .body("items[0].demanded", equalTo("办理业务须盖章"));
        assertThat(told(attempt))
                .singleElement()
                .asString()
                .contains(department)
                .doesNotContain("办理业务");
    }

    @Test
    void theCommunityWritesDownWhatABodyWithoutRegistrationDemanded() {
        String attempt = demand(clerk(community), BANK, "SIGNATURE_COMPARISON")
                .then()
                .statusCode(422)
                .body("figures.finding", equalTo("NOT_IN_CATALOGUE"))
                .extract()
                .path("attemptId");
        assertThat(told(attempt)).singleElement().asString().doesNotContain("SIGNATURE_COMPARISON");
        clerk(community)
                .get("/v1/seal-demands?community=" + community)
                .then()
                .body("items.id", contains(attempt))
                .body("items[0].demandingBodyName", equalTo("某某银行"))
                .body("items[0].demandingBody", nullValue());
        demand(clerk(community), Map.of("name", "某某银行"), MATTER)
                .then()
                .statusCode(400)
                .body("errors.field", contains("demandingBody.level"));
    }

    @Test
    void aNecessaryCertificateMayBeDemanded() {
        String demand = demand(
                        officerOf(department, DISTRICT), Map.of("creditCode", department), aMatter("CERTIFICATE"))
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/seal-demands/"))
                .body("finding", equalTo("MAY_BE_SEALED"))
                .extract()
                .path("id");
        assertThat(told(demand)).isEmpty();
    }

    @Test
    void whatIsTheCommitteesOwnCannotBeDemanded() {
        demand(officerOf(department, DISTRICT), Map.of("creditCode", department), MATTER)
                .then()
                .statusCode(422)
                .body("figures.finding", equalTo("COMMITTEES_OWN"));
    }

    @Test
    void aRefusedDemandSaidAgainIsTheSameAttempt() {
        Map<String, Object> body =
                Map.of("community", community, "demandingBody", BANK, "matter", "NO_DEATH", "demanded", "销户须居委会证明");
        String first = clerk(community)
                .header("Idempotency-Key", "seal-demand-" + community)
                .body(body)
                .post("/v1/seal-demands")
                .path("attemptId");
        clerk(community)
                .header("Idempotency-Key", "seal-demand-" + community)
                .body(body)
                .post("/v1/seal-demands")
                .then()
                .statusCode(422)
                .body("attemptId", equalTo(first));
        clerk(community).get("/v1/seal-demands?community=" + community).then().body("items.id", contains(first));
    }

    @Test
    void aDepartmentSpeaksForItselfInItsOwnDivisionAndSeesItsOwn() {
        String other = aDepartmentOf(DISTRICT);
        demand(officerOf(department, DISTRICT), Map.of("creditCode", other), MATTER)
                .then()
                .statusCode(403)
                .body("code", equalTo("other-department"));
        demand(officerOf(department, DISTRICT), BANK, MATTER).then().statusCode(403);
        demand(
                        given().auth()
                                .oauth2(Tokens.of(
                                        "two-roles",
                                        List.of(Roles.DEPARTMENT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER),
                                        DISTRICT,
                                        department))
                                .contentType(ContentType.JSON)
                                .header("Idempotency-Key", "two-roles-" + community),
                        Map.of("creditCode", other),
                        MATTER)
                .then()
                .statusCode(403)
                .body("code", equalTo("other-department"));
        demand(as(Roles.COMMUNITY_OFFICER, SUBDISTRICT), BANK, MATTER)
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
        String far = aDepartmentOf(NEIGHBOUR);
        demand(officerOf(far, NEIGHBOUR), Map.of("creditCode", far), MATTER)
                .then()
                .statusCode(404);
        demand(as(Roles.RESIDENT, community), BANK, MATTER).then().statusCode(403);
        String own = demand(officerOf(department, DISTRICT), Map.of("creditCode", department), "NO_BIRTH")
                .path("attemptId");
        officerOf(department, DISTRICT)
                .get("/v1/seal-demands/" + own)
                .then()
                .statusCode(200)
                .body("finding", equalTo("FORBIDDEN"));
        officerOf(other, DISTRICT).get("/v1/seal-demands/" + own).then().statusCode(404);
        office(NEIGHBOUR).get("/v1/seal-demands/" + own).then().statusCode(404);
        officerOf(other, DISTRICT)
                .get("/v1/seal-demands?community=" + community)
                .then()
                .statusCode(200)
                .body("items", empty());
        office(NEIGHBOUR).get("/v1/seal-demands?community=" + community).then().body("items", empty());
    }

    private Response review(RequestSpecification caller, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(Map.of("department", department, "title", "临时救助申请审批表" + community));
        form.putAll(more);
        return caller.body(form).post("/v1/form-reviews");
    }

    @Test
    void aSealFieldStandsOnLawOrGoes() {
        String gone = review(office(DISTRICT), Map.of())
                .then()
                .statusCode(201)
                .body("outcome", equalTo("FIELD_GOES"))
                .body("division", equalTo(DISTRICT))
                .extract()
                .path("id");
        review(office(DISTRICT), Map.of("legalBasis", Map.of("kind", "LAW", "citation", "某法第一条")))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("FIELD_STANDS"));
        review(office(DISTRICT), Map.of("legalBasis", Map.of("kind", "PARTY_CONSTITUTION", "citation", "党章")))
                .then()
                .statusCode(422)
                .body("code", equalTo("form-contradictory"))
                .body("errors.field", contains("legalBasis.kind"));
        given().get("/v1/form-reviews?limit=200&outcome=FIELD_GOES&department=" + department)
                .then()
                .statusCode(200)
                .body("items.id", contains(gone))
                .body("items[0].reviewedBy", nullValue());
        given().get("/v1/form-reviews?limit=200&outcome=FIELD_GOES&division=" + DISTRICT)
                .then()
                .body("items.id", hasItem(gone));
        given().get("/v1/form-reviews/" + gone).then().statusCode(200).body("department", equalTo(department));
        given().get("/v1/form-reviews/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void formsAreReviewedByTheOfficeOfTheBodysDivision() {
        review(office(NEIGHBOUR), Map.of()).then().statusCode(404);
        review(office(SUBDISTRICT), Map.of()).then().statusCode(404);
        review(as(Roles.COMMUNITY_OFFICER, community), Map.of()).then().statusCode(403);
        office(DISTRICT)
                .body(Map.of("department", Given.aCreditCode(), "title", "表"))
                .post("/v1/form-reviews")
                .then()
                .statusCode(422)
                .body("code", equalTo("department-unknown"));
    }
}
