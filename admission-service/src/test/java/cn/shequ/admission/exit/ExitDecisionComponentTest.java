package cn.shequ.admission.exit;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.check;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.exit.Exits.aProposal;
import static cn.shequ.admission.exit.Exits.aReady;
import static cn.shequ.admission.exit.Exits.aTask;
import static cn.shequ.admission.exit.Exits.assess;
import static cn.shequ.admission.exit.Exits.close;
import static cn.shequ.admission.exit.Exits.community;
import static cn.shequ.admission.exit.Exits.propose;
import static cn.shequ.admission.exit.Exits.state;
import static cn.shequ.admission.exit.Exits.together;
import static cn.shequ.admission.exit.Exits.vote;
import static cn.shequ.admission.exit.Exits.withdraw;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.admission.dueday.DueDaySweep;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.kit.time.BusinessCalendar;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

/** How an exit ends. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class ExitDecisionComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    ExitSweep sweep;

    @Inject
    DueDaySweep counting;

    @Inject
    BusinessCalendar calendar;

    @Inject
    Jdbi jdbi;

    private String health = "";
    private String task = "";

    @BeforeEach
    void aTaskInACommunity() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
        task = aTask(health);
    }

    @Test
    void whatResidentsRejectAndTheGroupApprovesIsOutAndFiled() {
        String id = aReady(health, task);
        check(health, COMMUNITY, "PUBLIC_HEALTH")
                .then()
                .body("permitted", equalTo(true))
                .body("placements.placement", hasItem(task));
        vote(1, id, "FOR").then().statusCode(200).body("stage", equalTo("ASSESSED"));
        vote(2, id, "FOR").then().statusCode(200);
        vote(3, id, "FOR")
                .then()
                .statusCode(200)
                .body("stage", equalTo("APPROVED"))
                .body("filing", matchesPattern(TODAY.getYear() + "-\\d{4,}"))
                .body("decidedOn", equalTo(TODAY.toString()))
                .body("decision.votesFor", equalTo(3));
        check(health, COMMUNITY, "PUBLIC_HEALTH")
                .then()
                .body("permitted", equalTo(false))
                .body("reasons.code", contains("EXITED"))
                .body("reasons[0].articles", contains(5))
                .body("placements[0].exitedOn", equalTo(TODAY.toString()));
        given().get("/v1/communities/" + COMMUNITY + "/admitted-tasks?limit=200")
                .then()
                .body("items.placement", not(hasItem(task)));
        assertThat(told(id)).contains(task).contains(TODAY.toString());
    }

    @Test
    void aCommunityMayRefuseWhatIsOut() {
        String id = aReady(health, task);
        for (int number = 1; number <= 3; number++) {
            vote(number, id, "FOR").then().statusCode(200);
        }
        community()
                .body(Map.of(
                        "community", COMMUNITY,
                        "demandingBody", Map.of("creditCode", health),
                        "matter", "PUBLIC_HEALTH",
                        "demanded", "继续登记",
                        "grounds", "NOT_ADMITTED"))
                .post("/v1/refusals")
                .then()
                .statusCode(201)
                .body("finding", equalTo("EXITED"));
        propose(community(), task)
                .then()
                .statusCode(422)
                .body("code", equalTo("placement-not-in-community"))
                .body("articles", contains(5))
                .body("figures.stage", equalTo("EXITED"));
    }

    @Test
    void theGroupDecidesNothingBeforeTheResidentsAndTheOtherSideAreHeard() {
        String id = aProposal(task);
        vote(1, id, "FOR").then().statusCode(409).body("code", equalTo("exit-stage-forbids"));
        assess(community(), id, 10, 9).then().statusCode(200);
        vote(1, id, "FOR")
                .then()
                .statusCode(422)
                .body("code", equalTo("position-awaited"))
                .body("articles", nullValue())
                .body("rule", equalTo("exit.position-within@1"))
                .body("figures.until", notNullValue())
                .body("figures.today", equalTo(TODAY.toString()))
                .body("detail", containsString("today is " + TODAY));
        close(id).then().statusCode(422);
        state(officerOf(health, DISTRICT), id, "DISAGREES")
                .then()
                .statusCode(200)
                .body("position", equalTo("DISAGREES"));
        vote(1, id, "FOR").then().statusCode(200);
    }

    /** In a year of which the product has no holidays, and then in one of which it has them. */
    @Test
    void whoMayStillSpeakByAProvisionalDayIsWaitedForUntilItIsSure() {
        String id = aProposal(task);
        assess(community(), id, 10, 9).then().statusCode(200);
        asOwner("UPDATE exit_proposal SET proposed_on = '2023-12-01', position_by = '2023-12-29', provisional = true"
                + " WHERE id = '" + id + "'");
        vote(1, id, "FOR")
                .then()
                .statusCode(422)
                .body("code", equalTo("due-day-provisional"))
                .body("articles", nullValue())
                .body("rule", equalTo("exit.position-within@1"))
                .body("figures.until", equalTo("2023-12-29"));
        asOwner("UPDATE exit_proposal SET proposed_on = '2026-02-09', position_by = '2026-02-16' WHERE id = '" + id
                + "'");
        counting.sweep();
        vote(1, id, "FOR")
                .then()
                .statusCode(200)
                .body("provisional", equalTo(false))
                .body(
                        "positionBy",
                        equalTo(calendar.plus(LocalDate.of(2026, 2, 9), 10).toString()));
    }

    @Test
    void whoLetsTheTimePassIsNotWaitedFor() {
        String id = aProposal(task);
        assess(community(), id, 10, 9).then().statusCode(200);
        asOwner(
                "UPDATE exit_proposal SET provisional = false, proposed_on = proposed_on - 30, position_by = current_date - 2 WHERE id = '"
                        + id + "'");
        vote(1, id, "FOR").then().statusCode(200).body("position", nullValue());
    }

    @Test
    void anExitThatIsDeclinedLeavesTheTaskWhereItIs() {
        String id = aReady(health, task);
        vote(1, id, "AGAINST").then().statusCode(200);
        vote(2, id, "AGAINST").then().statusCode(200);
        close(id).then().statusCode(422).body("code", equalTo("quorum-not-reached"));
        vote(3, id, "FOR").then().statusCode(200);
        close(id).then().statusCode(200).body("stage", equalTo("DECLINED")).body("filing", nullValue());
        check(health, COMMUNITY, "PUBLIC_HEALTH").then().body("permitted", equalTo(true));
        assertThat(told(id)).isEmpty();
    }

    @Test
    void theGroupOfTheApplicantsOwnLevelDecides() {
        String id = aReady(health, task);
        as(Given.member(1, CITY), Roles.LEADING_GROUP_MEMBER, CITY, null)
                .body(Map.of("ballot", "FOR"))
                .post("/v1/exit-proposals/" + id + "/votes")
                .then()
                .statusCode(403)
                .body("code", equalTo("group-of-another-level"));
        as(Given.person("nobody"), Roles.LEADING_GROUP_MEMBER, DISTRICT, null)
                .body(Map.of("ballot", "FOR"))
                .post("/v1/exit-proposals/" + id + "/votes")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-a-member"));
        vote(1, id, "FOR").then().statusCode(200);
        vote(1, id, "FOR").then().statusCode(409).body("code", equalTo("already-voted"));
    }

    @Test
    void nobodyActsInTwoCapacitiesOnOneExit() {
        UUID person = Given.member(1, DISTRICT);
        String id = propose(as(person, Roles.COMMUNITY_OFFICER, COMMUNITY, null), task)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assess(community(), id, 10, 9).then().statusCode(200);
        state(officerOf(health, DISTRICT), id, "AGREES").then().statusCode(200);
        vote(1, id, "FOR").then().statusCode(409).body("code", equalTo("already-acted"));
        vote(2, id, "FOR").then().statusCode(200).body("tally.eligible", equalTo(Given.MEMBERS - 1));
    }

    @Test
    void whenVotesAndWithdrawalMeetOneOutcomeStands() throws Exception {
        String id = aReady(health, task);
        vote(1, id, "FOR").then().statusCode(200);
        vote(2, id, "FOR").then().statusCode(200);
        List<Integer> answers = together(List.of(
                () -> vote(3, id, "FOR").statusCode(),
                () -> vote(4, id, "FOR").statusCode(),
                () -> withdraw(community(), id).statusCode()));
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        String stage = office(DISTRICT).get("/v1/exit-proposals/" + id).path("stage");
        check(health, COMMUNITY, "PUBLIC_HEALTH").then().body("permitted", equalTo(stage.equals("WITHDRAWN")));
    }

    @Test
    void theLastDayOfATaskEndsAnExitThatWasNotDecided() {
        String id = aReady(health, task);
        vote(1, id, "FOR").then().statusCode(200);
        asOwner("UPDATE placement SET valid_from = '" + TODAY.minusDays(9) + "', valid_to = '" + TODAY.minusDays(1)
                + "' WHERE id = '" + task + "'");
        vote(2, id, "FOR")
                .then()
                .statusCode(422)
                .body("code", equalTo("placement-not-in-community"))
                .body("figures.stage", equalTo("EXPIRED"));
        sweep.sweep();
        office(DISTRICT).get("/v1/exit-proposals/" + id).then().body("stage", equalTo("OVERTAKEN"));
        withdraw(community(), id).then().statusCode(409);
    }

    @Test
    void theOfficeClosesInFavourWhenEnoughVoted() {
        String id = aReady(health, task);
        vote(1, id, "FOR").then().statusCode(200);
        vote(2, id, "FOR").then().statusCode(200);
        // Who closes is a member whose vote is still waited for: that does not make the quorum smaller.
        as(Given.member(5, DISTRICT), Roles.LEADING_GROUP_OFFICE, DISTRICT, null)
                .post("/v1/exit-proposals/" + id + "/decision")
                .then()
                .statusCode(422)
                .body("figures.eligible", equalTo(Given.MEMBERS));
        vote(3, id, "ABSTAIN").then().statusCode(200).body("stage", equalTo("ASSESSED"));
        close(id).then().statusCode(200).body("stage", equalTo("APPROVED"));
    }

    @Test
    void exitsThatAreApprovedAtOnceAreFiledOneAfterAnother() throws Exception {
        String education = aDepartmentOf(DISTRICT);
        List<String> exits = List.of(aReady(health, task), aReady(education, aTask(education)));
        for (String id : exits) {
            vote(1, id, "FOR").then().statusCode(200);
            vote(2, id, "FOR").then().statusCode(200);
        }
        List<Callable<Integer>> votes = exits.stream()
                .<Callable<Integer>>map(id -> () -> vote(3, id, "FOR").statusCode())
                .toList();
        assertThat(together(votes)).containsOnly(200);
        List<Integer> numbers = exits.stream()
                .map(id -> office(DISTRICT).get("/v1/exit-proposals/" + id).<String>path("filing"))
                .map(filing -> Integer.parseInt(filing.substring(5)))
                .sorted()
                .toList();
        assertThat(numbers.getLast()).isEqualTo(numbers.getFirst() + 1);
    }

    private String told(String exit) {
        List<String> data = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT data FROM event_outbox WHERE type LIKE '%placement-exited%' AND data LIKE :exit")
                .bind("exit", "%" + exit + "%")
                .mapTo(String.class)
                .list());
        return String.join("\n", data);
    }
}
