package cn.shequ.admission.refusal;

import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.refusal.Refusing.COMMUNITY;
import static cn.shequ.admission.refusal.Refusing.COUNTY;
import static cn.shequ.admission.refusal.Refusing.OTHER_COMMUNITY;
import static cn.shequ.admission.refusal.Refusing.OTHER_TOWN;
import static cn.shequ.admission.refusal.Refusing.TOWN;
import static cn.shequ.admission.refusal.Refusing.byLeader;
import static cn.shequ.admission.refusal.Refusing.byOffice;
import static cn.shequ.admission.refusal.Refusing.dueOn;
import static cn.shequ.admission.refusal.Refusing.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Refusals counted by who demanded, over a period and a territory. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-4")
class RefusalCountComponentTest {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final String PERIOD = "from=" + TODAY.minusDays(60) + "&to=" + TODAY;

    @Inject
    TerritoryRecord territory;

    private String education = "";

    @BeforeEach
    void aCountyWithADepartment() {
        Refusing.inACounty(territory);
        education = aDepartmentOf(COUNTY);
    }

    @Test
    void ofEachBodyIsToldWhatBecameOfItsDemands() {
        byOffice(COUNTY, dueOn(TODAY, education)).then().statusCode(200);
        byLeader(COUNTY, dueOn(YESTERDAY, education)).then().statusCode(200);
        Map<String, Object> law = Map.of("kind", "LAW", "citation", "《城市居民委员会组织法》第三条");
        office(COUNTY)
                .body(Map.of("outcome", "OVERRULED", "legalBasis", law))
                .post("/v1/refusals/" + refused(COMMUNITY, Map.of("creditCode", education)) + "/outcome")
                .then()
                .statusCode(200);
        dueOn(YESTERDAY, education);
        assertThat(counted(COUNTY, PERIOD, education))
                .containsEntry("demandingBodyName", "卫生健康局（演示）")
                .containsEntry("demandingBodyLevel", "COUNTY_LEVEL")
                .containsEntry("refusals", 4)
                .containsEntry("upheld", 2)
                .containsEntry("overruled", 1)
                .containsEntry("open", 1)
                .containsEntry("overdue", 2);
    }

    @Test
    void byTheDayOfTheRefusalAndByTerritory() {
        refused(COMMUNITY, Map.of("creditCode", education));
        refused(OTHER_COMMUNITY, Map.of("creditCode", education));
        dueOn(TODAY, education);
        String today = "from=" + TODAY + "&to=" + TODAY;
        assertThat(counted(COUNTY, today, education)).containsEntry("refusals", 2);
        assertThat(counted(COUNTY, PERIOD, education)).containsEntry("refusals", 3);
        assertThat(counted(COUNTY, PERIOD + "&division=" + TOWN, education)).containsEntry("refusals", 2);
        assertThat(counted(COUNTY, PERIOD + "&division=" + OTHER_TOWN, education))
                .containsEntry("refusals", 1);
        assertThat(counted(OTHER_TOWN, PERIOD, education)).containsEntry("refusals", 1);
        assertThat(counted(OTHER_TOWN, PERIOD + "&division=" + COUNTY, education))
                .containsEntry("refusals", 1);
        assertThat(counted(NEIGHBOUR, PERIOD, education)).isEmpty();
    }

    @Test
    void aBodyThatIsNotRegisteredCountsByLevelAndName() {
        String name = "某企业" + UUID.randomUUID();
        refused(COMMUNITY, Map.of("name", name, "level", "CITY"));
        refused(COMMUNITY, Map.of("name", name, "level", "CITY"));
        refused(COMMUNITY, Map.of("name", name, "level", "COUNTY_LEVEL"));
        List<Map<String, Object>> found = all(COUNTY, PERIOD).stream()
                .filter(count -> count.get("demandingBodyName").equals(name))
                .toList();
        assertThat(found).extracting("refusals").containsExactly(2, 1);
        assertThat(found).extracting("demandingBodyLevel").containsExactly("CITY", "COUNTY_LEVEL");
    }

    @Test
    void lessThanAYearAtOnceAndOnlyForThoseWhoServeTheCommunities() {
        office(COUNTY)
                .get("/v1/refusals/counts?from=2026-01-01&to=2027-01-01")
                .then()
                .statusCode(400)
                .body("errors.field", contains("to"));
        office(COUNTY)
                .get("/v1/refusals/counts?from=2026-01-01&to=2026-12-31")
                .then()
                .statusCode(200);
        office(COUNTY)
                .get("/v1/refusals/counts?from=2026-02-01&to=2026-01-31")
                .then()
                .statusCode(400);
        as(Roles.DEPARTMENT_OFFICER, COUNTY)
                .get("/v1/refusals/counts")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
    }

    private static Map<String, Object> counted(String division, String query, String body) {
        return all(division, query).stream()
                .filter(count -> body.equals(count.get("demandingBody")))
                .findFirst()
                .orElse(Map.of());
    }

    /** All pages, of a few each. */
    private static List<Map<String, Object>> all(String division, String query) {
        List<Map<String, Object>> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = office(division)
                    .get("/v1/refusals/counts?limit=2&" + query + "&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items"));
            cursor = page.getString("next");
        }
        return found;
    }
}
