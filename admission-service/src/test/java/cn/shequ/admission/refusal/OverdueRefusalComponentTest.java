package cn.shequ.admission.refusal;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.refusal.Refusing.COMMUNITY;
import static cn.shequ.admission.refusal.Refusing.COUNTY;
import static cn.shequ.admission.refusal.Refusing.TOWN;
import static cn.shequ.admission.refusal.Refusing.byLeader;
import static cn.shequ.admission.refusal.Refusing.byOffice;
import static cn.shequ.admission.refusal.Refusing.dueOn;
import static cn.shequ.admission.refusal.Refusing.refused;
import static cn.shequ.admission.refusal.Refusing.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.AtOnce;
import cn.shequ.admission.dueday.DueDaySweep;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.kit.time.BusinessCalendar;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the office does not coordinate in time is decided by the principal leader. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-4")
class OverdueRefusalComponentTest {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @Inject
    TerritoryRecord territory;

    @Inject
    BusinessCalendar calendar;

    @Inject
    RefusalSweep sweep;

    @Inject
    DueDaySweep counting;

    @Inject
    Jdbi jdbi;

    private String education = "";

    @BeforeEach
    void aCountyWithADepartment() {
        Refusing.inACounty(territory);
        education = aDepartmentOf(COUNTY);
    }

    @Test
    void theTermEndsOnABusinessDay() {
        see(refused(COMMUNITY, Map.of("creditCode", education)))
                .then()
                .body(
                        "coordinateBy",
                        equalTo(calendar.onOrAfter(TODAY.plusDays(10)).toString()))
                .body("escalatedOn", nullValue());
    }

    @Test
    void onTheLastDayItIsTheOffices() {
        String id = dueOn(TODAY, education);
        sweep.sweep();
        assertThat(told(id)).isEmpty();
        overdue().then().body("items.id", not(hasItem(id)));
        byLeader(COUNTY, id)
                .then()
                .statusCode(403)
                .body("code", equalTo("refusal-lies-with-office"))
                .body("articles", nullValue())
                .body("figures.required", equalTo(COUNTY))
                .body("rule", equalTo("refusal.coordination-within@1"))
                .body("figures.until", equalTo(TODAY.toString()))
                .body("figures.today", equalTo(TODAY.toString()))
                .body("detail", containsString("today is " + TODAY));
        byOffice(COUNTY, id)
                .then()
                .statusCode(200)
                .body("closedAs", equalTo("OFFICE"))
                .body("escalatedOn", nullValue());
    }

    /** In a year of which the product has no holidays. */
    @Test
    void asLongAsItsDayIsProvisionalTheOfficeEndsIt() {
        String id = refused(COMMUNITY, Map.of("creditCode", education));
        asOwner("UPDATE demand_refusal SET refused_on = '2023-12-01', coordinate_by = '2023-12-29', provisional = true"
                + " WHERE id = '" + id + "'");
        sweep.sweep();
        assertThat(told(id)).isEmpty();
        byLeader(COUNTY, id).then().statusCode(422).body("code", equalTo("due-day-provisional"));
        byOffice(COUNTY, id)
                .then()
                .statusCode(200)
                .body("closedAs", equalTo("OFFICE"))
                .body("provisional", equalTo(true));
    }

    @Test
    void onceItsDayIsSureItIsBeforeTheLeaderFromTheDayAfter() {
        String id = refused(COMMUNITY, Map.of("creditCode", education));
        asOwner("UPDATE demand_refusal SET refused_on = '2026-02-05', coordinate_by = '2026-02-16', provisional = true"
                + " WHERE id = '" + id + "'");
        sweep.sweep();
        assertThat(told(id)).isEmpty();
        counting.sweep();
        sweep.sweep();
        see(id).then()
                .body("coordinateBy", equalTo("2026-02-24"))
                .body("provisional", equalTo(false))
                .body("escalatedOn", equalTo("2026-02-25"));
        assertThat(told(id)).hasSize(1);
    }

