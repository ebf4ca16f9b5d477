package cn.shequ.admission.organisation;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.organisation.Guard.refused;
import static cn.shequ.admission.organisation.Organising.COMMUNITY;
import static cn.shequ.admission.organisation.Organising.ERDAO;
import static cn.shequ.admission.organisation.Organising.aCreditCode;
import static cn.shequ.admission.organisation.Organising.aFiled;
import static cn.shequ.admission.organisation.Organising.aRegistered;
import static cn.shequ.admission.organisation.Organising.anApplication;
import static cn.shequ.admission.organisation.Organising.association;
import static cn.shequ.admission.organisation.Organising.decline;
import static cn.shequ.admission.organisation.Organising.district;
import static cn.shequ.admission.organisation.Organising.itsTermIsOver;
import static cn.shequ.admission.organisation.Organising.takeIn;

import cn.shequ.admission.Given;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses, whatever a service says to it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-6")
@Tag("art-23")
@Tag("art-24")
class OrganisationGuardsComponentTest {

    private static final String INDIVIDUALS = "'organisation.individual-members@1'";
    private static final String INSTITUTIONS = "'organisation.institutional-members@1'";
    private static final String MIXED = "'organisation.mixed-members@1'";
    private static final String CAPITAL = "'organisation.association-capital@1'";
    private static final String UNIT_CAPITAL = "'organisation.non-enterprise-capital@1'";
    private static final String ENOUGH = "20, 0, 20, " + INDIVIDUALS + ", 5000, 5000, " + CAPITAL;

    @Inject
    TerritoryRecord territory;

    @BeforeEach
    void erdao() {
        Given.theCity(territory);
        Organising.erdao(territory);
    }

    private static String entry(
            String track, String stage, String category, boolean vertical, String columns, String values) {
        return "INSERT INTO organisation (id, community, name_zh, kind, category, track, stage, individual_members,"
                + " institutional_members, capital, head, vertically_managed, applied_by, applied_on" + columns
                + ") VALUES (gen_random_uuid(), '" + COMMUNITY + "', gen_random_uuid()::text, 'SOCIAL_ASSOCIATION', "
                + category + ", '" + track + "', '" + stage + "', 1, 0, 0, gen_random_uuid(), "
                + vertical + ", 'raw', '" + TODAY + "'" + values + ")";
    }

    /** An entry with the numbers of members, what is required of them, and the same of the capital. */
    private static String registration(String organisation, String code, String numbers) {
        return "INSERT INTO organisation_registration VALUES ('" + organisation + "', '" + code + "', '" + ERDAO + "', "
                + numbers + ", 'raw', '" + TODAY + "')";
    }

    private static String registered(String organisation, String code, String numbers) {
        return registration(organisation, code, numbers)
                + "; UPDATE organisation SET track = 'REGISTERED', stage = 'REGISTERED' WHERE id = '" + organisation
                + "'";
    }

    private static String stage(String organisation, String stage) {
        return "UPDATE organisation SET stage = '" + stage + "' WHERE id = '" + organisation + "'";
    }

    @Test
    void anOrganisationBeginsAsAnApplicationOfTheRightKind() {
        refused("does not become FILED", entry("FILED", "FILED", "'SOCIAL_AFFAIRS'", false, "", ""));
        refused("only_five_kinds_are_filed", entry("FILED", "APPLIED", "NULL", false, "", ""));
    }

    @Test
    void whatDepartmentsSetUpKeepsToArticleSix() {
        String department = aDepartmentOf(ERDAO);
        refused(
                "vertical_body_rests_on_law",
                entry("REGISTERED", "APPLIED", "NULL", true, ", set_up_by", ", '" + department + "'"));
        refused(
                "vertical_body_rests_on_law",
                entry("REGISTERED", "APPLIED", "NULL", true, ", basis_kind, basis_citation", ", 'LAW', 'x'"));
        refused(
                "committee_heads_by_exception",
                entry(
                        "REGISTERED",
                        "APPLIED",
                        "NULL",
                        false,
                        ", set_up_by, head_post",
                        ", '" + department + "', 'DEPUTY'"));
    }

