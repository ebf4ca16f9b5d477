package cn.shequ.admission.dueday;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.anAccepted;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.funding;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.admission.HandSetClock;
import cn.shequ.admission.Told;
import cn.shequ.admission.task.OverdueSweep;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The holidays of 2035 are in a file that the operator added, and those of 2036 nowhere. */
@QuarkusTest
@TestProfile(ProvisionalDaysComponentTest.WithAnotherYear.class)
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class ProvisionalDaysComponentTest {

    public static class WithAnotherYear implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(HandSetClock.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.scheduler.enabled", "false", "shequ.calendar.file", file().toString());
        }

        /** With a holiday from Wednesday to the next Tuesday, and the Saturday after it worked. */
        private static Path file() {
            try {
                Path file = Files.createTempFile("holidays", ".json");
                file.toFile().deleteOnExit();
                return Files.writeString(file, """
                        [{"year": 2035, "notice": "国务院办公厅关于2035年部分节假日安排的通知",
                          "off": ["2035-01-01", "2035-02-07/2035-02-13"], "working": ["2035-02-17"]}]""");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final String COUNTY = "220173000000";
    private static final String TOWN = "220173001000";
    private static final String COMMUNITY = "220173001001";
    private static final String REVIEW_WITHIN = "admission.review-within";
    private static final LocalDate JANUARY = LocalDate.of(2035, 1, 1);
    private static final String COUNTED_TOO_SHORT =
            "review_by = '2035-02-15', leader_by = '2035-02-22', review_provisional = true, leader_provisional = true";

    @Inject
    TerritoryRecord territory;

    @Inject
    HandSetClock clock;

    @Inject
    Rulebook rulebook;

    @Inject
    DueDaySweep counting;

    @Inject
    OverdueSweep reviews;

    @Inject
    Jdbi jdbi;

    @Inject
    MeterRegistry meters;

    private String health = "";
    private String department = "";

    @BeforeEach
    void aCounty() {
        Given.theCity(territory);
        put(COUNTY, DivisionLevel.COUNTY_LEVEL, "COUNTY", CITY);
        put(TOWN, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", COUNTY);
        put(COMMUNITY, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", TOWN);
        Given.aLeadingGroup(COUNTY);
        health = aDepartmentOf(COUNTY);
    }

    @AfterEach
    void theClockGoesOn() {
        clock.letGo();
    }

    private void put(String code, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code), code, level, kind, DivisionCode.of(parent), LocalDate.of(2011, 1, 1), null));
    }

    @Test
    void inAYearThatIsNotAnnouncedADayIsShownAsProvisionalAndNobodyIsLateByIt() {
        String task = submittedOn("2036-02-01", health, COUNTY, COMMUNITY);
        days(task, "2036-02-22", true, "2036-02-29", true);
        it("2036-04-01");
        sweepAll();
        assertThat(reviewsTold(task)).isEmpty();
        days(task, "2036-02-22", true, "2036-02-29", true)
                .body("escalatedTo", nullValue())
                .body("escalations", empty());
        for (String filter : List.of("overdue=true", "escalatedTo=PRINCIPAL_LEADER", "escalatedTo=NEXT_LEVEL")) {
            office(COUNTY)
                    .get("/v1/task-applications?limit=200&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(task)));
        }
        office(COUNTY)
                .get("/v1/task-applications?limit=200&overdue=false")
                .then()
                .body("items.findAll { it.id == '" + task + "' }.reviewProvisional", contains(true));
        takeOver(task)
                .then()
                .statusCode(422)
                .body("code", equalTo("due-day-provisional"))
                .body("articles", nullValue())
                .body("rule", equalTo("admission.escalation-within@1"))
                .body("figures.until", equalTo("2036-02-29"))
                .body("figures.today", equalTo("2036-04-01"))
                .body("detail", containsString("counted anew"));
    }

    @Test
    void howFarTheAnnouncedYearsReachIsAFigureThatGoesOnWithTheDay() {
        it("2035-01-01");
        counting.sweep();
        assertThat(daysAhead()).isEqualTo(365);
        it("2035-12-02");
        assertThat(daysAhead()).isEqualTo(30);
        it("2036-01-01");
        assertThat(daysAhead()).isZero();
        it("2036-01-11");
        assertThat(daysAhead()).isEqualTo(-10);
    }

    private double daysAhead() {
        return meters.get("shequ.calendar.days.ahead").gauge().value();
    }

    @Test
    void whoTakesItOverWhileAProvisionalDayHasNotPassedIsToldSoAsEver() {
        String task = submittedOn("2036-02-01", health, COUNTY, COMMUNITY);
        takeOver(task).then().statusCode(422).body("code", equalTo("review-in-time"));
    }

    @Test
    void whenTheYearIsAnnouncedTheDaysAreCountedAnewAndOnlyThenSomebodyIsLate() {
        String task = submittedOn("2035-02-01", health, COUNTY, COMMUNITY);
        days(task, "2035-02-28", false, "2035-03-07", false);
        countedBefore(
                "task_application",
                "submitted_on",
                task,
                "review_by = '2035-02-22', leader_by = '2035-03-01', review_provisional = true, leader_provisional = true");
        it("2035-02-26");
        days(task, "2035-02-22", true, "2035-03-01", true).body("escalatedTo", nullValue());
        reviews.sweep();
        counting.sweep();
        days(task, "2035-02-28", false, "2035-03-07", false).body("reviewRule", equalTo(REVIEW_WITHIN + "@1"));
        reviews.sweep();
        it("2035-02-28");
        reviews.sweep();
        assertThat(reviewsTold(task)).isEmpty();
        it("2035-03-01");
        reviews.sweep();
        see(task)
                .body("escalations.escalatedTo", contains("PRINCIPAL_LEADER"))
                .body("escalations.escalatedOn", contains("2035-03-01"));
        counting.sweep();
        days(task, "2035-02-28", false, "2035-03-07", false);
    }

    @Test
    void aSureDayOfTheGroupHoldsWhileThatOfItsLeaderIsProvisional() {
        String task = submittedOn("2035-12-10", health, COUNTY, COMMUNITY);
        days(task, "2035-12-31", false, "2036-01-08", true);
        it("2036-02-01");
        sweepAll();
        days(task, "2035-12-31", false, "2036-01-08", true)
                .body("escalatedTo", equalTo("PRINCIPAL_LEADER"))
                .body("escalations.escalatedTo", contains("PRINCIPAL_LEADER"))
                .body("escalations.escalatedOn", contains("2036-01-01"));
        takeOver(task).then().statusCode(422).body("code", equalTo("due-day-provisional"));
    }

    @Test
    void ofTheLeadersDayAloneItIsCountedFromTheSureDayOfTheGroup() {
        String task = submittedOn("2035-01-18", health, COUNTY, COMMUNITY);
        days(task, "2035-02-15", false, "2035-02-21", false);
        countedBefore("task_application", "submitted_on", task, "leader_by = '2035-02-22', leader_provisional = true");
        counting.sweep();
        days(task, "2035-02-15", false, "2035-02-21", false);
    }

    @Test
    void aLocalRuleAndTheProductsRowOfTheSameVersionAreToldApart() {
        String here = anotherCounty("220175");
        localRule(here, 1, JANUARY, null, "10");
        String local = submittedOn("2035-02-01", department, here, community(here));
        String general = submittedOn("2035-02-01", health, COUNTY, COMMUNITY);
        seeIn(here, local).body("reviewRule", equalTo(REVIEW_WITHIN + "@1/" + here));
        see(general).body("reviewRule", equalTo(REVIEW_WITHIN + "@1"));
        countedBefore("task_application", "submitted_on", local, COUNTED_TOO_SHORT);
        countedBefore("task_application", "submitted_on", general, COUNTED_TOO_SHORT);
        counting.sweep();
        seeIn(here, local).body("reviewBy", equalTo("2035-02-21")).body("leaderBy", equalTo("2035-02-28"));
        see(general).body("reviewBy", equalTo("2035-02-28")).body("leaderBy", equalTo("2035-03-07"));
    }

    @Test
    void whatWasCountedUnderALocalRuleIsCountedAnewUnderTheSame() {
        String here = anotherCounty("220174");
        localRule(here, 1, JANUARY, null, "10");
        String task = submittedOn("2035-02-01", department, here, community(here));
        localRule(here, 1, JANUARY, JANUARY.plusDays(13), "10");
        localRule(here, 2, JANUARY.plusDays(14), null, "5");
        countedBefore("task_application", "submitted_on", task, COUNTED_TOO_SHORT);
        counting.sweep();
        seeIn(here, task)
                .body("reviewRule", equalTo(REVIEW_WITHIN + "@1/" + here))
                .body("reviewBy", equalTo("2035-02-21"))
                .body("leaderBy", equalTo("2035-02-28"));
    }

    @Test
    void aLocalRuleThatWasKeptWithoutItsDivisionIsFoundWhereTheProductHasNoSuchVersion() {
        String here = anotherCounty("220176");
        localRule(here, 2, JANUARY, null, "10");
        String task = submittedOn("2035-02-01", department, here, community(here));
        localRule(here, 3, JANUARY, null, "5");
        countedBefore(
                "task_application",
                "submitted_on",
                task,
                "review_rule = '" + REVIEW_WITHIN + "@2', " + COUNTED_TOO_SHORT);
        counting.sweep();
        seeIn(here, task)
                .body("reviewRule", equalTo(REVIEW_WITHIN + "@2"))
                .body("reviewBy", equalTo("2035-02-21"))
                .body("leaderBy", equalTo("2035-02-28"));
    }

    /** With a department that asks for tasks there. */
    private String anotherCounty(String prefix) {
        String county = prefix + "000000";
        String town = prefix + "001000";
        put(county, DivisionLevel.COUNTY_LEVEL, "COUNTY", CITY);
        put(town, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", county);
        put(community(county), DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", town);
        Given.aLeadingGroup(county);
        department = aDepartmentOf(county);
        return county;
    }

    private static String community(String county) {
        return county.substring(0, 6) + "001001";
    }

    private ValidatableResponse seeIn(String county, String task) {
        return officerOf(department, county)
                .get("/v1/task-applications/" + task)
                .then()
                .statusCode(200);
    }

    private void localRule(String division, int version, LocalDate from, @Nullable LocalDate to, String days) {
        Rule general = rulebook.shippedOn(from, REVIEW_WITHIN);
        rulebook.putLocal(new Rule(
                REVIEW_WITHIN,
                version,
                from,
                to,
                days,
                general.unit(),
                general.direction(),
                general.origin(),
                "演示用规定",
                DivisionCode.of(division)));
    }

    @Test
    @Tag("art-4")
    void theOfficeKeepsARefusalUntilItsDayIsSure() {
        String id = refusedOn("2036-02-01");
        coordination(id, "2036-02-11", true);
        it("2036-04-01");
        counting.sweep();
        coordination(id, "2036-02-11", true);
        office(COUNTY)
                .get("/v1/refusals?limit=200&overdue=true")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        as(leader(COUNTY), Roles.PRINCIPAL_LEADER, COUNTY, null)
                .body(Map.of("outcome", "DEMAND_WITHDRAWN"))
                .post("/v1/refusals/" + id + "/outcome")
                .then()
                .statusCode(422)
                .body("code", equalTo("due-day-provisional"))
                .body("rule", equalTo("refusal.coordination-within@1"))
                .body("figures.until", equalTo("2036-02-11"));
        counts("2036-02-01", "2036-02-28").body("items.overdue", not(hasItem(1)));
    }

    @Test
    @Tag("art-4")
    void whenTheYearIsAnnouncedTheTermOfARefusalEndsOnABusinessDayOfIt() {
        String id = refusedOn("2035-02-01");
        coordination(id, "2035-02-14", false);
        countedBefore("demand_refusal", "refused_on", id, "coordinate_by = '2035-02-12', provisional = true");
        coordination(id, "2035-02-12", true);
        counting.sweep();
        coordination(id, "2035-02-14", false);
    }

    @Test
    @Tag("art-2")
    void anAnswerIsOverdueAfterASureDayOnly() {
        String open = toldOn("2036-02-01");
        it("2036-04-01");
        counting.sweep();
        consultation(open, "2036-02-08", true).body("overdue", equalTo(false));
        as(Roles.SUBDISTRICT_OFFICER, TOWN)
                .get("/v1/consultations?limit=200&overdue=true")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(open)));

        String announced = toldOn("2035-02-01");
        countedBefore("consultation", "recorded_on", announced, "answer_by = '2035-02-08', provisional = true");
        it("2035-02-15");
        consultation(announced, "2035-02-08", true).body("overdue", equalTo(false));
        counting.sweep();
        consultation(announced, "2035-02-15", false).body("overdue", equalTo(false));
        it("2035-02-16");
        consultation(announced, "2035-02-15", false).body("overdue", equalTo(true));
    }

    @Test
    void theDatabaseLetsNobodyBeLateByAProvisionalDayAndMovesNoOther() {
        String provisional = submittedOn("2036-02-01", health, COUNTY, COMMUNITY);
        String sure = submittedOn("2035-02-01", health, COUNTY, COMMUNITY);
        String refusal = refusedOn("2036-02-01");
        refused(
                "is not overdue",
                "INSERT INTO task_escalation VALUES ('" + provisional + "', 1, 'PRINCIPAL_LEADER', '" + COUNTY
                        + "', '2036-04-01')");
        refused(
                "is not overdue",
                "UPDATE task_application SET round = 2, decided_by = '" + CITY
                        + "', decided_because = 'GROUP_OVERDUE' WHERE id = '" + provisional + "'");
        refused("is due stays", "UPDATE task_application SET review_by = review_by + 1 WHERE id = '" + sure + "'");
        refused("is due stays", "UPDATE task_application SET leader_provisional = true WHERE id = '" + sure + "'");
        assertThatThrownBy(() -> asOwner("UPDATE demand_refusal SET refused_on = '2026-01-01',"
                        + " coordinate_by = '2026-01-05', escalated_on = '2026-01-06' WHERE id = '" + refusal + "'"))
                .rootCause()
                .hasMessageContaining("nobody_is_late_by_a_provisional_day");
    }

    /** As it stands after a process that did not know the year yet. */
    private static void countedBefore(String table, String since, String id, String days) {
        asOwner("UPDATE " + table + " SET " + since + " = " + since + " - 1 WHERE id = '" + id + "'");
        asOwner("UPDATE " + table + " SET " + since + " = " + since + " + 1, " + days + " WHERE id = '" + id + "'");
    }

    private void it(String day) {
        clock.set(day + "T09:00:00+08:00");
    }

    private void sweepAll() {
        counting.sweep();
        reviews.sweep();
    }

    private String submittedOn(String day, String department, String division, String community) {
        it(day);
        LocalDate from = LocalDate.parse(day);
        Map<String, Object> funds = funding(from.getYear(), "3000.00");
        funds.put("payBy", from.plusDays(10).toString());
        Map<String, Object> form = aForm(department, community);
        form.put("validFrom", day);
        form.put("validTo", LocalDate.of(from.getYear(), 12, 31).toString());
        form.put("funding", List.of(funds));
        return anAccepted(department, division, form);
    }

    private ValidatableResponse see(String task) {
        return officerOf(health, COUNTY)
                .get("/v1/task-applications/" + task)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse days(
            String task, String reviewBy, boolean reviewProvisional, String leaderBy, boolean leaderProvisional) {
        return see(task)
                .body("reviewBy", equalTo(reviewBy))
                .body("reviewProvisional", equalTo(reviewProvisional))
                .body("leaderBy", equalTo(leaderBy))
                .body("leaderProvisional", equalTo(leaderProvisional));
    }

    private static Response takeOver(String task) {
        return office(CITY).post("/v1/task-applications/" + task + "/passing-up");
    }

    private List<String> reviewsTold(String task) {
        return Told.of(jdbi, "task-review-overdue.v1", task);
    }

    private String refusedOn(String day) {
        it(day);
        return as(Roles.COMMUNITY_OFFICER, COMMUNITY)
                .body(Map.of(
                        "community", COMMUNITY,
                        "demandingBody", Map.of("creditCode", health),
                        "matter", "COMMUNITY_EDUCATION",
                        "demanded", "要求社区每周填报统计表",
                        "grounds", "NOT_ADMITTED"))
                .post("/v1/refusals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse coordination(String id, String by, boolean provisional) {
        return as(Roles.COMMUNITY_OFFICER, COMMUNITY)
                .get("/v1/refusals/" + id)
                .then()
                .statusCode(200)
                .body("coordinateBy", equalTo(by))
                .body("provisional", equalTo(provisional));
    }

    private static ValidatableResponse counts(String from, String to) {
        return office(COUNTY)
                .get("/v1/refusals/counts?from=" + from + "&to=" + to)
                .then()
                .statusCode(200);
    }

    private String toldOn(String day) {
        it(day);
        return officerOf(health, COUNTY)
                .body(Map.of(
                        "division",
                        TOWN,
                        "action",
                        "道路改造占道施工",
                        "place",
                        "一号路",
                        "startsOn",
                        LocalDate.parse(day).plusDays(60).toString()))
                .post("/v1/consultations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse consultation(String id, String by, boolean provisional) {
        return as(Roles.SUBDISTRICT_OFFICER, TOWN)
                .get("/v1/consultations/" + id)
                .then()
                .statusCode(200)
                .body("answerBy", equalTo(by))
                .body("provisional", equalTo(provisional));
    }

    private void refused(String words, String statement) {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining(words);
    }
}
