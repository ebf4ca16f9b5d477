package cn.shequ.admission.burden;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.burden.Burdens.SHUANGYANG;
import static cn.shequ.admission.burden.Burdens.YUNSHAN;
import static cn.shequ.admission.burden.Burdens.aCommunity;
import static cn.shequ.admission.burden.Burdens.aDemand;
import static cn.shequ.admission.burden.Burdens.anAdmittedTask;
import static cn.shequ.admission.burden.Burdens.clerk;
import static cn.shequ.admission.burden.Burdens.demand;
import static cn.shequ.admission.burden.Burdens.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Told;
import cn.shequ.events.admission.BurdenKind;
import cn.shequ.events.admission.BurdenRefusalGrounds;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class DemandComponentTest {

    private static final Map<String, Object> COMPANY = Map.of("name", "某某公司", "level", "COUNTY_LEVEL");
    private static final String MONTH = TODAY.format(DateTimeFormatter.ofPattern("yyyy-MM"));

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String community = "";
    private String department = "";

    @BeforeEach
    void aCommunityAndADepartment() {
        Burdens.shuangyang(territory);
        community = aCommunity(territory);
        department = aDepartmentOf(SHUANGYANG);
    }

    private RequestSpecification officer() {
        return officerOf(department, SHUANGYANG);
    }

    @Test
    void whatWasNeverAdmittedIsRefusedAndKept() {
        String attempt = demand(officer(), aDemand(community, department, "MEETING", "PUBLIC_HEALTH"))
                .then()
                .statusCode(422)
                .body("code", equalTo("demand-without-basis"))
                .body("articles", contains(4, 5, 7))
                .body("figures.basis", equalTo("ADMITTED_TASK"))
                .body("figures.grounds", equalTo("NOT_ADMITTED"))
                .extract()
                .path("attemptId");
        as(Roles.SUBDISTRICT_OFFICER, YUNSHAN)
                .get("/v1/demands?refused=true&kind=MEETING&community=" + community)
                .then()
                .statusCode(200)
                .body("items.id", contains(attempt))
                .body("items[0].demandingBody", equalTo(department))
                .body("items[0].grounds", equalTo("NOT_ADMITTED"));
    }

    @Test
    void whatIsRefusedIsToldOnceAndWithoutTheWordsOfWhoDemanded() {
        Map<String, Object> groundless = aDemand(community, department, "PLAQUE", "CIVIL_MEDIATION");
        UUID key = UUID.randomUUID();
        String attempt = demand(officer().header("Idempotency-Key", key), groundless)
                .then()
                .statusCode(422)
                .extract()
                .path("attemptId");
        demand(officer().header("Idempotency-Key", key), groundless)
                .then()
                .statusCode(422)
                .body("attemptId", equalTo(attempt));
        assertThat(Told.of(jdbi, "burden-refused.v1", attempt))
                .singleElement()
                .asString()
                .contains(community, department, "PLAQUE", "LAW_GIVES_NO_CLAIM", TODAY.toString())
                .doesNotContain((String) groundless.get("demanded"));

        String allowed = demand(officer(), aDemand(community, department, "MEETING", "CIVIL_MEDIATION"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(Told.of(jdbi, "burden-refused.v1", allowed)).isEmpty();
    }

    @Test
    void everyKindAndEveryGroundsHasItsWordInTheEvent() {
        assertThat(Stream.of(DemandKind.values()).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(BurdenKind.values()).map(Enum::name).toList());
        assertThat(Stream.of(DemandGrounds.values()).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(BurdenRefusalGrounds.values()).map(Enum::name).toList());
    }

    @Test
    void whatIsAdmittedAndInForceMayBeDemanded() {
        String city = aDepartmentOf(CITY);
        anAdmittedTask(city, community);
        demand(officerOf(city, CITY), aDemand(community, city, "TARGET", "PUBLIC_HEALTH"))
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/demands/"))
                .body("basis", equalTo("ADMITTED_TASK"))
                .body("placement", notNullValue())
                .body("grounds", nullValue());
        demand(officerOf(city, CITY), aDemand(aCommunity(territory), city, "TARGET", "PUBLIC_HEALTH"))
                .then()
                .statusCode(422)
                .body("figures.grounds", equalTo("NOT_ADMITTED"));
    }

    @Test
    void whatLawGivesToCommitteesMayBeDemanded() {
        demand(officer(), aDemand(community, department, "MEETING", "CIVIL_MEDIATION"))
                .then()
                .statusCode(201)
                .body("basis", equalTo("STATUTORY_DUTY"))
                .body("placement", nullValue());
    }

    @Test
    void lawGivesNobodyATargetAndNothingToABodyWithoutRegistration() {
        for (String kind : new String[] {"TARGET", "PLAQUE"}) {
            demand(officer(), aDemand(community, department, kind, "CIVIL_MEDIATION"))
                    .then()
                    .statusCode(422)
                    .body("articles", contains(7))
                    .body("figures.basis", equalTo("STATUTORY_DUTY"))
                    .body("figures.grounds", equalTo("LAW_GIVES_NO_CLAIM"));
        }
        Map<String, Object> ofCompany =
                with(aDemand(community, department, "MEETING", "CIVIL_MEDIATION"), "demandingBody", COMPANY);
        demand(clerk(community), ofCompany)
                .then()
                .statusCode(422)
                .body("figures.grounds", equalTo("LAW_GIVES_NO_CLAIM"));
    }

    @Test
    void unpaidServiceNeedsAnExemptionWhateverIsAdmitted() {
        String city = aDepartmentOf(CITY);
        anAdmittedTask(city, community);
        for (String matter : new String[] {"PUBLIC_HEALTH", "CIVIL_MEDIATION"}) {
            demand(officerOf(city, CITY), aDemand(community, city, "UNPAID_SERVICE", matter))
                    .then()
                    .statusCode(422)
                    .body("articles", contains(7))
                    .body("figures.basis", equalTo("EXEMPTION"))
                    .body("figures.grounds", equalTo("NOT_EXEMPTED"));
        }
        demand(officerOf(city, CITY), aDemand(community, city, "MEETING", "PUBLIC_HEALTH"))
                .then()
                .statusCode(201)
                .body("basis", equalTo("ADMITTED_TASK"))
                .body("recordedBy", nullValue());
    }

    @Test
    void whatLiesOutsideTheScopeIsRefused() {
        demand(officer(), aDemand(community, department, "PLAQUE", "SALES_PROMOTION"))
                .then()
                .statusCode(422)
                .body("articles", contains(4, 7))
                .body("figures.grounds", equalTo("OUT_OF_SCOPE"));
    }

    @Test
    @Tag("art-6")
    void aDutyOfAnOfficeIsNotShiftedWhateverItIsToRestOn() {
        for (String kind : new String[] {"TARGET", "MEETING", "STATISTICAL_FORM"}) {
            demand(officer(), aDemand(community, department, kind, "CITY_MANAGEMENT"))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("duty-shifted"))
                    .body("articles", contains(6))
                    .body("figures.matter", equalTo("CITY_MANAGEMENT"))
                    .body("attemptId", notNullValue());
        }
        clerk(community)
                .get("/v1/demands?refused=true&community=" + community)
                .then()
                .body("items", hasSize(3))
                .body("items[0].grounds", equalTo("DUTY_SHIFTED"));
    }

    @Test
    void theCommunityWritesDownWhatABodyWithoutRegistrationDemanded() {
        Map<String, Object> asked =
                with(aDemand(community, department, "CERTIFICATE", "PUBLIC_HEALTH"), "demandingBody", COMPANY);
        String attempt = demand(clerk(community), asked)
                .then()
                .statusCode(422)
                .body("figures.grounds", equalTo("NOT_ADMITTED"))
                .extract()
                .path("attemptId");
        clerk(community)
                .get("/v1/demands/" + attempt)
                .then()
                .statusCode(200)
                .body("demandingBodyName", equalTo("某某公司"))
                .body("demandingBody", nullValue());
        demand(clerk(community), with(asked, "demandingBody", Map.of("name", "某某公司")))
                .then()
                .statusCode(400)
                .body("errors.field", contains("demandingBody.level"));
    }

    @Test
    void eachKindNamesTheBasisThatItCanHave() {
        demand(officer(), with(aDemand(community, department, "MEETING", "PUBLIC_HEALTH"), "form", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("code", equalTo("form-contradictory"))
                .body("errors.field", contains("form"));
        demand(
                        officer(),
                        with(aDemand(community, department, "LEDGER", "PUBLIC_HEALTH"), "exemption", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.field", contains("exemption"));
    }

    @Test
    void aRefusedDemandSaidAgainIsTheSameAttempt() {
        Map<String, Object> asked = aDemand(community, department, "TARGET", "EMPLOYMENT");
        String first = demand(officer().header("Idempotency-Key", "demand-" + community), asked)
                .path("attemptId");
        demand(officer().header("Idempotency-Key", "demand-" + community), asked)
                .then()
                .statusCode(422)
                .body("attemptId", equalTo(first));
        clerk(community).get("/v1/demands?community=" + community).then().body("items.id", contains(first));
    }

    @Test
    void aBodySpeaksForItselfInItsOwnDivisionAndSeesItsOwn() {
        String other = aDepartmentOf(SHUANGYANG);
        Map<String, Object> ofOther = aDemand(community, other, "TARGET", "PUBLIC_HEALTH");
        demand(officer(), ofOther).then().statusCode(403).body("code", equalTo("other-department"));
        demand(as(Roles.COMMUNITY_OFFICER, YUNSHAN), ofOther)
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
        String far = aDepartmentOf(NEIGHBOUR);
        demand(officerOf(far, NEIGHBOUR), aDemand(community, far, "TARGET", "PUBLIC_HEALTH"))
                .then()
                .statusCode(404);
        demand(as(Roles.RESIDENT, community), ofOther).then().statusCode(403);
        String own = demand(officer(), aDemand(community, department, "TARGET", "PUBLIC_HEALTH"))
                .path("attemptId");
        officer().get("/v1/demands/" + own).then().statusCode(200);
        officerOf(other, SHUANGYANG).get("/v1/demands/" + own).then().statusCode(404);
        office(NEIGHBOUR).get("/v1/demands/" + own).then().statusCode(404);
        officerOf(other, SHUANGYANG)
                .get("/v1/demands?community=" + community)
                .then()
                .statusCode(200)
                .body("items", empty());
        office(NEIGHBOUR).get("/v1/demands?community=" + community).then().body("items", empty());
    }

    @Test
    void demandsAreCountedPerCommunityMonthAndBody() {
        String other = aDepartmentOf(SHUANGYANG);
        demand(officer(), aDemand(community, department, "MEETING", "CIVIL_MEDIATION"));
        demand(officer(), aDemand(community, department, "MEETING", "PUBLIC_HEALTH"));
        demand(officer(), aDemand(community, department, "TARGET", "PUBLIC_HEALTH"));
        demand(officerOf(other, SHUANGYANG), aDemand(community, other, "PLAQUE", "PUBLIC_HEALTH"));
        String counts = "/v1/demands/counts?community=" + community;
        String mine = "items.find { it.demandingBody == '" + department + "' }.";
        as(Roles.SUBDISTRICT_OFFICER, YUNSHAN)
                .get(counts)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.demandingBody", hasItem(other))
                .body(mine + "demands", equalTo(3))
                .body(mine + "refused", equalTo(2))
                .body(mine + "month", equalTo(MONTH));
        String cursor = clerk(community).get(counts + "&limit=1").path("next");
        clerk(community)
                .get(counts + "&limit=1&cursor=" + cursor)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        officer().get(counts).then().body("items.demandingBody", contains(department));
        office(NEIGHBOUR).get(counts).then().body("items", empty());
        clerk(community)
                .get(counts + "&from=" + TODAY.plusMonths(1).withDayOfMonth(1))
                .then()
                .body("items", empty());
    }

    @Test
    void lessThanAYearIsCountedAtOnce() {
        String from = "/v1/demands/counts?from=2026-01-01&to=";
        clerk(community).get(from + "2026-12-31").then().statusCode(200);
        clerk(community).get(from + "2027-01-01").then().statusCode(400).body("errors.field", contains("to"));
        clerk(community).get(from + "2025-12-31").then().statusCode(400);
        for (String day : new String[] {"2010-12-31", "3000-01-01"}) {
            clerk(community).get("/v1/demands/counts?from=" + day).then().statusCode(400);
        }
    }
}