    @Test
    void nothingIsRegisteredThatIsTooSmallOrOtherThanTheRegisterSays() {
        String id = anApplication(association("REGISTERED", 19, 0, "4999.99"));
        refused(
                "members_suffice",
                registered(id, aCreditCode(), "19, 0, 20, " + INDIVIDUALS + ", 5000, 5000, " + CAPITAL));
        refused(
                "capital_suffices",
                registered(id, aCreditCode(), "20, 0, 20, " + INDIVIDUALS + ", 4999.99, 5000, " + CAPITAL));
        refused("is not registered so", registered(id, aCreditCode(), ENOUGH));
        refused(
                "the register says otherwise",
                "UPDATE organisation SET track = 'REGISTERED', stage = 'REGISTERED' WHERE id = '" + id + "'");
        refused(
                "the register says otherwise",
                "UPDATE organisation SET track = 'FILED', stage = 'FILED', filed_by = 'raw', filed_on = '" + TODAY
                        + "' WHERE id = '" + id + "'; " + registration(id, aCreditCode(), ENOUGH));
        refused("is another's", registered(anApplication(), aDepartmentOf(ERDAO), ENOUGH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19, 0, 19, " + INDIVIDUALS,
                "0, 9, 9, " + INSTITUTIONS,
                "29, 0, 10, " + INSTITUTIONS,
                "20, 1, 20, " + INDIVIDUALS,
                "20, 1, 21, " + MIXED,
            })
    void noRowRequiresFewerMembersThanArticle23(String members) {
        refused(
                "members_by_their_sorts",
                registered(anApplication(), aCreditCode(), members + ", 5000, 5000, " + CAPITAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20, 0, 20, " + INDIVIDUALS + ", 4999.99, 4999.99, " + CAPITAL,
                "20, 0, 20, " + INDIVIDUALS + ", 10000, 10000, " + UNIT_CAPITAL,
                "0, 0, NULL, NULL, 9999.99, 9999.99, " + UNIT_CAPITAL,
                "0, 0, NULL, NULL, 10000, 5000, " + CAPITAL,
            })
    void noRowRequiresLessCapitalThanArticle23(String numbers) {
        refused("capital_by_kind", registered(anApplication(), aCreditCode(), numbers));
    }

    @Test
    void nothingIsFiledWithoutADay() {
        refused(
                "track_fits_stage",
                "UPDATE organisation SET track = 'FILED', stage = 'FILED' WHERE id = '" + anApplication() + "'");
    }

    @Test
    void anIncubationIsFreeAndGoesWithItsOrganisation() {
        String id = anApplication(association("FILED", 2, 0, "0.00"));
        refused("begins and ends with its stage", stage(id, "INCUBATING"));
        String incubation = "INSERT INTO organisation_incubation VALUES ('%s', 'x', %s, 'x', '" + TODAY + "', '" + TODAY
                + "', 'raw')";
        refused("venue_is_free", incubation.formatted(id, "0.01"));
        refused("is not taken in", incubation.formatted(id, "0"));
        takeIn(id).then().statusCode(200);
        refused("does not end so", concluded(id, "GRADUATED", TODAY));
        refused("concluded_in_its_term", concluded(id, "ENDED", TODAY.minusDays(1)));
        refused(
                "permission denied",
                "INSERT INTO organisation_incubation VALUES ('" + aFiled() + "', 'x', 0, 'x', '" + TODAY + "', '"
                        + TODAY + "', 'raw', 'GRADUATED', '" + TODAY + "')");
    }

    @Test
    void nobodyGraduatesPastTheTerm() {
        String id = anApplication();
        takeIn(id).then().statusCode(200);
        itsTermIsOver(id);
        refused(
                "does not end so",
                registered(id, aCreditCode(), ENOUGH) + "; " + concluded(id, "GRADUATED", TODAY.minusDays(1)));
    }

    private static String concluded(String organisation, String outcome, LocalDate day) {
        return "UPDATE organisation_incubation SET outcome = '" + outcome + "', concluded_on = '" + day
                + "' WHERE organisation_id = '" + organisation + "'";
    }

    @Test
    void whatEndedStaysAsItIs() {
        String declined = anApplication();
        decline(district(), declined).then().statusCode(200);
        refused("stays", stage(declined, "APPLIED"));
        refused("stays", "UPDATE organisation SET capital = 1 WHERE id = '" + declined + "'");
        String registered = aRegistered(aCreditCode());
        refused("does not become APPLIED", stage(registered, "APPLIED"));
        refused("permission denied", "UPDATE organisation_registration SET capital = 1");
        refused("permission denied", "UPDATE organisation SET name_zh = 'x' WHERE id = '" + registered + "'");
        refused("permission denied", "DELETE FROM organisation WHERE id = '" + registered + "'");
        refused("permission denied", "DELETE FROM supervision_action");
    }
}
