package cn.shequ.admission.consultation;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.burden.Burdens.SHUANGYANG;
import static cn.shequ.admission.burden.Burdens.YUNSHAN;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.admission.burden.Burdens;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the database refuses, whatever a service says to it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-2")
class ConsultationGuardsComponentTest {

    @Inject
    TerritoryRecord territory;

    private String id = "";

    @BeforeEach
    void whatASubdistrictWasTold() {
        Burdens.shuangyang(territory);
        id = officerOf(aDepartmentOf(SHUANGYANG), SHUANGYANG)
                .body(Map.of(
                        "division",
                        YUNSHAN,
                        "action",
                        "学校周边交通整治",
                        "place",
                        "云山大街",
                        "startsOn",
                        TODAY.plusDays(20).toString()))
                .post("/v1/consultations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void whatWasNotToldBeforehandIsNoNotice() {
        for (String day : new String[] {"recorded_on - 1", "recorded_on"}) {
            refused("told_beforehand", copied(day, "stage, answer_by, deadline_rule"));
        }
    }

    @Test
    void anAnswerComesAfterTheNoticeAndWithItsReason() {
        refused(
                "begins unanswered",
                copied("starts_on", "'AGREED', answer_by, deadline_rule, reason, 'x', recorded_on"));
        refused(
                "are_reasoned",
                "UPDATE consultation SET stage = 'OBJECTED', answered_by = 'x', answered_on = '" + TODAY + "'"
                        + here());
    }

    @Test
    void whoToldDoesNotAnswerAndNobodyAnswersBefore() {
        String answered = "UPDATE consultation SET stage = 'AGREED', answered_by = %s, answered_on = %s" + here();
        refused("told_and_answered_by_two", answered.formatted("recorded_by", "recorded_on"));
        refused("answered_after_it_was_told", answered.formatted("'x'", "recorded_on - 1"));
    }

    @Test
    void whatWasToldAndAnsweredStays() {
        refused("is due stays", "UPDATE consultation SET answer_by = answer_by + 9" + here());
        refused("permission denied", "DELETE FROM consultation" + here());
        as(Roles.SUBDISTRICT_OFFICER, YUNSHAN)
                .body(Map.of("answer", "AGREED"))
                .post("/v1/consultations/" + id + "/answer")
                .then()
                .statusCode(200);
        refused("is AGREED", "UPDATE consultation SET stage = 'OBJECTED', reason = 'x'" + here());
    }

    private String copied(String startsOn, String fromStageOn) {
        return "INSERT INTO consultation SELECT gen_random_uuid(), division, acting_body, acting_body_name,"
                + " acting_body_level, action, place, " + startsOn + ", recorded_by, recorded_on, " + fromStageOn
                + " FROM consultation" + here();
    }

    private String here() {
        return " WHERE id = '" + id + "'";
    }

    private static void refused(String words, String statement) {
        assertThatThrownBy(() -> Burdens.raw(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }
}
