package cn.shequ.admission.task;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.anAccepted;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.Given.sign;
import static cn.shequ.admission.Given.vote;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.AtOnce;
import cn.shequ.admission.Given;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/**
 * Two members vote, the applicant withdraws and the leader signs, all at the same moment. Whichever comes first, the
 * application ends once, every other act is told why not, and history, placements and events say the same.
 */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class SimultaneousActsComponentTest {

    private static final String DISTRICT = "220184000000";
    private static final String STREET = "220184001000";
    private static final String COMMUNITY = "220184001001";
    /** What is done at the same moment, in the order of the answers. */
    private static final List<String> ACTS = List.of("CAST_VOTE", "CAST_VOTE", "WITHDRAW", "SIGN");

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String health = "";

    @BeforeEach
    void aDistrictWithALeadingGroup() {
        Given.theCity(territory);
        put(DISTRICT, DivisionLevel.COUNTY_LEVEL, "COUNTY_LEVEL_CITY", CITY);
        put(STREET, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", DISTRICT);
        put(COMMUNITY, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", STREET);
        Given.aLeadingGroup(DISTRICT);
        health = aDepartmentOf(DISTRICT);
    }

    /** Two of five have voted: the next vote decides, and only then can the leader sign. */
    @RepeatedTest(8)
    void fromTheLastVoteOn() throws Exception {
        String id = anAccepted(health, DISTRICT, aForm(health, COMMUNITY));
        vote(id, 1, DISTRICT, "FOR").then().statusCode(200);
        vote(id, 2, DISTRICT, "FOR").then().statusCode(200);
        List<Response> answers = AtOnce.call(
                () -> vote(id, 3, DISTRICT, "FOR"),
                () -> vote(id, 4, DISTRICT, "FOR"),
                () -> withdraw(id),
                () -> sign(id, DISTRICT));
        assertOneOutcome(id, 2, answers);
    }

    /** Three of five have voted: votes come too late, and signature and withdrawal meet. */
    @RepeatedTest(8)
    void afterTheDecision() throws Exception {
        String id = anAccepted(health, DISTRICT, aForm(health, COMMUNITY));
        for (int number = 1; number <= 3; number++) {
            vote(id, number, DISTRICT, "FOR").then().statusCode(200);
        }
        List<Response> answers = AtOnce.call(
                () -> vote(id, 4, DISTRICT, "AGAINST"),
                () -> vote(id, 5, DISTRICT, "AGAINST"),
                () -> withdraw(id),
                () -> sign(id, DISTRICT));
        assertThat(answers.subList(0, 2)).extracting(Response::statusCode).containsOnly(409);
        assertOneOutcome(id, 3, answers);
    }

    /** @param votes how many there were before */
    private void assertOneOutcome(String id, int votes, List<Response> answers) {
        for (int act = 0; act < ACTS.size(); act++) {
            Response answer = answers.get(act);
            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 409);
            if (answer.statusCode() == 409) {
                assertThat(answer.<String>path("code")).isEqualTo("stage-forbids");
                assertThat(answer.<List<Integer>>path("articles")).containsExactly(5);
                assertThat(answer.<String>path("figures.command")).isEqualTo(ACTS.get(act));
                assertThat(answer.<String>path("figures.stage")).isIn("ACCEPTED", "DECIDED_FOR", "SIGNED", "WITHDRAWN");
            }
        }
        int counted = votes
                + (int) answers.subList(0, 2).stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .count();
        boolean withdrawn = answers.get(2).statusCode() == 200;
        boolean signed = answers.get(3).statusCode() == 200;
        assertThat(signed).isNotEqualTo(withdrawn);

        JsonPath present =
                officerOf(health, DISTRICT).get("/v1/task-applications/" + id).jsonPath();
        assertThat(present.getString("stage")).isEqualTo(signed ? "SIGNED" : "WITHDRAWN");
        assertThat(counted).isLessThanOrEqualTo(3);
        assertThat(signed && counted < 3).isFalse();
        assertHistoryAgrees(present.getList("steps.command"), counted, signed);
        assertThat(placements(id)).isEqualTo(signed ? 1 : 0);
        assertThat(announced(id, "task-submitted")).isEqualTo(1);
        assertThat(announced(id, "task-signed")).isEqualTo(signed ? 1 : 0);
    }

    private static void assertHistoryAgrees(List<String> commands, int counted, boolean signed) {
        assertThat(commands).filteredOn("CAST_VOTE"::equals).hasSize(counted);
        assertThat(commands).filteredOn("DECIDE_FOR"::equals).hasSize(counted == 3 ? 1 : 0);
        assertThat(commands).filteredOn("SIGN"::equals).hasSize(signed ? 1 : 0);
        assertThat(commands).filteredOn("WITHDRAW"::equals).hasSize(signed ? 0 : 1);
        assertThat(commands).doesNotContain("REJECT");
        assertThat(commands.getLast()).isEqualTo(signed ? "SIGN" : "WITHDRAW");
    }

    private Response withdraw(String id) {
        return officerOf(health, DISTRICT)
                .body(Map.of("reason", "撤回"))
                .post("/v1/task-applications/" + id + "/withdrawal");
    }

    private int placements(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM placement WHERE application_id = CAST(:id AS uuid)")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one());
    }

    private int announced(String id, String event) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM event_outbox WHERE subject = :id AND type = :type")
                        .bind("id", id)
                        .bind("type", "cn.shequ.admission." + event + ".v1")
                        .mapTo(Integer.class)
                        .one());
    }

    private void put(String code, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code),
                "公主岭" + code,
                level,
                kind,
                DivisionCode.of(parent),
                LocalDate.of(2011, 1, 1),
                null));
    }
}
