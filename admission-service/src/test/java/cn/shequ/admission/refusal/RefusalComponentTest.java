package cn.shequ.admission.refusal;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.COMMUNITY_2;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.SUBDISTRICT;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.aSubmitted;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.funding;
import static cn.shequ.admission.Given.office;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.kit.time.BusinessCalendar;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-4")
class RefusalComponentTest {

    private static final String DEMANDED = "要求社区每周填报统计表";

    @Inject
    TerritoryRecord territory;

    @Inject
    BusinessCalendar calendar;

    @Inject
    Jdbi jdbi;

    private String education = "";

    @BeforeEach
    void aCityWithADepartment() {
        Given.theCity(territory);
        education = aDepartmentOf(DISTRICT);
    }

    private Response refuse(String community, Map<String, Object> body, String matter, String grounds) {
        return as(Roles.COMMUNITY_OFFICER, community)
                .body(Map.of(
                        "community",
                        community,
                        "demandingBody",
                        body,
                        "matter",
                        matter,
                        "demanded",
                        DEMANDED,
                        "grounds",
                        grounds))
                .post("/v1/refusals");
    }

    private String aRefusal() {
        return refuse(COMMUNITY, Map.of("creditCode", education), "COMMUNITY_EDUCATION", "NOT_ADMITTED")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response close(String office, String id, Map<String, Object> outcome) {
        return office(office).body(outcome).post("/v1/refusals/" + id + "/outcome");
    }

    @Test
    void whatWasNeverAdmittedIsRefusedAndGoesToTheDistrict() {
        refuse(COMMUNITY, Map.of("creditCode", education), "COMMUNITY_EDUCATION", "NOT_ADMITTED")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("finding", equalTo("NOT_ADMITTED"))
                .body("coordinatingDivision", equalTo(DISTRICT))
                .body(
                        "coordinateBy",
                        equalTo(calendar.onOrAfter(Given.TODAY.plusDays(10)).toString()))
                .body("outcome", nullValue());
    }

    @Test
    void subdistrictAndDistrictSeeItAndTheNeighbourDoesNot() {
        String id = aRefusal();
        as(Roles.SUBDISTRICT_OFFICER, SUBDISTRICT)
                .get("/v1/refusals?limit=200&open=true")
                .then()
                .body("items.id", hasItem(id));
        office(DISTRICT).get("/v1/refusals/" + id).then().statusCode(200).body("demanded", equalTo(DEMANDED));
        office(NEIGHBOUR).get("/v1/refusals?limit=200").then().statusCode(200).body("items.id", not(hasItem(id)));
        office(NEIGHBOUR).get("/v1/refusals/" + id).then().statusCode(404);
        close(NEIGHBOUR, id, Map.of("outcome", "DEMAND_WITHDRAWN")).then().statusCode(404);
    }

    @Test
    @Tag("art-5")
    void whatIsAdmittedAndPaidForCannotBeRefused() {
        Map<String, Object> form = aForm(education, COMMUNITY);
        form.put("funding", List.of(funding(Given.TODAY.getYear(), "0.00")));
        form.put("noFundsReason", "不增加工作量");
        String application = aSigned(education, DISTRICT, form);
        refuse(COMMUNITY, Map.of("creditCode", education), "PUBLIC_HEALTH", "NOT_ADMITTED")
                .then()
                .statusCode(422)
                .body("code", equalTo("task-is-admitted"))
                .body("articles", contains(4, 5))
                .body("figures.application", equalTo(application))
                .body("figures.placement", notNullValue());
    }

    @Test
    @Tag("art-5")
    void whatIsAdmittedButNotPaidForMayBeRefused() {
        aSigned(education, DISTRICT, aForm(education, COMMUNITY));
        refuse(COMMUNITY, Map.of("creditCode", education), "PUBLIC_HEALTH", "NOT_FUNDED")
                .then()
                .statusCode(201)
                .body("finding", equalTo("FUNDS_NOT_PAID"));
    }

    @Test
    void aDutyByLawCannotBeRefused() {
        refuse(COMMUNITY, Map.of("creditCode", education), "CIVIL_MEDIATION", "DUTY_SHIFTED")
                .then()
                .statusCode(422)
                .body("code", equalTo("duty-is-statutory"));
    }

    @Test
    void anUnregisteredCityBodyIsCoordinatedByTheCity() {
        String id = refuse(COMMUNITY, Map.of("name", "某市属企业", "level", "CITY"), "SALES_PROMOTION", "OUT_OF_SCOPE")
                .then()
                .statusCode(201)
                .body("finding", equalTo("OUT_OF_SCOPE"))
                .body("coordinatingDivision", equalTo(CITY))
                .extract()
                .path("id");
        close(DISTRICT, id, Map.of("outcome", "DEMAND_WITHDRAWN"))
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
        close(CITY, id, Map.of("outcome", "DEMAND_WITHDRAWN")).then().statusCode(200);
    }

    @Test
    void aBodyIsNamedByCodeOrByNameAndLevel() {
        refuse(COMMUNITY, Map.of(), "PUBLIC_HEALTH", "NOT_ADMITTED")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("demandingBody.name", "demandingBody.level"));
    }

