package cn.shequ.admission.exit;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.check;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.exit.Exits.together;
import static cn.shequ.admission.exit.WholeExits.COUNTY;
import static cn.shequ.admission.exit.WholeExits.FIRST;
import static cn.shequ.admission.exit.WholeExits.NORTH;
import static cn.shequ.admission.exit.WholeExits.SECOND;
import static cn.shequ.admission.exit.WholeExits.SOUTH;
import static cn.shequ.admission.exit.WholeExits.THIRD;
import static cn.shequ.admission.exit.WholeExits.aDepartment;
import static cn.shequ.admission.exit.WholeExits.aProposal;
import static cn.shequ.admission.exit.WholeExits.aReady;
import static cn.shequ.admission.exit.WholeExits.anApplication;
import static cn.shequ.admission.exit.WholeExits.anApplicationThatIsNotPaidForInTheThird;
import static cn.shequ.admission.exit.WholeExits.assess;
import static cn.shequ.admission.exit.WholeExits.community;
import static cn.shequ.admission.exit.WholeExits.placement;
import static cn.shequ.admission.exit.WholeExits.propose;
import static cn.shequ.admission.exit.WholeExits.state;
import static cn.shequ.admission.exit.WholeExits.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A whole application leaves, from all communities at once or from one office's. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class WholeExitComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    ExitSweep sweep;

    @Inject
    Jdbi jdbi;

    private String health = "";

    @BeforeEach
    void aCounty() {
        WholeExits.aCounty(territory);
        health = aDepartment();
    }

    @Test
    void whatTheGroupApprovesLeavesEveryCommunityUnderOneNumber() {
        String application = anApplicationThatIsNotPaidForInTheThird(health);
        String id = aProposal(health, application);
        officerOf(health, COUNTY)
                .get("/v1/exit-proposals/" + id)
                .then()
                .body("side", equalTo("DEPARTMENT"))
                .body("territory", equalTo(COUNTY))
                .body("communities", equalTo(3))
                .body("asked", equalTo(2))
                .body("covers.community", contains(FIRST, SECOND, THIRD))
                .body("covers.entered", contains(true, true, false));
        assess(THIRD, id, 9).then().statusCode(422).body("code", equalTo("placement-not-in-community"));
        assess(FIRST, id, 9)
                .then()
                .statusCode(200)
                .body("stage", equalTo("ASSESSED"))
                .body("communitiesRule", equalTo("exit.rejecting-communities@1"));
        assess(FIRST, id, 9).then().statusCode(409).body("code", equalTo("exit-is-assessed"));
        state(FIRST, id).then().statusCode(200);
        state(SECOND, id).then().statusCode(200);
        vote(1, id).then().statusCode(422).body("code", equalTo("position-awaited"));
        state(THIRD, id).then().statusCode(200).body("agreeing", equalTo(3));
        vote(1, id).then().statusCode(200);
        vote(2, id).then().statusCode(200);
        String filing = vote(3, id)
                .then()
                .statusCode(200)
                .body("stage", equalTo("APPROVED"))
                .body("covers.open", contains(false, false, false))
                .extract()
                .path("filing");
        assertThat(filing).startsWith(TODAY.getYear() + "-");
        for (String each : List.of(FIRST, SECOND, THIRD)) {
            check(health, each, "PUBLIC_HEALTH").then().body("reasons.code", contains("EXITED"));
        }
        assertThat(told(id)).containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
    }

    @Test
    void whereTheResidentsKeepTheTaskItStays() {
        String application = anApplication(health);
        String id = aReady(health, application);
        assess(THIRD, id, 4)
                .then()
                .statusCode(200)
                .body("stage", equalTo("ASSESSED"))
                .body("kept", equalTo(1));
        for (int number = 1; number <= 3; number++) {
            vote(number, id).then().statusCode(200);
        }
        check(health, THIRD, "PUBLIC_HEALTH").then().body("permitted", equalTo(true));
        assertThat(told(id)).containsExactlyInAnyOrder(FIRST, SECOND);
        propose(officerOf(health, COUNTY), application)
                .then()
                .statusCode(201)
                .body("covers.community", contains(THIRD));
    }

    @Test
    void whatMostCommunitiesKeepIsNotRejected() {
        String id = aProposal(health, anApplication(health));
        assess(FIRST, id, 4).then().statusCode(200).body("stage", equalTo("PROPOSED"));
        state(FIRST, id).then().statusCode(409).body("code", equalTo("exit-is-assessed"));
        assess(SECOND, id, 4).then().statusCode(200).body("stage", equalTo("NOT_REJECTED"));
        assess(THIRD, id, 9).then().statusCode(409).body("code", equalTo("exit-stage-forbids"));
        vote(1, id).then().statusCode(409).body("articles", contains(5));
    }

    @Test
    void anOfficeProposesItForItsOwnCommunitiesAndBothSidesAreHeard() {
        String application = anApplication(health);
        String id = propose(as(Roles.SUBDISTRICT_OFFICER, NORTH), application)
                .then()
                .statusCode(201)
                .body("side", equalTo("OFFICE"))
                .body("territory", equalTo(NORTH))
                .body("division", equalTo(COUNTY))
                .body("covers.community", contains(FIRST, SECOND))
                .extract()
                .path("id");
        assess(FIRST, id, 9).then().body("stage", equalTo("ASSESSED"));
        state(FIRST, id).then().statusCode(200);
        state(SECOND, id).then().statusCode(200);
        state(THIRD, id).then().statusCode(404);
        vote(1, id).then().statusCode(422).body("code", equalTo("position-awaited"));
        Exits.state(officerOf(health, COUNTY), id, "DISAGREES")
                .then()
                .statusCode(200)
                .body("position", equalTo("DISAGREES"));
        Exits.state(as(Roles.SUBDISTRICT_OFFICER, NORTH), id, "AGREES")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                        "INSERT INTO exit_proposal_placement (exit_id, placement_id, application_id, entered)"
                                + " VALUES (?, ?, ?, true)",
                        UUID.fromString(id),
                        UUID.fromString(placement(health, application, THIRD)),
                        UUID.fromString(application))))
                .hasMessageContaining("settled when it is proposed");
        vote(1, id).then().statusCode(200);
        Exits.withdraw(community(FIRST), id).then().statusCode(403).body("code", equalTo("exit-of-other-side"));
        Exits.withdraw(as(Roles.SUBDISTRICT_OFFICER, SOUTH), id).then().statusCode(404);
        Exits.withdraw(as(Roles.SUBDISTRICT_OFFICER, NORTH), id).then().statusCode(200);
    }

    @Test
    void aCommunityProposesItsOwnTaskOnlyAndOthersNothing() {
        String application = anApplication(health);
        propose(community(FIRST), application).then().statusCode(403).body("code", equalTo("outside-jurisdiction"));
        propose(officerOf(aDepartment(), COUNTY), application)
                .then()
                .statusCode(403)
                .body("code", equalTo("other-department"));
        propose(office(CITY), application).then().statusCode(403).body("code", equalTo("outside-jurisdiction"));
        propose(office(NEIGHBOUR), application).then().statusCode(404);
        propose(officerOf(health, COUNTY), UUID.randomUUID().toString()).then().statusCode(404);
        Map<String, Object> both = Map.of("application", application, "placement", UUID.randomUUID(), "effect", "x");
        officerOf(health, COUNTY)
                .body(both)
                .post("/v1/exit-proposals")
                .then()
                .statusCode(422)
                .body("code", equalTo("form-contradictory"))
                .body("errors.field", contains("application"));
    }

    @Test
    void whatIsProposedAlreadyGoesItsOwnWay() {
        String application = anApplication(health);
        String own = Exits.propose(community(FIRST), placement(health, application, FIRST))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String id = aProposal(health, application);
        officerOf(health, COUNTY)
                .get("/v1/exit-proposals/" + id + "/placements?limit=1")
                .then()
                .statusCode(200)
                .body("items.community", contains(SECOND));
        propose(officerOf(health, COUNTY), application)
                .then()
                .statusCode(409)
                .body("code", equalTo("exit-is-proposed"));
        Exits.propose(community(SECOND), placement(health, application, SECOND))
                .then()
                .statusCode(409)
                .body("figures.exit", equalTo(id));
        office(COUNTY)
                .get("/v1/exit-proposals?application=" + application)
                .then()
                .body("items.id", contains(own, id));
        community(THIRD).get("/v1/exit-proposals?limit=200").then().body("items.id", hasItem(id));
        community(FIRST).get("/v1/exit-proposals/" + id).then().statusCode(404);
    }

    @Test
    void whereTheTaskIsInNoCommunityNothingLeaves() {
        String application = anApplicationThatIsNotPaidForInTheThird(health);
        propose(as(Roles.SUBDISTRICT_OFFICER, SOUTH), application)
                .then()
                .statusCode(422)
                .body("code", equalTo("exit-covers-nothing"))
                .body("articles", contains(5));
    }

    @Test
    void theLastDayOvertakesTheWholeExit() {
        String application = anApplication(health);
        String id = aReady(health, application);
        for (String each : List.of(FIRST, SECOND, THIRD)) {
            asOwner("UPDATE placement SET valid_from = '" + TODAY.minusDays(9) + "', valid_to = '" + TODAY.minusDays(1)
                    + "' WHERE id = '" + placement(health, application, each) + "'");
        }
        vote(1, id).then().statusCode(422).body("code", equalTo("placement-not-in-community"));
        sweep.sweep();
        office(COUNTY)
                .get("/v1/exit-proposals/" + id)
                .then()
                .body("stage", equalTo("OVERTAKEN"))
                .body("filing", nullValue());
    }

    @Test
    void ofManyProposalsAtOnceOneCoversTheApplication() throws Exception {
        String application = anApplication(health);
        Callable<Integer> whole =
                () -> propose(officerOf(health, COUNTY), application).statusCode();
        assertThat(together(List.of(whole, whole, whole, whole)))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }

    @Test
    void theSameRequestAgainIsTheSameExit() {
        String application = anApplication(health);
        UUID key = UUID.randomUUID();
        String first = propose(officerOf(health, COUNTY).header("Idempotency-Key", key), application)
                .path("id");
        propose(officerOf(health, COUNTY).header("Idempotency-Key", key), application)
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    /** The communities that an event says the task left by this exit. */
    private List<String> told(String exit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT data::jsonb ->> 'community' FROM event_outbox"
                        + " WHERE type LIKE '%placement-exited%' AND data LIKE :exit")
                .bind("exit", "%" + exit + "%")
                .mapTo(String.class)
                .list());
    }
}
