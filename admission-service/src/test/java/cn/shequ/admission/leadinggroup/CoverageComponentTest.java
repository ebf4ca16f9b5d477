package cn.shequ.admission.leadinggroup;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.composition;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.person;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who answers for community building at each level, and where a leading group is missing. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-34")
class CoverageComponentTest {

    private static final AtomicInteger COUNTIES = new AtomicInteger(700);

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String county = "";
    private String host = "";

    @BeforeEach
    void aCountyWithThreeStreets() {
        Given.theCity(territory);
        county = "220184" + COUNTIES.incrementAndGet() + "000";
        put(county, DivisionLevel.COUNTY_LEVEL, "COUNTY_LEVEL_CITY", CITY, null);
        for (int street = 1; street <= 3; street++) {
            put(street(street), DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", county, null);
        }
        host = aDepartmentOf(county);
    }

    @Test
    void aDistrictAndAStreetNameWhoIsResponsible() {
        form(county, "firstResponsible", null)
                .then()
                .statusCode(422)
                .body("code", equalTo("responsible-person-not-named"))
                .body("articles", contains(34))
                .body("figures.required", equalTo("firstResponsible"))
                .body("errors.field", contains("firstResponsible"));
        form(street(1), "directlyResponsible", null)
                .then()
                .statusCode(422)
                .body("articles", contains(34))
                .body("errors.field", contains("directlyResponsible"));
        form(county, "directlyResponsible", null).then().statusCode(201);
        form(street(1), "firstResponsible", null)
                .then()
                .statusCode(201)
                .body("firstResponsible", nullValue())
                .body(
                        "directlyResponsible.person",
                        equalTo(person("secretary-" + street(1)).toString()))
                .body("directlyResponsible.termFrom", equalTo("2026-01-01"));
    }

    @Test
    void nobodyIsLeftOutWhenAGroupIsComposedAnew() {
        String path = form(county).then().statusCode(201).extract().header("Location");
        Map<String, Object> without = new LinkedHashMap<>(composition(county, host));
        without.remove("firstResponsible");
        office(county)
                .header("If-Match", "*")
                .body(without)
                .put(path.substring(path.indexOf("/v1/")))
                .then()
                .statusCode(422)
                .body("code", equalTo("responsible-person-not-named"));
        assertThatThrownBy(() -> jdbi.useHandle(handle ->
                        handle.execute("UPDATE leading_group SET first_responsible = NULL WHERE division = ?", county)))
                .hasMessageContaining("responsible_person_is_named");
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("""
                        INSERT INTO leading_group (id, division, level, host_department, principal_leader, valid_from)
                        VALUES (gen_random_uuid(), ?, 'TOWNSHIP_LEVEL', ?, gen_random_uuid(), '2026-01-01')""", street(2), host)))
                .hasMessageContaining("responsible_person_is_named");
    }

    @Test
    void whatIsMissingIsCountedAndListed() {
        form(county).then().statusCode(201);
        form(street(1), "validFrom", TODAY.plusDays(1).toString()).then().statusCode(201);
        form(street(2), "members", List.of(term(TODAY.minusDays(9), TODAY.minusDays(1))))
                .then()
                .statusCode(201);
        coverage(county, "")
                .statusCode(200)
                .body("on", equalTo(TODAY.toString()))
                .body("counts.divisions", equalTo(4))
                .body("counts.inOffice", equalTo(1))
                .body("counts.withoutGroup", equalTo(1))
                .body("counts.withoutLeader", equalTo(1))
                .body("counts.withoutMembers", equalTo(1))
                .body("counts.withoutDeputy", equalTo(3))
                .body("counts.withoutResponsiblePerson", equalTo(0))
                .body("items.division", contains(county, street(1), street(2), street(3)))
                .body("items.inOffice", contains(true, false, false, false))
                .body("items[1].lacks", containsInAnyOrder("LEADER", "DEPUTY"))
                .body("items[2].lacks", containsInAnyOrder("MEMBERS", "DEPUTY"))
                .body("items[3].lacks", contains("GROUP"))
                .body("items[3].leadingGroup", nullValue());
        coverage(county, "&lacks=GROUP")
                .body("items.division", contains(street(3)))
                .body("counts.divisions", equalTo(4));
        coverage(street(3), "").body("counts.divisions", equalTo(1)).body("counts.withoutGroup", equalTo(1));
    }

    @Test
    void termsCountByTheirFirstAndLastDay() {
        form(county, "deputies", List.of(term(TODAY, TODAY))).then().statusCode(201);
        form(street(1), "members", List.of(term(TODAY, TODAY))).then().statusCode(201);
        form(street(2), "deputies", List.of(term(TODAY.plusDays(1), TODAY.plusDays(1))))
                .then()
                .statusCode(201);
        form(street(3), "validFrom", TODAY.toString()).then().statusCode(201);
        coverage(county, "")
                .body("counts.inOffice", equalTo(4))
                .body("counts.withoutDeputy", equalTo(3))
                .body("items[0].lacks", empty());
    }

    @Test
    void aGroupFromBeforeTheRuleStaysAndIsListed() throws SQLException {
        form(county).then().statusCode(201);
        asBeforeTheRule(
                "UPDATE leading_group SET first_responsible = NULL, first_responsible_from = NULL WHERE division = '"
                        + county + "'");
        coverage(county, "&lacks=RESPONSIBLE_PERSON")
                .body("counts.withoutResponsiblePerson", equalTo(1))
                .body("items.division", contains(county))
                .body("items.inOffice", contains(true));
    }

    @Test
    void whoseTermIsOverIsResponsibleNoMore() {
        Map<String, Object> ended = Map.of(
                "person",
                person("secretary-" + county),
                "termFrom",
                "2026-01-01",
                "termTo",
                TODAY.minusDays(1).toString());
        form(county, "firstResponsible", ended).then().statusCode(201);
        coverage(county, "&lacks=RESPONSIBLE_PERSON")
                .body("counts.withoutResponsiblePerson", equalTo(1))
                .body("items.division", contains(county));
        Map<String, Object> lastDay = new LinkedHashMap<>(ended);
        lastDay.put("termTo", TODAY.toString());
        form(street(1), "directlyResponsible", lastDay).then().statusCode(201);
        coverage(county, "&lacks=RESPONSIBLE_PERSON").body("items.division", contains(county));
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                        "UPDATE leading_group SET first_responsible_to = first_responsible_from - 1 WHERE division = ?",
                        county)))
                .hasMessageContaining("term_of_first_responsible");
    }

    @Test
    void itIsReadPageByPageAndOnlyWhatExistsToday() {
        put(street(4), DivisionLevel.TOWNSHIP_LEVEL, "TOWN", county, TODAY.minusDays(1));
        put(street(1).substring(0, 10) + "01", DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", street(1), null);
        String cursor = coverage(county, "&limit=3")
                .body("items.division", contains(county, street(1), street(2)))
                .body("next", notNullValue())
                .header("Link", endsWith("rel=\"next\""))
                .extract()
                .path("next");
        coverage(county, "&limit=3&cursor=" + cursor)
                .body("items.division", contains(street(3)))
                .body("next", nullValue())
                .body("counts.divisions", equalTo(4));
        coverage(county, "&limit=201").statusCode(400);
    }

    @Test
    void theOfficeCivilAffairsAndAuditorsOfTheTerritoryReadIt() {
        String path = "/v1/leading-group-coverage?division=" + county;
        for (String role : List.of(Roles.LEADING_GROUP_OFFICE, Roles.CIVIL_AFFAIRS_OFFICER, Roles.AUDITOR)) {
            as(role, CITY).get(path).then().statusCode(200).body("items", not(empty()));
            as(role, NEIGHBOUR).get(path).then().statusCode(404);
        }
        as(Roles.LEADING_GROUP_MEMBER, county).get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
        office(county)
                .get("/v1/leading-group-coverage")
                .then()
                .statusCode(400)
                .body("errors.field", contains("division"));
    }

    /** The rule is away for the one change, and then as it was. */
    private static void asBeforeTheRule(String change) throws SQLException {
        try (Connection owner =
                        TestInfrastructure.addresses().requireDatabases().asOwner("admission");
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    DO $$ DECLARE rule text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint
                                                WHERE conname = 'responsible_person_is_named');
                    BEGIN
                      ALTER TABLE leading_group DROP CONSTRAINT responsible_person_is_named;
                      %s;
                      SET CONSTRAINTS ALL IMMEDIATE;
                      EXECUTE 'ALTER TABLE leading_group ADD CONSTRAINT responsible_person_is_named ' || rule;
                    END $$""".formatted(change));
        }
    }

    private String street(int number) {
        return county.substring(0, 9) + number + "00";
    }

    private Response form(String division) {
        return office(county)
                .body(Map.of("division", division, "composition", composition(division, host)))
                .post("/v1/leading-groups");
    }

    /** With one thing said otherwise, or left out. */
    private Response form(String division, String field, @Nullable Object value) {
        Map<String, Object> composition = new LinkedHashMap<>(composition(division, host));
        if (value == null) {
            composition.remove(field);
        } else {
            composition.put(field, value);
        }
        return office(county)
                .body(Map.of("division", division, "composition", composition))
                .post("/v1/leading-groups");
    }

    private static Map<String, Object> term(LocalDate from, LocalDate to) {
        return Map.of("person", person("in-term"), "termFrom", from.toString(), "termTo", to.toString());
    }

    private ValidatableResponse coverage(String division, String more) {
        return office(county)
                .get("/v1/leading-group-coverage?division=" + division + more)
                .then();
    }

    private void put(String code, DivisionLevel level, String kind, String parent, @Nullable LocalDate validTo) {
        territory.put(new Division(
                DivisionCode.of(code),
                "覆盖" + code,
                level,
                kind,
                DivisionCode.of(parent),
                LocalDate.of(2011, 1, 1),
                validTo));
    }
}