    @Test
    void aCommunityRefusesForItselfOnly() {
        as(Roles.COMMUNITY_OFFICER, COMMUNITY_2)
                .body(Map.of(
                        "community",
                        COMMUNITY,
                        "demandingBody",
                        Map.of("creditCode", education),
                        "matter",
                        "PUBLIC_HEALTH",
                        "demanded",
                        DEMANDED,
                        "grounds",
                        "NOT_ADMITTED"))
                .post("/v1/refusals")
                .then()
                .statusCode(404);
        as(Roles.SUBDISTRICT_OFFICER, SUBDISTRICT)
                .body(Map.of())
                .post("/v1/refusals")
                .then()
                .statusCode(403);
    }

    @Test
    void anOutcomeIsRecordedOnce() {
        String id = aRefusal();
        close(DISTRICT, id, Map.of("outcome", "DEMAND_WITHDRAWN", "note", "书面撤回"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("DEMAND_WITHDRAWN"))
                .body("closedOn", equalTo(Given.TODAY.toString()));
        close(DISTRICT, id, Map.of("outcome", "DEMAND_WITHDRAWN"))
                .then()
                .statusCode(409)
                .body("code", equalTo("refusal-closed"))
                .body("articles", nullValue())
                .body("figures.outcome", equalTo("DEMAND_WITHDRAWN"))
                .body("detail", equalTo("The coordination of this refusal ended with the withdrawal of the demand."));
    }

    @Test
    void anOverruledRefusalNamesTheLaw() {
        String id = aRefusal();
        close(DISTRICT, id, Map.of("outcome", "OVERRULED"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("legalBasis"));
        close(
                        DISTRICT,
                        id,
                        Map.of(
                                "outcome",
                                "OVERRULED",
                                "legalBasis",
                                Map.of("kind", "LAW", "citation", "《中华人民共和国城市居民委员会组织法》第三条")))
                .then()
                .statusCode(200)
                .body("basisKind", equalTo("LAW"));
    }

    @Test
    void anApplicationAnswersOnlyWhenItIsTheBodysOwnForThisCommunity() {
        String id = aRefusal();
        String health = aDepartmentOf(DISTRICT);
        String foreign = aSubmitted(health, DISTRICT, aForm(health, COMMUNITY));
        String elsewhere = aSubmitted(education, DISTRICT, aForm(education, COMMUNITY_2));
        for (String application : List.of(foreign, elsewhere, UUID.randomUUID().toString())) {
            close(DISTRICT, id, Map.of("outcome", "ADMISSION_APPLIED_FOR", "application", application))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("application-does-not-answer"));
        }
        String own = aSubmitted(education, DISTRICT, aForm(education, COMMUNITY));
        close(DISTRICT, id, Map.of("outcome", "ADMISSION_APPLIED_FOR", "application", own))
                .then()
                .statusCode(200)
                .body("applicationId", equalTo(own));
    }

    @Test
    void whatWasDemandedStaysOutOfTheEvent() {
        String id = aRefusal();
        String data = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT data FROM event_outbox WHERE subject = :id AND type LIKE '%demand-refused%'")
                .bind("id", id)
                .mapTo(String.class)
                .one());
        assertThat(data).contains(education, "NOT_ADMITTED").doesNotContain(DEMANDED);
    }

    @Test
    void theShareOfCoordinatedRefusalsIsMeasured() {
        aRefusal();
        office(DISTRICT)
                .get("/v1/indicators?division=" + DISTRICT)
                .then()
                .statusCode(200)
                .body("indicator", hasItems("placements-funded", "applications-answered", "refusals-coordinated"));
        office(DISTRICT).get("/v1/indicators?division=" + NEIGHBOUR).then().statusCode(404);
        office(DISTRICT).get("/v1/indicators").then().statusCode(400);
    }
}
