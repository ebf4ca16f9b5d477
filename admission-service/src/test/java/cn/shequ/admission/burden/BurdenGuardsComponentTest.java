package cn.shequ.admission.burden;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.burden.Burdens.SHUANGYANG;
import static cn.shequ.admission.burden.Burdens.YUNSHAN;
import static cn.shequ.admission.burden.Burdens.aCommunity;
import static cn.shequ.admission.burden.Burdens.aDemand;
import static cn.shequ.admission.burden.Burdens.aRequested;
import static cn.shequ.admission.burden.Burdens.anApproved;
import static cn.shequ.admission.burden.Burdens.anEnteredForm;
import static cn.shequ.admission.burden.Burdens.demand;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the database refuses, whatever a service says to it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-6")
@Tag("art-7")
class BurdenGuardsComponentTest {

    @Inject
    TerritoryRecord territory;

    private String community = "";
    private String department = "";

    @BeforeEach
    void aCommunityAndADepartment() {
        Burdens.shuangyang(territory);
        community = aCommunity(territory);
        department = aDepartmentOf(SHUANGYANG);
    }

    /** @param named what it rests on, as columns and values */
    private String admitted(String body, String kind, String matter, String basis, Map<String, String> named) {
        StringBuilder columns = new StringBuilder();
        StringBuilder values = new StringBuilder();
        named.forEach((column, value) -> {
            columns.append(", ").append(column);
            values.append(", '").append(value).append("'");
        });
        return "INSERT INTO demand (id, community, demanding_body, demanding_body_name, demanding_body_level, kind, matter,"
                + " demanded, basis, recorded_by, demanded_on" + columns + ") VALUES (gen_random_uuid(), '" + community
                + "', '" + body + "', 'x', 'COUNTY_LEVEL', '" + kind + "', '" + matter + "', 'x', '" + basis
                + "', 'x', '"
                + TODAY + "'" + values + ")";
    }