    @Test
    void fromTheDayAfterItIsTheLeadersAndThatIsSaidOnce() {
        String id = dueOn(YESTERDAY, education);
        overdue().then().statusCode(200).body("items.id", hasItem(id));
        byOffice(COUNTY, id)
                .then()
                .statusCode(403)
                .body("code", equalTo("refusal-lies-with-leader"))
                .body("articles", nullValue())
                .body("figures.group", notNullValue())
                .body("rule", equalTo("refusal.coordination-within@1"))
                .body("figures.until", equalTo(YESTERDAY.toString()))
                .body("figures.today", equalTo(TODAY.toString()))
                .body("detail", containsString("until " + YESTERDAY))
                .body("detail", containsString("today is " + TODAY));
        byOffice(CITY, id).then().statusCode(403).body("code", equalTo("refusal-lies-with-leader"));
        sweep.sweep();
        sweep.sweep();
        assertThat(told(id)).containsExactly(TODAY.toString());
        see(id).then().body("escalatedOn", equalTo(TODAY.toString())).body("outcome", nullValue());
        byLeader(COUNTY, id)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("DEMAND_WITHDRAWN"))
                .body("closedBy", equalTo(leader(COUNTY).toString()))
                .body("closedAs", equalTo("PRINCIPAL_LEADER"))
                .body("closedOn", equalTo(TODAY.toString()));
        byLeader(COUNTY, id).then().statusCode(409).body("code", equalTo("refusal-closed"));
        overdue().then().body("items.id", not(hasItem(id)));
    }

    @Test
    void theLeaderDecidesWhetherOrNotItWasSaidAndThenItIsSaid() {
        String id = dueOn(YESTERDAY, education);
        byLeader(COUNTY, id).then().statusCode(200).body("escalatedOn", equalTo(TODAY.toString()));
        sweep.sweep();
        assertThat(told(id)).containsExactly(TODAY.toString());
    }

    @Test
    void theLeaderNamesTheLawAsTheOfficeDoes() {
        String id = dueOn(YESTERDAY, education);
        leading(leader(COUNTY), id, Map.of("outcome", "OVERRULED"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("legalBasis"));
        Map<String, Object> law = Map.of("kind", "LAW", "citation", "《城市居民委员会组织法》第三条");
        leading(leader(COUNTY), id, Map.of("outcome", "OVERRULED", "legalBasis", law))
                .then()
                .statusCode(200)
                .body("basisKind", equalTo("LAW"));
    }

    @Test
    void nobodyElseLeads() {
        String id = dueOn(YESTERDAY, education);
        byLeader(CITY, id).then().statusCode(403).body("code", equalTo("refusal-lies-with-leader"));
        byLeader(NEIGHBOUR, id).then().statusCode(404);
        leading(UUID.randomUUID(), id, withdrawn())
                .then()
                .statusCode(403)
                .body("code", equalTo("refusal-lies-with-leader"));
        // The leader of the group, but with a token for another role.
        as(leader(COUNTY), Roles.LEADING_GROUP_OFFICE, COUNTY, null)
                .body(withdrawn())
                .post("/v1/refusals/" + id + "/outcome")
                .then()
                .statusCode(403)
                .body("code", equalTo("refusal-lies-with-leader"));
        as(Roles.LEADING_GROUP_MEMBER, COUNTY)
                .body(withdrawn())
                .post("/v1/refusals/" + id + "/outcome")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
    }

    @Test
    void aDeputyInTermDecidesInTheLeadersPlace() {
        UUID deputy = UUID.randomUUID();
        UUID former = UUID.randomUUID();
        deputy(deputy, TODAY);
        deputy(former, YESTERDAY);
        String id = dueOn(YESTERDAY, education);
        leading(former, id, withdrawn()).then().statusCode(403);
        leading(deputy, id, withdrawn()).then().statusCode(200).body("closedAs", equalTo("DEPUTY"));
    }

    @Test
    void whereNoGroupLeadsItStaysWithTheOffice() {
        String id = dueOn(YESTERDAY, education);
        asOwner("UPDATE demand_refusal SET coordinating_division = '" + TOWN + "' WHERE id = '" + id + "'");
        sweep.sweep();
        assertThat(told(id)).isEmpty();
        byLeader(COUNTY, id).then().statusCode(403).body("code", equalTo("refusal-lies-with-office"));
        byOffice(TOWN, id).then().statusCode(200).body("closedAs", equalTo("OFFICE"));
    }

    @Test
    void ofManyAtOnceOneDecidesAndTheSameRequestAgainIsTheSame() throws Exception {
        String id = dueOn(YESTERDAY, education);
        Callable<Integer> deciding = () -> byLeader(COUNTY, id).statusCode();
        Callable<Integer> sweeping = () -> {
            sweep.sweep();
            return 0;
        };
        assertThat(AtOnce.call(deciding, sweeping, deciding, deciding))
                .containsOnlyOnce(200)
                .containsOnly(200, 409, 0);
        assertThat(told(id)).hasSize(1);
        String other = dueOn(YESTERDAY, education);
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            as(leader(COUNTY), Roles.PRINCIPAL_LEADER, COUNTY, null)
                    .header("Idempotency-Key", key)
                    .body(withdrawn())
                    .post("/v1/refusals/" + other + "/outcome")
                    .then()
                    .statusCode(200)
                    .body("closedAs", equalTo("PRINCIPAL_LEADER"));
        }
    }

    private static void deputy(UUID person, LocalDate last) {
        asOwner("INSERT INTO leading_group_deputy (group_id, person, term_from, term_to) SELECT id, '" + person
                + "', '2026-01-01', '" + last + "' FROM leading_group WHERE division = '" + COUNTY + "'");
    }

    private static Response leading(UUID person, String id, Map<String, Object> outcome) {
        return as(person, Roles.PRINCIPAL_LEADER, COUNTY, null).body(outcome).post("/v1/refusals/" + id + "/outcome");
    }

    private static Response see(String id) {
        return office(COUNTY).get("/v1/refusals/" + id);
    }

    private static Response overdue() {
        return as(leader(COUNTY), Roles.PRINCIPAL_LEADER, COUNTY, null)
                .get("/v1/refusals?limit=200&overdue=true&coordinatedBy=" + COUNTY);
    }

    private List<String> told(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT data::jsonb ->> 'escalatedOn' FROM event_outbox"
                        + " WHERE type = 'cn.shequ.admission.refusal-overdue.v1' AND subject = :id")
                .bind("id", id)
                .mapTo(String.class)
                .list());
    }
}
