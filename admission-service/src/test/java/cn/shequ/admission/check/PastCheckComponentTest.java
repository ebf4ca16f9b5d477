package cn.shequ.admission.check;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.funding;
import static cn.shequ.admission.Given.officerOf;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.admission.exit.Exits;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What might be asked on a past day, whatever became of it since. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class PastCheckComponentTest {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final String FOUNDED_YESTERDAY = "220114001001";

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String health = "";

    @BeforeEach
    void aCityWithADepartment() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
    }

    @Test
    void whatLapsedTodayWasPermittedYesterday() {
        String placement = signedTenDaysAgo(true);
        on(YESTERDAY).body("permitted", equalTo(true)).body("on", equalTo(YESTERDAY.toString()));
        asOwner("UPDATE placement SET stage = 'FUNDS_LAPSED' WHERE id = '" + placement + "'");
        on(TODAY).body("permitted", equalTo(false)).body("reasons.code", contains("FUNDS_NOT_PAID"));
        on(YESTERDAY).body("permitted", equalTo(true));
        on(TODAY.minusDays(10)).body("permitted", equalTo(true));
    }

    @Test
    void nothingWasAdmittedBeforeItWasSigned() {
        signedTenDaysAgo(true);
        on(TODAY.minusDays(11)).body("permitted", equalTo(false)).body("reasons.code", contains("NOT_ADMITTED"));
    }

    @Test
    void whatWasPaidTodayWasNotYesterday() {
        String placement = signedTenDaysAgo(false);
        asOwner("UPDATE placement SET stage = 'ACTIVE' WHERE id = '" + placement + "'");
        on(TODAY).body("permitted", equalTo(true));
        on(YESTERDAY)
                .body("permitted", equalTo(false))
                .body("reasons.code", contains("FUNDS_NOT_PAID"))
                .body("reasons[0].amountsDue", nullValue())
                .body("reasons[0].message", containsString("on " + YESTERDAY));
    }

    @Test
    void whoHeldItThenIsToldSoAndTheSuccessorIsNot() {
        signedTenDaysAgo(true);
        String successor = aDepartmentOf(DISTRICT);
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of("successor", successor))
                .post("/v1/departments/" + health + "/succession")
                .then()
                .statusCode(200);
        on(YESTERDAY).body("permitted", equalTo(true)).body("placements[0].department", equalTo(health));
        check(successor, COMMUNITY, YESTERDAY).then().body("permitted", equalTo(false));
        check(successor, COMMUNITY, TODAY).then().body("permitted", equalTo(true));
    }

    @Test
    void whatExpiredIsStillPermittedForTheDaysBefore() {
        String placement = signedTenDaysAgo(true);
        asOwner("UPDATE placement SET valid_to = DATE '" + TODAY + "' - 3, stage = 'EXPIRED' WHERE id = '" + placement
                + "'");
        on(TODAY).body("reasons.code", contains("EXPIRED"));
        on(TODAY.minusDays(2)).body("reasons.code", contains("EXPIRED"));
        on(TODAY.minusDays(3)).body("permitted", equalTo(true));
    }

    @Test
    void whatLeftTheCommunityTodayWasPermittedYesterday() {
        String placement = signedTenDaysAgo(true);
        String exit = Exits.aReady(health, placement);
        for (int number = 1; number <= 3; number++) {
            Exits.vote(number, exit, "FOR").then().statusCode(200);
        }
        on(TODAY).body("reasons.code", contains("EXITED"));
        on(YESTERDAY).body("permitted", equalTo(true)).body("placements[0].exitedOn", nullValue());
    }

    @Test
    void daysMayBeMixedInOneCall() {
        String placement = signedTenDaysAgo(true);
        asOwner("UPDATE placement SET stage = 'FUNDS_LAPSED' WHERE id = '" + placement + "'");
        List<Map<String, String>> questions =
                List.of(TODAY, YESTERDAY, TODAY.minusDays(11), TODAY.minusDays(2)).stream()
                        .map(day -> Map.of(
                                "department",
                                health,
                                "community",
                                COMMUNITY,
                                "matter",
                                "PUBLIC_HEALTH",
                                "on",
                                day.toString()))
                        .toList();
        as(Roles.SYSTEM_INTEGRATOR, CITY)
                .body(Map.of("questions", questions))
                .post("/v1/admission-checks")
                .then()
                .statusCode(200)
                .body("permitted", contains(false, true, false, true));
    }

    @Test
    void thePlaceMustHaveBeenOneAndTheDayLieInThePolicysTime() {
        check(health, "220102999999", YESTERDAY)
                .then()
                .statusCode(400)
                .body("errors.code", contains("unknown-division"));
        check(health, COMMUNITY, LocalDate.of(2010, 12, 31))
                .then()
                .statusCode(400)
                .body("errors.field", contains("on"));
        on(LocalDate.of(2011, 1, 1)).body("permitted", equalTo(false));
    }

    @Test
    void aCommunityIsAskedAboutFromItsFirstDayOn() {
        LocalDate longAgo = LocalDate.of(2011, 1, 1);
        put("220114000000", DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", CITY, longAgo);
        put("220114001000", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", "220114000000", longAgo);
        put(FOUNDED_YESTERDAY, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", "220114001000", YESTERDAY);
        check(health, FOUNDED_YESTERDAY, YESTERDAY).then().statusCode(200);
        check(health, FOUNDED_YESTERDAY, TODAY.minusDays(2)).then().statusCode(400);
    }

    @Test
    void theServiceItselfCannotRewriteThePast() {
        for (String statement : List.of(
                "UPDATE placement_state SET stage = 'ACTIVE'",
                "DELETE FROM placement_state",
                "INSERT INTO placement_state (placement_id, since, department, stage)"
                        + " SELECT placement_id, since, department, stage FROM placement_state")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                    .hasMessageContaining("permission denied");
        }
    }

    /** A task that was signed ten days ago, to be asked from twenty days ago on, as if it had been. */
    private String signedTenDaysAgo(boolean free) {
        Map<String, Object> form = aForm(health, COMMUNITY);
        if (free) {
            form.put("funding", List.of(funding(TODAY.getYear(), "0.00")));
            form.put("noFundsReason", "不增加工作量");
        }
        String application = aSigned(health, DISTRICT, form);
        String placement = officerOf(health, DISTRICT)
                .get("/v1/task-applications/" + application + "/placements")
                .path("items[0].id");
        asOwner("UPDATE placement SET valid_from = valid_from - 20 WHERE id = '" + placement + "'");
        asOwner("UPDATE placement_state SET since = since - interval '10 days' WHERE placement_id = '" + placement
                + "'");
        return placement;
    }

    private void put(String code, DivisionLevel level, String kind, String parent, LocalDate from) {
        territory.put(new Division(DivisionCode.of(code), "演示", level, kind, DivisionCode.of(parent), from, null));
    }

    private ValidatableResponse on(LocalDate day) {
        return check(health, COMMUNITY, day).then().statusCode(200);
    }

    private static Response check(String department, String community, LocalDate day) {
        return as(Roles.SYSTEM_INTEGRATOR, CITY)
                .queryParam("department", department)
                .queryParam("community", community)
                .queryParam("matter", "PUBLIC_HEALTH")
                .queryParam("on", day.toString())
                .get("/v1/admission-checks");
    }
}
