package cn.shequ.admission.cooperation;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.cooperation.Cooperating.aBody;
import static cn.shequ.admission.cooperation.Cooperating.aZone;
import static cn.shequ.admission.cooperation.Cooperating.succeed;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.admission.Given;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the database refuses, whatever a service says to it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-35")
class CooperationGuardsComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String zone = "";

    @BeforeEach
    void aZoneOfTheCity() {
        Given.theCity(territory);
        zone = aZone(territory);
    }

    @Test
    void theListOfTheArticleIsNobodysToChange() {
        refused("permission denied", "UPDATE cooperation_function SET part = 'PEOPLES_BODY'");
        refused("permission denied", "DELETE FROM cooperation_function");
        refused("permission denied", """
                INSERT INTO cooperation_function (code, part, position, name_zh, name_en, article, citation_zh, citation_en)
                VALUES ('TOURISM', 'POLICY_DEPARTMENT', 24, '旅游', 'Tourism', 35, '无', 'None')""");
    }

    @Test
    void aBodyFulfilsWhatFitsItsCategoryInItsOwnDivision() {
        String code = aBody(zone, "POLICY_DEPARTMENT", "FINANCE");
        refused("category_fits_function", insert("EDUCATION", zone, "POLICY_DEPARTMENT", code));
        refused("body_of_division_and_category", insert("EDUCATION", zone, "COOPERATING_DEPARTMENT", code));
        refused("body_of_division_and_category", insert("TAXATION", CITY, "POLICY_DEPARTMENT", code));
        refused("category_fits_function", insert("TOURISM", zone, "POLICY_DEPARTMENT", code));
        refused("permission denied", "UPDATE department_function SET function = 'TAXATION'");
    }

    @Test
    void aFunctionHasOneBodyInADivision() {
        aBody(zone, "POLICY_DEPARTMENT", "FINANCE");
        String other = aBody(zone, "POLICY_DEPARTMENT");
        refused("duplicate key", insert("FINANCE", zone, "POLICY_DEPARTMENT", other));
    }

    @Test
    void aBodyWithASuccessorFulfilsNothing() {
        String old = aBody(zone, "PEOPLES_BODY", "CHARITY");
        String next = aBody(zone, "PEOPLES_BODY");
        refused(
                "has a successor and still a function",
                "UPDATE department SET succeeded_by = '" + next + "', succeeded_on = current_date WHERE credit_code = '"
                        + old + "'");
        succeed(old, next, zone).then().statusCode(200);
        refused("not in existence", insert("AGEING", zone, "PEOPLES_BODY", old));
        refused(
                "not in existence",
                "UPDATE department_function SET credit_code = '" + old + "' WHERE credit_code = '" + next + "'");
    }

    private static String insert(String function, String division, String category, String body) {
        return "INSERT INTO department_function (function, division, category, credit_code) VALUES ('" + function
                + "', '" + division + "', '" + category + "', '" + body + "')";
    }

    private void refused(String words, String statement) {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining(words);
    }
}
