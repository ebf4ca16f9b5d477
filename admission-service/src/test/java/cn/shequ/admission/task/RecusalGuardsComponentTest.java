package cn.shequ.admission.task;

import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.anAccepted;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.vote;
import static cn.shequ.admission.task.Recusing.recuses;
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
import org.junit.jupiter.api.Test;

/** What the database refuses of recusals, whatever a service says to it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
class RecusalGuardsComponentTest {

    @Inject
    TerritoryRecord territory;

    private String id = "";

    @BeforeEach
    void anApplication() {
        Given.theCity(territory);
        String health = aDepartmentOf(DISTRICT);
        id = anAccepted(health, DISTRICT, aForm(health, COMMUNITY));
    }

    @Test
    void whoIsRecusedDoesNotVote() {
        recuses(1, DISTRICT, id).then().statusCode(200);
        refused(
                "neither votes nor signs",
                "INSERT INTO task_vote VALUES ('" + id + "', 1, '" + member(1, DISTRICT) + "', 'FOR', now())");
    }

    @Test
    void whoVotedIsNotRecused() {
        vote(id, 1, DISTRICT, "FOR").then().statusCode(200);
        refused(
                "who voted in this round",
                "UPDATE task_participant SET capacity = 'RECUSED' WHERE application_id = '" + id + "' AND person = '"
                        + member(1, DISTRICT) + "'");
    }

    @Test
    void whoVotedIsNotRecusedByANewEntryEither() {
        refused(
                "who voted in this round",
                "INSERT INTO task_vote VALUES ('" + id + "', 1, '" + member(2, DISTRICT) + "', 'FOR', now());"
                        + " INSERT INTO task_participant VALUES ('" + id + "', '" + member(2, DISTRICT)
                        + "', 'RECUSED')");
    }

    @Test
    void whoIsRecusedDoesNotSign() {
        recuses(1, DISTRICT, id).then().statusCode(200);
        refused(
                "neither votes nor signs",
                "INSERT INTO task_step (application_id, command, stage, person, taken_at) VALUES ('" + id
                        + "', 'SIGN', 'SIGNED', '" + member(1, DISTRICT) + "', now())");
    }

    @Test
    void noOtherCapacityChanges() {
        refused(
                "does not change",
                "UPDATE task_participant SET capacity = 'RECUSED' WHERE application_id = '" + id
                        + "' AND capacity = 'APPLICANT'");
        recuses(1, DISTRICT, id).then().statusCode(200);
        refused(
                "does not change",
                "UPDATE task_participant SET capacity = 'MEMBER' WHERE application_id = '" + id
                        + "' AND capacity = 'RECUSED'");
    }

    @Test
    void whoDecidesIsTheSameLevelUnlessItSaysWhyNot() {
        refused(
                "same_level_or_above",
                "UPDATE task_application SET decided_by = '220100000000' WHERE id = '" + id + "'");
        refused(
                "same_level_or_above",
                "UPDATE task_application SET decided_because = 'GROUP_CANNOT_DECIDE' WHERE id = '" + id + "'");
        refused(
                "nobody but the own level or one above",
                "UPDATE task_application SET decided_by = '220103000000', decided_because = 'GROUP_CANNOT_DECIDE'"
                        + " WHERE id = '" + id + "'");
        refused("task_application_check", "UPDATE task_application SET decided_by = NULL WHERE id = '" + id + "'");
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
