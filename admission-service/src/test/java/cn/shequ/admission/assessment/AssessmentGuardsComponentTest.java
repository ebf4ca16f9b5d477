package cn.shequ.admission.assessment;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.assessment.Assessing.DISTRICT;
import static cn.shequ.admission.assessment.Assessing.PAST;
import static cn.shequ.admission.assessment.Assessing.VOLUNTEERS;
import static cn.shequ.admission.assessment.Assessing.WEAK;
import static cn.shequ.admission.assessment.Assessing.aDraft;
import static cn.shequ.admission.assessment.Assessing.anIssued;
import static cn.shequ.admission.assessment.Assessing.step;
import static cn.shequ.admission.organisation.Guard.refused;

import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the database refuses, whatever a service says to it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-36")
class AssessmentGuardsComponentTest {

    @Inject
    Assessing assessing;

    private String subdistrict = "";

    @BeforeEach
    void aSubdistrictOfTheDistrict() {
        subdistrict = assessing.aSubdistrict();
    }

    private static String drafted(String division, String subject, String stage, int year) {
        return "INSERT INTO assessment (id, division, subject, year, stage, version, drafted_by, drafted_on)"
                + " VALUES ('00000000-0000-4000-8000-000000000036', '" + division + "', '" + subject + "', " + year
                + ", '"
                + stage + "', 1, 'raw', '" + TODAY + "')";
    }

    @Test
    void nobodyIsAssessedButByTheDivisionDirectlyAboveAndBeforehand() {
        int year = TODAY.getYear();
        refused("is not assessed by", drafted(CITY, subdistrict, "DRAFT", year));
        refused("is not assessed by", drafted(subdistrict, assessing.aCommunityOf(subdistrict), "DRAFT", year));
        refused("begins as a draft", drafted(DISTRICT, subdistrict, "ISSUED", year));
        refused("targets_come_beforehand", drafted(DISTRICT, subdistrict, "DRAFT", year - 1));
        refused("do not add up to 100", drafted(DISTRICT, subdistrict, "DRAFT", year));
    }

    @Test
    void theWeightsAddUpAndStayAsIssued() {
        String id = aDraft(subdistrict);
        String one = "DELETE FROM assessment_target WHERE assessment_id = '" + id + "' AND indicator = '" + WEAK + "'";
        refused("do not add up to 100", one);
        String more = "INSERT INTO assessment_target VALUES ('" + id + "', 'x', 'COUNT', 'AT_MOST', 0, 1)";
        refused("do not add up to 100", more);
        step(id, "issuance").then().statusCode(200);
        refused("are issued", one);
        refused("are issued", more);
        refused(
                "does not become DRAFT",
                "UPDATE assessment SET stage = 'DRAFT', issued_on = NULL, issued_by = NULL" + where(id));
    }

    private static String where(String id) {
        return " WHERE id = '" + id + "'";
    }

    private static String said(String id, String madeOn) {
        return "INSERT INTO assessment_comment VALUES ('" + id + "', 'x', 'raw', '" + madeOn + "')";
    }

    private static String corrected(String id, String madeOn) {
        return "INSERT INTO assessment_correction VALUES ('" + id + "', '" + VOLUNTEERS + "', 50, 'x', 'raw', '"
                + madeOn + "')";
    }

    @Test
    void nothingIsSaidOrCorrectedBeforeTheYearIsOverOrAfterTheClose() {
        String early = anIssued(subdistrict);
        refused("before its year is over", said(early, TODAY.toString()));
        refused("before its year is over", corrected(early, TODAY.toString()));
        String closed = assessing.aPast(assessing.aSubdistrict(), "9.00", "0");
        step(closed, "closing").then().statusCode(200);
        refused("before its year is over", said(closed, TODAY.toString()));
        refused("before its year is over", corrected(closed, TODAY.toString()));
        refused("is CLOSED and does not become", "UPDATE assessment SET score = 100, weight_met = 100" + where(closed));
    }

    private static String closed(String id, String closedOn, String commentBy, int met, int counted) {
        return "UPDATE assessment SET stage = 'CLOSED', closed_by = 'raw', closed_on = '" + closedOn
                + "', comment_by = '"
                + commentBy + "', comment_rule = 'x@1', missing_rule = 'x@1', weight_met = " + met
                + ", weight_counted = "
                + counted + ", score = round(100.0 * " + met + " / " + counted + ", 2)" + where(id);
    }

    private static String result(String id, String indicator, String recorded, String value, String finding) {
        return "; INSERT INTO assessment_result VALUES ('" + id + "', '" + indicator + "', " + recorded + ", 9, 100, '"
                + PAST + "-12-31', 'workforce', " + value + ", '" + finding + "')";
    }

    @Test
    void aCloseRestsOnResultsAndTheseOnFigures() {
        String id = assessing.aPast(subdistrict, "9.00", "0");
        String today = TODAY.toString();
        String term = (PAST + 1) + "-01-15";
        String fair = result(id, VOLUNTEERS, "9.00", "9.00", "NOT_MET") + result(id, WEAK, "0", "0", "MET");
        refused("closed_after_the_year", closed(id, PAST + "-12-31", PAST + "-01-01", 40, 100) + fair);
        refused("may still comment", closed(id, today, today, 40, 100) + fair);
        refused("not closed by its results", closed(id, today, term, 40, 100));
        refused("not closed by its results", closed(id, today, term, 100, 100) + fair);
        refused("not closed by its results", closed(id, today, term, 40, 40) + fair);
        refused("score_is_what_was_met", closed(id, today, term, 40, 100).replace("round(100.0", "round(200.0") + fair);
        refused("does not rest", closed(id, today, term, 100, 100) + result(id, VOLUNTEERS, "9.00", "9.00", "MET"));
        refused(
                "where 9.00 is measured",
                closed(id, today, term, 100, 100) + result(id, VOLUNTEERS, "99", "99", "MET"));
        refused("does not rest", closed(id, today, term, 100, 100) + result(id, VOLUNTEERS, "9.00", "12", "MET"));
        refused("is not closed", fair.substring(2));
        refused("does not become CLOSED", closed(aDraft(assessing.aSubdistrict()), today, term, 40, 100));
    }

    @Test
    void aFigureIsReplacedByALaterOneOnly() {
        refused(
                "not replaced by an older one",
                "UPDATE indicator_figure SET value = 99 WHERE division = '" + DISTRICT + "' AND indicator = '"
                        + VOLUNTEERS + "'");
    }
}
