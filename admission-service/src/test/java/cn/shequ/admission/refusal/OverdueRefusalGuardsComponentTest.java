package cn.shequ.admission.refusal;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.refusal.Refusing.COUNTY;
import static cn.shequ.admission.refusal.Refusing.byOffice;
import static cn.shequ.admission.refusal.Refusing.dueOn;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database itself leaves what is in time to the office and what is overdue to the leader. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-4")
class OverdueRefusalGuardsComponentTest {

    @Inject
    TerritoryRecord territory;

    private String education = "";

    @BeforeEach
    void aCountyWithADepartment() {
        Refusing.inACounty(territory);
        education = aDepartmentOf(COUNTY);
    }

    @Test
    void theOfficeDoesNotEndWhatIsOverdueNorOnAnotherDay() {
        String id = dueOn(TODAY.minusDays(1), education);
        refused("is before the leader", closing(id, "OFFICE", UUID.randomUUID(), TODAY));
        refused("is closed today or not at all", closing(id, "OFFICE", UUID.randomUUID(), TODAY.minusDays(2)));
        refused("closed_in_a_capacity", "UPDATE demand_refusal SET closed_as = 'OFFICE' WHERE id = '" + id + "'");
    }

    @Test
    void theLeaderDoesNotEndWhatIsInTimeAndNobodyElseWhatIsOverdue() {
        String inTime = dueOn(TODAY, education);
        refused("leader_closes_what_is_overdue", closing(inTime, "PRINCIPAL_LEADER", leader(COUNTY), TODAY));
        String overdue = dueOn(TODAY.minusDays(1), education);
        refused("leader_closes_what_is_overdue", closing(overdue, "PRINCIPAL_LEADER", leader(COUNTY), TODAY));
        refused("is before another leader", closing(overdue, "PRINCIPAL_LEADER", UUID.randomUUID(), TODAY));
        refused("is before another leader", closing(overdue, "DEPUTY", leader(COUNTY), TODAY));
    }

    @Test
    void nothingGoesUpBeforeItsDay() {
        String inTime = dueOn(TODAY, education);
        refused("escalated_when_overdue", escalating(inTime, TODAY));
        refused("is not before a leader", escalating(inTime, TODAY.plusDays(1)));
    }

    @Test
    void whatEndedStaysEnded() {
        String id = dueOn(TODAY, education);
        byOffice(COUNTY, id).then().statusCode(200);
        refused("has ended", "UPDATE demand_refusal SET note = '另有说明' WHERE id = '" + id + "'");
        refused("is due stays", "UPDATE demand_refusal SET coordinate_by = coordinate_by + 9 WHERE id = '" + id + "'");
    }

    private static String closing(String id, String capacity, UUID person, LocalDate day) {
        return "UPDATE demand_refusal SET outcome = 'DEMAND_WITHDRAWN', closed_by = '" + person + "', closed_as = '"
                + capacity + "', closed_on = '" + day + "' WHERE id = '" + id + "'";
    }

    private static String escalating(String id, LocalDate day) {
        return "UPDATE demand_refusal SET escalated_on = '" + day + "' WHERE id = '" + id + "'";
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
