package cn.shequ.admission.task;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSubmitted;
import static cn.shequ.admission.Given.anAccepted;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.Given.vote;
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
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.kit.time.BusinessCalendar;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a group does not decide in time comes before its leader, and then before the next level up. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class OverdueReviewComponentTest {

    private static final String COUNTY = "220182000000";
    private static final String TOWN = "220182001000";
    private static final String COMMUNITY = "220182001001";

    @Inject
    TerritoryRecord territory;

    @Inject
    BusinessCalendar calendar;

    @Inject
    OverdueSweep sweep;

    @Inject
    Jdbi jdbi;

    private String health = "";

    @BeforeEach
    void aCounty() {
        Given.theCity(territory);
        put(COUNTY, DivisionLevel.COUNTY_LEVEL, "COUNTY_LEVEL_CITY", CITY);
        put(TOWN, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", COUNTY);
        put(COMMUNITY, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", TOWN);
        Given.aLeadingGroup(COUNTY);
        health = aDepartmentOf(COUNTY);
    }

    private void put(String code, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code), code, level, kind, DivisionCode.of(parent), LocalDate.of(2011, 1, 1), null));
    }

    @Test
    void theLeaderHasFiveWorkingDaysMoreThanTheGroup() {
        String id = aSubmitted(health, COUNTY, aForm(health, COMMUNITY));
        LocalDate until = calendar.plus(calendar.plus(TODAY, 15), 5);
        see(id).then()
                .body("leaderBy", equalTo(until.toString()))
                .body("leaderRule", equalTo("admission.escalation-within@1"))
                .body("escalatedTo", nullValue())
                .body("escalations", empty());
        takeOver(id, CITY)
                .then()
                .statusCode(422)
                .body("code", equalTo("review-in-time"))
                .body("articles", nullValue())
                .body("rule", equalTo("admission.escalation-within@1"))
                .body("figures.until", equalTo(until.toString()))
                .body("figures.today", equalTo(TODAY.toString()))
                .body("detail", containsString("until " + until + ", and today is " + TODAY));
    }

    @Test
    void whatIsOverdueIsBeforeTheLeaderWhetherOrNotItWasSaidAndIsSaidOnce() {
        String id = overdue(TODAY.minusDays(1), TODAY);
        see(id).then().body("escalatedTo", equalTo("PRINCIPAL_LEADER")).body("escalations", empty());
        as(leader(COUNTY), Roles.PRINCIPAL_LEADER, COUNTY, null)
                .get("/v1/task-applications?limit=200&escalatedTo=PRINCIPAL_LEADER")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        office(CITY)
                .get("/v1/task-applications?limit=200&escalatedTo=NEXT_LEVEL")
                .then()
                .body("items.id", not(hasItem(id)));
        sweep.sweep();
        sweep.sweep();
        assertThat(told(id)).containsExactly("PRINCIPAL_LEADER");
        see(id).then()
                .body("escalations.escalatedTo", contains("PRINCIPAL_LEADER"))
                .body("escalations.before", contains(COUNTY))
                .body("escalations.escalatedOn", contains(TODAY.toString()))
                .body("stage", equalTo("ACCEPTED"))
                .body("decidedBy", equalTo(COUNTY));
        takeOver(id, CITY).then().statusCode(422);
    }

    @Test
    void afterTheSecondTermTheNextLevelMayTakeItOver() {
        String id = overdue(TODAY.minusDays(8), TODAY.minusDays(1));
        see(id).then().body("escalatedTo", equalTo("NEXT_LEVEL"));
        office(CITY)
                .get("/v1/task-applications?limit=200&escalatedTo=NEXT_LEVEL")
                .then()
                .body("items.id", hasItem(id));
        sweep.sweep();
        assertThat(told(id)).containsExactlyInAnyOrder("PRINCIPAL_LEADER", "NEXT_LEVEL");
        takeOver(id, COUNTY).then().statusCode(409).body("code", equalTo("group-can-decide"));
        takeOver(id, NEIGHBOUR).then().statusCode(404);
        as(leader(CITY), Roles.PRINCIPAL_LEADER, CITY, null)
                .post("/v1/task-applications/" + id + "/passing-up")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
        takeOver(id, CITY)
                .then()
                .statusCode(200)
                .body("stage", equalTo("SUBMITTED"))
                .body("round", equalTo(2))
                .body("decidedBy", equalTo(CITY))
                .body("decidedBecause", equalTo("GROUP_OVERDUE"))
                .body("reviewBy", equalTo(calendar.plus(TODAY, 15).toString()))
                .body("escalatedTo", nullValue())
                .body("escalations.before", contains(COUNTY, CITY))
                .body("steps.last().command", equalTo("PASS_UP"));
        vote(id, 1, COUNTY, "FOR").then().statusCode(403).body("code", equalTo("group-of-another-level"));
        office(CITY).post("/v1/task-applications/" + id + "/acceptance").then().statusCode(200);
        vote(id, 1, CITY, "FOR").then().statusCode(200);
    }

    @Test
    void theGroupMayDecideAsLongAsNobodyTookItOver() {
        String id = overdue(TODAY.minusDays(8), TODAY.minusDays(1));
        for (int number = 1; number <= 3; number++) {
            vote(id, number, COUNTY, "FOR").then().statusCode(200);
        }
        Given.sign(id, COUNTY).then().statusCode(200).body("escalatedTo", nullValue());
        takeOver(id, CITY).then().statusCode(409).body("code", equalTo("stage-forbids"));
    }

    @Test
    void aboveTheCityThereIsNobody() {
        String finance = aDepartmentOf(CITY);
        String id = aSubmitted(finance, CITY, aForm(finance, COMMUNITY));
        late(id, TODAY.minusDays(8), TODAY.minusDays(1));
        sweep.sweep();
        assertThat(told(id)).containsExactly("PRINCIPAL_LEADER");
        officerOf(finance, CITY)
                .get("/v1/task-applications/" + id)
                .then()
                .body("escalatedTo", equalTo("PRINCIPAL_LEADER"));
        office(CITY)
                .get("/v1/task-applications?limit=200&escalatedTo=PRINCIPAL_LEADER")
                .then()
                .body("items.id", hasItem(id));
    }

    @Test
    void ofManyWhoTakeItOverAtOnceOneDoesAndTheSameRequestAgainIsTheSame() throws Exception {
        String id = overdue(TODAY.minusDays(8), TODAY.minusDays(1));
        Callable<Integer> taking = () -> takeOver(id, CITY).statusCode();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(clients.invokeAll(List.of(taking, taking, taking)).stream()
                            .map(Future::resultNow))
                    .containsOnlyOnce(200)
                    .containsOnly(200, 409);
        }
        String other = overdue(TODAY.minusDays(8), TODAY.minusDays(1));
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            office(CITY)
                    .header("Idempotency-Key", key)
                    .post("/v1/task-applications/" + other + "/passing-up")
                    .then()
                    .statusCode(200)
                    .body("round", equalTo(2));
        }
    }

    @Test
    void theDatabaseKeepsWhatIsInTimeWhereItIs() {
        String id = anAccepted(health, COUNTY, aForm(health, COMMUNITY));
        refused(
                "is not overdue",
                "INSERT INTO task_escalation VALUES ('" + id + "', 1, 'PRINCIPAL_LEADER', '" + COUNTY + "', '" + TODAY
                        + "')");
        refused(
                "is not overdue",
                "UPDATE task_application SET round = 2, decided_by = '" + CITY
                        + "', decided_because = 'GROUP_OVERDUE' WHERE id = '" + id + "'");
        refused("leader_after_group", "UPDATE task_application SET leader_by = review_by - 1 WHERE id = '" + id + "'");
        refused("permission denied", "DELETE FROM task_escalation WHERE application_id = '" + id + "'");
    }

    /** Accepted by the county's office, with its days in the past. */
    private String overdue(LocalDate reviewBy, LocalDate leaderBy) {
        String id = anAccepted(health, COUNTY, aForm(health, COMMUNITY));
        late(id, reviewBy, leaderBy);
        return id;
    }

    private static void late(String id, LocalDate reviewBy, LocalDate leaderBy) {
        asOwner("UPDATE task_application SET review_provisional = false, leader_provisional = false,"
                + " submitted_on = submitted_on - 40, review_by = '" + reviewBy
                + "', leader_by = '" + leaderBy + "' WHERE id = '" + id + "'");
    }

    private Response see(String id) {
        return officerOf(health, COUNTY).get("/v1/task-applications/" + id);
    }

    private static Response takeOver(String id, String division) {
        return office(division).post("/v1/task-applications/" + id + "/passing-up");
    }

    private List<String> told(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT data::jsonb ->> 'escalatedTo' FROM event_outbox"
                        + " WHERE type = 'cn.shequ.admission.task-review-overdue.v1' AND subject = :id")
                .bind("id", id)
                .mapTo(String.class)
                .list());
    }

    private static void refused(String words, String statement) {
        assertThatThrownBy(() -> {
                    try (Connection connection =
                            TestInfrastructure.addresses().requireDatabases().asApp("admission")) {
                        connection.createStatement().execute(statement);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }
}