    private static void refused(String words, String statement) {
        assertThatThrownBy(() -> Burdens.raw(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }

    @Test
    void nothingIsOnRecordAsAdmittedWithoutItsBasis() {
        refused("has no basis", admitted(department, "TARGET", "PUBLIC_HEALTH", "ADMITTED_TASK", Map.of()));
        refused("has no basis", admitted(department, "TARGET", "PUBLIC_HEALTH", "STATUTORY_DUTY", Map.of()));
        String city = aDepartmentOf(CITY);
        Burdens.anAdmittedTask(city, community);
        String placement = demand(officerOf(city, CITY), aDemand(community, city, "TARGET", "PUBLIC_HEALTH"))
                .then()
                .statusCode(201)
                .extract()
                .path("placement");
        Map<String, String> named = Map.of("placement", placement);
        refused("has no basis", admitted(department, "TARGET", "PUBLIC_HEALTH", "ADMITTED_TASK", named));
        refused("has no basis", admitted(city, "TARGET", "EMPLOYMENT", "ADMITTED_TASK", named));
        refused("paper_only", admitted(city, "LEDGER", "PUBLIC_HEALTH", "ADMITTED_TASK", named));
        refused("belongs to an office", admitted(city, "TARGET", "CITY_MANAGEMENT", "ADMITTED_TASK", named));
    }

    @Test
    void lawIsNoBasisForUnpaidServiceTargetsPlaquesOrBodiesWithoutRegistration() {
        String duty = "CIVIL_MEDIATION";
        refused(
                "unpaid_service_by_exemption_only",
                admitted(department, "UNPAID_SERVICE", duty, "STATUTORY_DUTY", Map.of()));
        for (String kind : new String[] {"TARGET", "PLAQUE"}) {
            refused("law_gives_a_claim", admitted(department, kind, duty, "STATUTORY_DUTY", Map.of()));
        }
        String unregistered = admitted(department, "MEETING", duty, "STATUTORY_DUTY", Map.of())
                .replace("'" + department + "'", "NULL");
        refused("law_gives_a_claim", unregistered);
    }

    @Test
    void aDutyThatCommitteesHadBeforeStaysWithItsOffice() throws SQLException {
        String code = "D" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        Burdens.raw("INSERT INTO office_duty SELECT '" + code + "', owner, function, title_zh, title_en, citation_zh,"
                + " citation_en, valid_from FROM office_duty WHERE code = 'ECONOMIC_MANAGEMENT'");
        Burdens.raw("INSERT INTO statutory_duty SELECT '" + code + "', title_zh, title_en, 'LAW', citation_zh,"
                + " citation_en, DATE '2012-01-01', DATE '2012-12-31' FROM office_duty"
                + " WHERE code = 'ECONOMIC_MANAGEMENT'");
        refused("belongs to an office", admitted(department, "TARGET", code, "ADMITTED_TASK", Map.of()));
    }

    @Test
    void aFormKeepsItsFieldsAndTheDivisionOfItsIssuer() {
        String form = anEnteredForm(department, "YEARLY", "姓名");
        refused(
                "keeps the fields",
                "INSERT INTO form_field (form, number, name, normalised) VALUES ('" + form + "', 9, 'x', 'x')");
        String copied = "INSERT INTO catalogue_form (id, kind, title, issuing_body, division, basis, frequency,"
                + " entered_by, valid_from, valid_to) SELECT gen_random_uuid(), kind, title, issuing_body, %s, basis,"
                + " frequency, entered_by, valid_from, %s FROM catalogue_form WHERE id = '" + form + "'";
        refused("without an end", copied.formatted("'" + NEIGHBOUR + "'", "NULL"));
        refused("without an end", copied.formatted("division", "DATE '2099-12-31'"));
    }

    @Test
    void aFormIsAskedForByItsIssuerOnceInAPeriod() throws SQLException {
        String form = anEnteredForm(department, "YEARLY", "姓名");
        Map<String, String> named =
                Map.of("form", form, "form_period", TODAY.withDayOfYear(1).toString());
        refused("has no basis", admitted(aDepartmentOf(SHUANGYANG), "STATISTICAL_FORM", "X", "CATALOGUE_FORM", named));
        refused("has no basis", admitted(department, "LEDGER", "X", "CATALOGUE_FORM", named));
        Map<String, String> ofAnotherPeriod =
                Map.of("form", form, "form_period", TODAY.withDayOfYear(2).toString());
        refused("has no basis", admitted(department, "STATISTICAL_FORM", "X", "CATALOGUE_FORM", ofAnotherPeriod));
        Burdens.raw(admitted(department, "STATISTICAL_FORM", "X", "CATALOGUE_FORM", named));
        refused("demand_form_once", admitted(department, "STATISTICAL_FORM", "X", "CATALOGUE_FORM", named));
    }

    @Test
    void anExemptionCountsWhenItIsApprovedAndForItsOwnKind() {
        String requested = aRequested(department, YUNSHAN, "MEETING");
        refused("has no basis", admitted(department, "MEETING", "X", "EXEMPTION", Map.of("exemption", requested)));
        Map<String, String> approved = Map.of("exemption", anApproved(department, YUNSHAN, "MEETING"));
        refused("has no basis", admitted(department, "UNPAID_SERVICE", "X", "EXEMPTION", approved));
        refused("is not for X", admitted(department, "MEETING", "X", "EXEMPTION", approved));
        refused(
                "exempted_in_principle_only",
                admitted(department, "TARGET", "X", "EXEMPTION", Map.of("grounds", "NOT_EXEMPTED")));
        refused("has no basis", admitted(aDepartmentOf(SHUANGYANG), "MEETING", "X", "EXEMPTION", approved));
    }

    @Test
    void anExemptionIsNeverByOnePersonAndIsDecidedOnce() {
        String id = aRequested(department, YUNSHAN, "MEETING");
        String decided = "UPDATE demand_exemption SET stage = 'APPROVED', decided_by = %s, decided_on = '" + TODAY
                + "' WHERE id = '" + id + "'";
        refused("never_by_one_person", decided.formatted("requested_by"));
        String copied =
                "INSERT INTO demand_exemption (id, department, deciding_division, division, kind, demanded, reason,"
                        + " valid_from, requested_by, requested_on, stage, matter, valid_to) SELECT gen_random_uuid(), department,"
                        + " deciding_division, division, kind, demanded, reason, valid_from, requested_by, requested_on, stage, %s"
                        + " FROM demand_exemption WHERE id = '" + id + "'";
        refused("exemption_names_its_matter", copied.formatted("NULL, valid_to"));
        refused("exemption_ends", copied.formatted("matter, valid_from + interval '12 months'"));
        String approved = anApproved(department, YUNSHAN, "MEETING");
        refused(
                "is APPROVED",
                "UPDATE demand_exemption SET stage = 'DECLINED', note = 'x' WHERE id = '" + approved + "'");
        refused(
                "own level",
                "INSERT INTO demand_exemption SELECT gen_random_uuid(), department, deciding_division, division, kind,"
                        + " demanded, reason, valid_from, valid_to, requested_by, requested_on, 'APPROVED', 'y',"
                        + " requested_on FROM demand_exemption WHERE id = '" + id + "'");
        refused(
                "own level",
                "INSERT INTO demand_exemption SELECT gen_random_uuid(), department, '" + CITY + "', division, kind,"
                        + " demanded, reason, valid_from, valid_to, requested_by, requested_on, stage"
                        + " FROM demand_exemption WHERE id = '" + id + "'");
        refused(
                "own division",
                "INSERT INTO demand_exemption SELECT gen_random_uuid(), department, deciding_division, '" + NEIGHBOUR
                        + "', kind, demanded, reason, valid_from, valid_to, requested_by, requested_on, stage"
                        + " FROM demand_exemption WHERE id = '" + id + "'");
    }

    @Test
    void whatIsOnRecordStays() {
        String form = anEnteredForm(department, "YEARLY", "姓名");
        office(SHUANGYANG)
                .body(Map.of("validTo", TODAY.toString()))
                .post("/v1/form-catalogue/" + form + "/end")
                .then()
                .statusCode(200);
        refused("is on record", "UPDATE catalogue_form SET valid_to = NULL WHERE id = '" + form + "'");
        refused("permission denied", "UPDATE demand SET grounds = NULL");
        refused("permission denied", "DELETE FROM demand");
        refused("permission denied", "UPDATE form_field SET name = 'x'");
        refused("permission denied", "UPDATE demand_exemption SET reason = 'x'");
    }

    @Test
    @Tag("art-1")
    void aSubdistrictOfficeHasNoEconomicFunctions() {
        refused(
                "no_economic_functions",
                "INSERT INTO office_duty SELECT 'RAW', 'SUBDISTRICT_OFFICE', function, title_zh, title_en, citation_zh,"
                        + " citation_en, valid_from FROM office_duty WHERE code = 'ECONOMIC_MANAGEMENT'");
        refused("permission denied", "UPDATE office_duty SET owner = 'DEPARTMENT'");
    }
}
