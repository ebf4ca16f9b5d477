package cn.shequ.admission.organisation;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.organisation.Organising.COMMUNITY;
import static cn.shequ.admission.organisation.Organising.DONGSHENG;
import static cn.shequ.admission.organisation.Organising.ERDAO;
import static cn.shequ.admission.organisation.Organising.JILIN;
import static cn.shequ.admission.organisation.Organising.aCreditCode;
import static cn.shequ.admission.organisation.Organising.aFiled;
import static cn.shequ.admission.organisation.Organising.anApplication;
import static cn.shequ.admission.organisation.Organising.association;
import static cn.shequ.admission.organisation.Organising.decline;
import static cn.shequ.admission.organisation.Organising.district;
import static cn.shequ.admission.organisation.Organising.file;
import static cn.shequ.admission.organisation.Organising.register;
import static cn.shequ.admission.organisation.Organising.revise;
import static cn.shequ.admission.organisation.Organising.subdistrict;
import static cn.shequ.admission.organisation.Organising.told;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filing by the subdistrict and registration by the district. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-23")
class OrganisationDecisionComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void erdao() {
        Given.theCity(territory);
        Organising.erdao(territory);
    }

    @Test
    void aSmallOneOfTheFiveKindsIsFiledWithoutTheNumbersOfRegistration() {
        String id = anApplication(association("FILED", 3, 0, "0.00"));
        assertThat(told(jdbi, id)).isEmpty();
        file(id).then()
                .statusCode(200)
                .body("stage", equalTo("FILED"))
                .body("track", equalTo("FILED"))
                .body("filedOn", equalTo(TODAY.toString()))
                .body("registration", nullValue());
        assertThat(told(jdbi, id))
                .singleElement()
                .asString()
                .startsWith("cn.shequ.admission.organisation-filed.v1")
                .contains(COMMUNITY, "CULTURE_AND_SPORTS")
                .doesNotContain("演示组织");
        file(id).then().statusCode(409).body("code", equalTo("organisation-stage-forbids"));
    }

    @Test
    void whatAskedForRegistrationIsFiledInsteadIfItIsOfTheFiveKinds() {
        file(anApplication()).then().statusCode(200).body("track", equalTo("FILED"));
        Map<String, Object> other = association("REGISTERED", 20, 0, "5000.00");
        other.remove("category");
        String id = anApplication(other);
        file(id).then()
                .statusCode(422)
                .body("code", equalTo("organisation-outside-five-kinds"))
                .body("articles", contains(23));
        register(id).then().statusCode(200);
    }

    @Test
    void whatReachesTheConditionsIsRegisteredAndTheSuiteHears() {
        String code = aCreditCode();
        String department = aDepartmentOf(ERDAO);
        Map<String, Object> organisation = association("REGISTERED", 20, 0, "5000.00");
        organisation.put("setUpBy", department);
        register(anApplication(organisation), code)
                .then()
                .statusCode(200)
                .body("stage", equalTo("REGISTERED"))
                .body("creditCode", equalTo(code))
                .body("registration.division", equalTo(ERDAO))
                .body("registration.membersRequired", equalTo(20))
                .body("registration.membersRule", equalTo("organisation.individual-members@1"))
                .body("registration.capitalRequired", equalTo("5000.00"))
                .body("incubation", nullValue());
        assertThat(told(jdbi, code))
                .singleElement()
                .asString()
                .startsWith("cn.shequ.admission.organisation-registered.v1")
                .contains(ERDAO, "SOCIAL_ASSOCIATION", TODAY.toString());
        given().get("/v1/organisations?stage=REGISTERED&setUpBy=" + department)
                .then()
                .body("items.creditCode", contains(code));
    }

    @ParameterizedTest
    @CsvSource({
        "19, 0, 5000.00, organisation-has-too-few-members, 20, 19",
        "0, 9, 5000.00, organisation-has-too-few-members, 10, 9",
        "20, 1, 5000.00, organisation-has-too-few-members, 30, 21",
        "20, 0, 4999.99, organisation-capital-too-low, 5000.00, 4999.99",
    })
    void whatDoesNotReachThemIsToldWhatIsRequiredAndWhatWasFound(
            int individuals, int institutions, String capital, String code, String required, String actual) {
        Response refused = register(anApplication(association("REGISTERED", individuals, institutions, capital)));
        refused.then().statusCode(422).body("code", equalTo(code)).body("articles", contains(23));
        assertThat(refused.path("figures.required").toString()).isEqualTo(required);
        assertThat(refused.path("figures.actual").toString()).isEqualTo(actual);
    }

    @ParameterizedTest
    @CsvSource({"9999.99, 422", "10000.00, 200"})
    void aPrivateNonEnterpriseUnitNeedsTwiceTheCapitalAndNoMembers(String capital, int status) {
        Map<String, Object> unit = association("REGISTERED", 0, 0, capital);
        unit.put("kind", "PRIVATE_NON_ENTERPRISE");
        register(anApplication(unit)).then().statusCode(status);
    }

    @Test
    void whatIsOnFileIsRegisteredWhenItQualifies() {
        String id = aFiled();
        register(id).then().statusCode(422);
        revise(id, 19, 11, "5000.00").then().statusCode(200);
        register(id)
                .then()
                .statusCode(200)
                .body("track", equalTo("REGISTERED"))
                .body("filedOn", equalTo(TODAY.toString()));
    }

    @Test
    void aCreditCodeIsOfOneOrganisation() {
        String code = aCreditCode();
        register(anApplication(), code).then().statusCode(200);
        register(anApplication(), code).then().statusCode(409).body("code", equalTo("credit-code-registered"));
        register(anApplication(), aDepartmentOf(ERDAO))
                .then()
                .statusCode(409)
                .body("code", equalTo("credit-code-registered"));
    }

    @Test
    void theAuthorityThatWasAskedDeclinesWithAReason() {
        String id = anApplication();
        decline(subdistrict(), id).then().statusCode(403).body("code", equalTo("outside-jurisdiction"));
        decline(district(), id)
                .then()
                .statusCode(200)
                .body("stage", equalTo("DECLINED"))
                .body("declination", equalTo("章程不完整"));
        register(id).then().statusCode(409).body("figures.stage", equalTo("DECLINED"));
        decline(subdistrict(), anApplication(association("FILED", 1, 0, "0.00")))
                .then()
                .statusCode(200);
    }

    @Test
    void ofARegistrationAndADeclinationAtOnceOneIsTheOutcome() {
        String id = anApplication();
        assertThat(Stream.<Supplier<Response>>of(() -> register(id), () -> decline(district(), id))
                        .map(each ->
                                CompletableFuture.supplyAsync(() -> each.get().statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aRequestSaidTwiceIsDoneOnce() {
        String id = anApplication();
        String code = aCreditCode();
        String key = UUID.randomUUID().toString();
        Stream.of(1, 2).forEach(each -> district()
                .header("Idempotency-Key", key)
                .body(Map.of("creditCode", code))
                .post("/v1/organisations/" + id + "/registration")
                .then()
                .statusCode(200));
        assertThat(told(jdbi, code)).hasSize(1);
    }

    @Test
    void onlyTheCommunitysOwnSubdistrictFilesAndItsOwnDistrictRegisters() {
        String id = anApplication();
        String filing = "/v1/organisations/" + id + "/filing";
        String registration = "/v1/organisations/" + id + "/registration";
        Map<String, String> body = Map.of("creditCode", aCreditCode());
        as(Roles.SUBDISTRICT_OFFICER, JILIN).post(filing).then().statusCode(404);
        as(Roles.SUBDISTRICT_OFFICER, ERDAO).post(filing).then().statusCode(403);
        as(Roles.CIVIL_AFFAIRS_OFFICER, NEIGHBOUR)
                .body(body)
                .post(registration)
                .then()
                .statusCode(404);
        as(Roles.CIVIL_AFFAIRS_OFFICER, CITY)
                .body(body)
                .post(registration)
                .then()
                .statusCode(403);
        as(Roles.CIVIL_AFFAIRS_OFFICER, DONGSHENG)
                .body(body)
                .post(registration)
                .then()
                .statusCode(403);
        district().post(filing).then().statusCode(403);
        subdistrict().body(body).post(registration).then().statusCode(403);
        file(UUID.randomUUID().toString()).then().statusCode(404);
    }
}
