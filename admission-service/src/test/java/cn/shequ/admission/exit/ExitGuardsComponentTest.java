package cn.shequ.admission.exit;

import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.exit.Exits.aProposal;
import static cn.shequ.admission.exit.Exits.aReady;
import static cn.shequ.admission.exit.Exits.aTask;
import static cn.shequ.admission.exit.Exits.assess;
import static cn.shequ.admission.exit.Exits.community;
import static cn.shequ.admission.exit.Exits.vote;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.admission.Given;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the database refuses, whatever a service says to it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class ExitGuardsComponentTest {

    private static final String APPROVED =
            "UPDATE exit_proposal SET stage = 'APPROVED', decided_on = '" + TODAY + "', filing = 'raw' WHERE id = '%s'";
    private static final String DECLINED =
            "UPDATE exit_proposal SET stage = 'DECLINED', decided_on = '" + TODAY + "' WHERE id = '%s'";
    private static final String OUT =
            "UPDATE placement SET stage = 'EXITED', exit_id = '%s', exited_on = '" + TODAY + "' WHERE id = '%s'";

    /** Another proposal like one that there is, for so many communities. */
    private static final String COPIED =
            "INSERT INTO exit_proposal (id, application_id, territory, communities, division,"
                    + " decided_because, stage, side, proposed_by, proposed_on, effect, position_by, position_rule, communities_share,"
                    + " communities_rule) SELECT '00000000-0000-4000-8000-000000000077', application_id, territory, %s,"
                    + " division, decided_because, 'PROPOSED', side, proposed_by, proposed_on, effect, position_by, position_rule,"
                    + " communities_share, communities_rule FROM exit_proposal WHERE id = '%s'; ";

    private static final String COVERED = "INSERT INTO exit_proposal_placement (exit_id, placement_id, application_id,"
            + " entered) SELECT '00000000-0000-4000-8000-000000000077', id, application_id, true FROM placement"
            + " WHERE id = '%s'";

    @Inject
    TerritoryRecord territory;

    private String health = "";
    private String task = "";

    @BeforeEach
    void aTaskInACommunity() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
        task = aTask(health);
    }

    @Test
    void nothingIsDecidedWithoutGeneralRejection() {
        String id = aProposal(task);
        refused("do not generally reject", "UPDATE exit_proposal SET stage = 'ASSESSED' WHERE id = '" + id + "'");
        refused("may still reject", "UPDATE exit_proposal SET stage = 'NOT_REJECTED' WHERE id = '" + id + "'");
        refused(
                "kept_is_not_covered",
                "UPDATE exit_proposal_placement SET held_on = '" + TODAY + "', ballots = 10, rejecting = 4,"
                        + " rejection_share = 50, rejection_rule = 'x@1' WHERE exit_id = '" + id + "'");
    }

    @Test
    void nothingIsDecidedBeforeTheOtherSideIsHeard() {
        String id = aProposal(task);
        assess(community(), id, 10, 9).then().statusCode(200);
        refused("not everybody was heard", DECLINED.formatted(id));
    }

    @Test
    void nothingIsDecidedWithoutAVote() {
        String id = aReady(health, task);
        refused("the group has not decided so", DECLINED.formatted(id));
        refused("the group has not decided so", APPROVED.formatted(id) + "; " + OUT.formatted(id, task));
    }

    @Test
    void anApprovedExitAndTheTaskThatLeavesComeTogether() {
        String id = aReady(health, task);
        String voted =
                "INSERT INTO exit_decision SELECT '" + id + "', 1, 'FOR', 5, 3, 0, 0, 'q@1', 'm@1', '" + TODAY + "'; ";
        refused("at the same time", voted + APPROVED.formatted(id));
        refused("at the same time", OUT.formatted(id, task));
        String other = aTask(aDepartmentOf(DISTRICT));
        refused("violates foreign key", OUT.formatted(id, other));
    }

    @Test
    void whatWasSaidIsNotRewritten() {
        String id = aReady(health, task);
        refused("stays", "UPDATE exit_proposal_placement SET ballots = 1000 WHERE exit_id = '" + id + "'");
        refused("stays", "UPDATE exit_proposal SET position = 'DISAGREES' WHERE id = '" + id + "'");
    }

    @Test
    void whatEndedStaysAsItIs() {
        String id = aReady(health, task);
        for (int number = 1; number <= 3; number++) {
            vote(number, id, "FOR").then().statusCode(200);
        }
        refused("stays", "UPDATE exit_proposal SET stage = 'ASSESSED' WHERE id = '" + id + "'");
        refused(
                "is out of its community",
                "UPDATE placement SET stage = 'ACTIVE', exit_id = NULL, exited_on = NULL WHERE id = '" + task + "'");
        refused("permission denied", "UPDATE exit_proposal SET effect = 'x' WHERE id = '" + id + "'");
        refused("permission denied", "DELETE FROM exit_proposal WHERE id = '" + id + "'");
        refused("permission denied", "DELETE FROM exit_vote WHERE exit_id = '" + id + "'");
    }

    @Test
    void aTaskHasOneOpenExitAndAPersonOneCapacity() {
        String id = aProposal(task);
        refused("duplicate key", COPIED.formatted("1", id) + COVERED.formatted(task));
        refused(
                "duplicate key",
                "INSERT INTO exit_participant SELECT exit_id, person, 'MEMBER' FROM exit_participant WHERE exit_id = '"
                        + id + "'");
    }

    @Test
    void aProposalCoversWhatItSaysInItsTerritoryAndNothingLater() {
        String id = aProposal(task);
        asOwner("UPDATE exit_proposal SET stage = 'WITHDRAWN', reason = 'x' WHERE id = '" + id + "'");
        refused("may propose", COPIED.formatted("1", id));
        refused("community_of_its_own", COPIED.formatted("2", id) + COVERED.formatted(task));
        refused("violates foreign key", COPIED.formatted("1", id) + COVERED.formatted(aTask(aDepartmentOf(DISTRICT))));
        String open = aProposal(task);
        refused("until it ends", "UPDATE exit_proposal_placement SET open = false WHERE exit_id = '" + open + "'");
    }

    private static void refused(String words, String statement) {
        assertThatThrownBy(() -> run(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection =
                TestInfrastructure.addresses().requireDatabases().asApp("admission")) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(statement);
            connection.commit();
        }
    }
}
