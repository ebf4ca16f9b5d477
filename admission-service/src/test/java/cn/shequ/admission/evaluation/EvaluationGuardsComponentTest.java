package cn.shequ.admission.evaluation;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.evaluation.Evaluating.LAST_YEAR;
import static cn.shequ.admission.evaluation.Evaluating.NEXT_YEAR;
import static cn.shequ.admission.evaluation.Evaluating.aBody;
import static cn.shequ.admission.evaluation.Evaluating.aDepartment;
import static cn.shequ.admission.evaluation.Evaluating.aPlace;
import static cn.shequ.admission.evaluation.Evaluating.aRequest;
import static cn.shequ.admission.evaluation.Evaluating.aResult;
import static cn.shequ.admission.evaluation.Evaluating.aSuccessor;
import static cn.shequ.admission.evaluation.Evaluating.anItemAfterItsVisit;
import static cn.shequ.admission.evaluation.Evaluating.anItemOfThisYear;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.admission.Given;
import cn.shequ.admission.evaluation.Evaluating.Place;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the database refuses, whatever a service says to it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class EvaluationGuardsComponentTest {

    private static final int YEAR = TODAY.getYear();
    private static final String APPROVED =
            "UPDATE evaluation_request SET stage = 'APPROVED', decided_on = '" + TODAY + "' WHERE id = '%s'";

    @Inject
    TerritoryRecord territory;

    private Place place = new Place("", "", "", "");

    @BeforeEach
    void aSubdistrictWithAGroup() {
        Given.theCity(territory);
        place = aPlace(territory);
    }

    /** The same request once more, with these columns otherwise. */
    private static String again(String request, String columns, String values) {
        return "INSERT INTO evaluation_request (id, year, department, division, decided_by, decided_because,"
                + " criteria, points, document_title, document_number, document_issued_on, stage, submitted_by, request_by_rule, "
                + columns + ")"
                + " SELECT gen_random_uuid(), year, department, division, decided_by, decided_because,"
                + " criteria, points, document_title, document_number, document_issued_on, stage, submitted_by, request_by_rule, "
                + values
                + " FROM evaluation_request WHERE id = '" + request + "'";
    }

    @Test
    void nothingIsAskedForAfterTheGate() {
        String columns = "title, issuer, submitted_on, request_by";
        String id = aRequest(place);
        LocalDate gate = LocalDate.of(NEXT_YEAR, 3, 31);
        refused(
                "requested_in_time",
                again(id, columns, "'x', issuer, date '" + gate.plusDays(1) + "', date '" + gate + "'"));
        refused(
                "request_by_first_quarter",
                again(id, columns, "'x', issuer, submitted_on, date '" + gate.plusDays(1) + "'"));
        refused(
                "request_by_first_quarter",
                again(id, columns, "'x', issuer, submitted_on, date '" + gate.minusYears(1) + "'"));
        refused("duplicate key", again(id, columns, "title, issuer, submitted_on, request_by"));
        refused(
                "not_too_far_ahead",
                again(id, columns, "'x', issuer, date '" + TODAY.minusYears(1) + "', request_by")
                        .replace(
                                ", document_issued_on, stage, submitted_by, request_by_rule, 'x'",
                                ", date '" + TODAY.minusYears(1) + "', stage, submitted_by, request_by_rule, 'x'"));
    }

    @Test
    void noDocumentIsOfTheCitysBureausOrOfNoDepartment() {
        String columns = "submitted_on, request_by, title, issuer, issuing_department";
        String values = "submitted_on, request_by, 'x', 'HIGHER_LEVEL_DEPARTMENT', '%s'";
        String id = aRequest(place);
        for (String issuer : List.of(
                place.department(),
                Given.aDepartmentOf(Given.NEIGHBOUR),
                Given.aDepartmentOf(Given.CITY),
                aBody(Given.CITY, "PROVINCE", "SECTOR_BODY"))) {
            refused("is not that of a department above the city", again(id, columns, values.formatted(issuer)));
        }
    }

    @Test
    void nothingIsApprovedWithoutAVoteAndADecisionStays() {
        String id = aRequest(place);
        String opened = "INSERT INTO unified_evaluation (division, year, opened_on) VALUES ('" + place.division()
                + "', " + NEXT_YEAR + ", '" + TODAY + "') ON CONFLICT DO NOTHING; ";
        refused("foreign key", APPROVED.formatted(id));
        refused("the group has not decided so", opened + APPROVED.formatted(id));
        String item = anItemOfThisYear(place);
        refused(
                "is APPROVED",
                "UPDATE evaluation_request SET stage = 'SUBMITTED', decided_on = NULL WHERE id = '" + item + "'");
        refused("permission denied", "UPDATE evaluation_request SET year = year + 1 WHERE id = '" + id + "'");
        refused("permission denied", "DELETE FROM evaluation_vote WHERE evaluation_id = '" + item + "'");
        refused(
                "duplicate key",
                "INSERT INTO evaluation_participant SELECT evaluation_id, person, 'MEMBER' FROM evaluation_participant"
                        + " WHERE evaluation_id = '" + id + "'");
    }

    private String visit(String community, LocalDate day) {
        return "INSERT INTO evaluation_visit (division, year, community, visit_on, planned_by, planned_on) VALUES ('"
                + place.division() + "', " + YEAR + ", '" + community + "', '" + day + "', 'raw', '" + TODAY + "')";
    }

    @Test
    void aCommunityIsVisitedOnceAndInsideTheSchedule() {
        anItemOfThisYear(place);
        refused("outside the schedule", visit(place.community(), TODAY));
        place.visited(place.community(), TODAY);
        refused("duplicate key", visit(place.community(), TODAY));
        refused("outside the schedule", visit(place.another(), LocalDate.of(NEXT_YEAR, 1, 1)));
        refused(
                "a visit would be outside",
                "UPDATE unified_evaluation SET window_from = NULL, window_to = NULL, scheduled_by = NULL WHERE division = '"
                        + place.division() + "' AND year = " + YEAR);
    }

    private String result(String item, String community, String points, LocalDate day) {
        return "INSERT INTO evaluation_result (id, item, division, year, community, points, recorded_by, recorded_on)"
                + " VALUES (gen_random_uuid(), '" + item + "', '" + place.division() + "', " + YEAR + ", '" + community
                + "', " + points + ", 'raw', '" + day + "')";
    }

    @Test
    void aResultFollowsItsVisitUnderAnApprovedItem() {
        String item = anItemOfThisYear(place);
        place.visited(place.community(), TODAY);
        refused("no result before the visit", result(item, place.community(), "90", TODAY.minusDays(1)));
        refused("above the points", result(item, place.community(), "100.01", TODAY));
        refused("no result before the visit", result(item, place.another(), "90", TODAY));
        refused("of an item not decided by then", result(aRequest(place), place.community(), "90", TODAY));
        String recorded = aResult(place, item, place.community());
        refused("duplicate key", result(item, place.community(), "91", TODAY));
        refused("permission denied", "UPDATE evaluation_result SET points = 100 WHERE id = '" + recorded + "'");
        refused(
                "has its results",
                "UPDATE evaluation_visit SET visit_on = '" + LocalDate.of(YEAR, 1, 1) + "' WHERE community = '"
                        + place.community() + "'");
    }

    @Test
    void whatIsOverStaysOnItsDayAndHasNoItemOfLater() {
        String item = anItemAfterItsVisit(place);
        refused(
                "is over",
                "UPDATE evaluation_visit SET visit_on = '" + LAST_YEAR + "-06-01' WHERE community = '"
                        + place.community() + "'");
        refused(
                "of an item not decided by then",
                result(item, place.community(), "90", TODAY).replace(", " + YEAR + ", ", ", " + LAST_YEAR + ", "));
    }

    private String inspection(String body, String item, LocalDate day) {
        return "INSERT INTO inspection (id, community, demanding_body, demanding_body_name, demanding_body_level, item,"
                + " inspects, inspects_on, finding, recorded_by, recorded_on) VALUES (gen_random_uuid(), '"
                + place.community() + "', '" + body + "', 'x', 'TOWNSHIP_LEVEL', " + item + ", 'x', '" + day
                + "', 'COVERED', 'raw', '" + TODAY + "')";
    }

    @Test
    @Tag("art-16")
    void nobodyUnderAVetoIsCommended() {
        String item = anItemOfThisYear(place);
        place.visited(place.community(), TODAY);
        String result = aResult(place, item, place.community());
        refused(
                "is under a one-vote veto",
                "INSERT INTO veto (id, violation, body, valid_from, valid_to, rule) VALUES (gen_random_uuid(),"
                        + " gen_random_uuid(), '" + place.community() + "', '" + TODAY + "', '" + TODAY + "', 'x@1');"
                        + " INSERT INTO evaluation_commendation VALUES ('" + result + "', 'raw', '" + TODAY + "')");
    }

    @Test
    void onlyWhatTheEvaluationCoversIsCovered() {
        String item = "'" + anItemOfThisYear(place) + "'";
        place.visited(place.community(), TODAY);
        refused("does not cover", inspection(place.department(), "NULL", TODAY));
        refused("does not cover", inspection(place.department(), item, TODAY.plusDays(1)));
        refused("does not cover", inspection(aDepartment(place.division(), "TOWNSHIP_LEVEL"), item, TODAY));
        refused("does not cover", inspection(place.department(), "'" + aRequest(place) + "'", TODAY));
        refused("permission denied", "UPDATE inspection SET finding = 'COVERED'");
        refused("inspection_check", inspection(place.department(), item, TODAY).replace("'COVERED'", "'ITEM_UNKNOWN'"));
        aSuccessor(place);
        refused("does not cover", inspection(place.department(), item, TODAY));
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
