package cn.shequ.admission.leadinggroup;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDecided;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.composition;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.person;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.Given;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who signs in the leader's place. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-34")
class DeputyComponentTest {

    private static final String JIUTAI = "220113000000";
    private static final String STREET = "220113001000";
    private static final String COMMUNITY = "220113001001";
    private static final UUID DEPUTY = person("deputy-jiutai");

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String health = "";

    @BeforeEach
    void aDistrictWithALeadingGroup() {
        Given.theCity(territory);
        put(JIUTAI, "九台区", DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", CITY);
        put(STREET, "团结街道", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", JIUTAI);
        put(COMMUNITY, "演示社区", DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", STREET);
        health = aDepartmentOf(JIUTAI);
        if (group("id") == null) {
            office(JIUTAI)
                    .body(Map.of("division", JIUTAI, "composition", composition(JIUTAI, aDepartmentOf(JIUTAI))))
                    .post("/v1/leading-groups")
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    @Tag("art-5")
    void aDeputySignsInTheTermAndNotBeforeOrAfter() {
        for (int days : new int[] {1, -1}) {
            String id = aDecided(health, JIUTAI, aForm(health, COMMUNITY));
            recompose(TODAY.plusDays(days), TODAY.plusDays(days)).statusCode(200);
            sign(id).then().statusCode(403).body("code", equalTo("not-the-principal-leader"));
        }
        String id = aDecided(health, JIUTAI, aForm(health, COMMUNITY));
        recompose(TODAY, TODAY).statusCode(200).body("deputies.person", contains(DEPUTY.toString()));
        sign(id).then().statusCode(200).body("stage", equalTo("SIGNED"));
    }

    @Test
    void aRecusedLeaderLeavesTheSignatureToTheDeputyAndBothToTheNextLevel() {
        recompose(TODAY, TODAY).statusCode(200);
        String id = aDecided(health, JIUTAI, aForm(health, COMMUNITY));
        recuse(id, leader(JIUTAI))
                .statusCode(200)
                .body("stage", equalTo("DECIDED_FOR"))
                .body("decidedBy", equalTo(JIUTAI));
        recuse(id, DEPUTY).statusCode(200).body("stage", equalTo("SUBMITTED")).body("decidedBy", equalTo(CITY));
    }

    @Test
    void whatNobodyMaySignAnyMoreIsPassedUpByTheOffice() {
        recompose(TODAY, TODAY).statusCode(200);
        String id = aDecided(health, JIUTAI, aForm(health, COMMUNITY));
        recuse(id, leader(JIUTAI)).statusCode(200).body("stage", equalTo("DECIDED_FOR"));
        recompose(TODAY.minusDays(1), TODAY.minusDays(1)).statusCode(200);
        office(JIUTAI)
                .post("/v1/task-applications/" + id + "/passing-up")
                .then()
                .statusCode(200)
                .body("stage", equalTo("SUBMITTED"))
                .body("decidedBy", equalTo(CITY))
                .body("decidedBecause", equalTo("GROUP_CANNOT_DECIDE"));
    }

    @Test
    void whoSignsDoesNotVote() {
        Map<String, Object> both = new LinkedHashMap<>(composition(JIUTAI, aDepartmentOf(JIUTAI)));
        both.put("deputies", List.of(Map.of("person", member(1, JIUTAI), "termFrom", "2026-01-01")));
        recompose(both).statusCode(422).body("code", equalTo("leader-may-not-vote"));
        both.put(
                "deputies",
                List.of(Map.of("person", leader(JIUTAI), "termFrom", "2026-01-01", "termTo", "2025-01-01")));
        recompose(both).statusCode(400).body("errors.code", contains("duplicate", "date-order"));
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("""
                        INSERT INTO leading_group_deputy (group_id, person, term_from)
                        SELECT group_id, person, '2026-01-01' FROM leading_group_member LIMIT 1""")))
                .hasMessageContaining("who signs does not vote");
    }

    private ValidatableResponse recompose(LocalDate from, LocalDate to) {
        Map<String, Object> next = new LinkedHashMap<>(composition(JIUTAI, aDepartmentOf(JIUTAI)));
        next.put("deputies", List.of(Map.of("person", DEPUTY, "termFrom", from.toString(), "termTo", to.toString())));
        return recompose(next);
    }

    private static ValidatableResponse recompose(Map<String, Object> composition) {
        String path = "/v1/leading-groups/" + group("id");
        String tag = office(JIUTAI).get(path).header("ETag");
        return office(JIUTAI)
                .header("If-Match", tag)
                .body(composition)
                .put(path)
                .then();
    }

    private static Response sign(String id) {
        return as(DEPUTY, Roles.PRINCIPAL_LEADER, JIUTAI, null).post("/v1/task-applications/" + id + "/signature");
    }

    private static ValidatableResponse recuse(String id, UUID who) {
        return office(JIUTAI)
                .body(Map.of("person", who, "reason", "申请单位负责人的近亲属"))
                .post("/v1/task-applications/" + id + "/recusals")
                .then();
    }

    private static String group(String field) {
        return office(JIUTAI)
                .get("/v1/leading-groups?limit=200")
                .path("items.find { it.division == '" + JIUTAI + "' }?." + field);
    }

    private void put(String code, String name, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code), name, level, kind, DivisionCode.of(parent), LocalDate.of(2011, 1, 1), null));
    }
}
