package cn.shequ.admission.evaluation;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.evaluation.Evaluating.DISTRICT;
import static cn.shequ.admission.evaluation.Evaluating.aDepartment;
import static cn.shequ.admission.evaluation.Evaluating.aPlace;
import static cn.shequ.admission.evaluation.Evaluating.aRequest;
import static cn.shequ.admission.evaluation.Evaluating.aSuccessor;
import static cn.shequ.admission.evaluation.Evaluating.anItemOfThisYear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.admission.Told;
import cn.shequ.admission.evaluation.Evaluating.Place;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody inspects a community outside the unified evaluation, and who tries is on record. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class InspectionComponentTest {

    private static final Map<String, Object> COMPANY = Map.of("name", "某某公司", "level", "COUNTY_LEVEL");

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private Place place = new Place("", "", "", "");
    private String item = "";

    @BeforeEach
    void aCommunityThatIsVisitedToday() {
        Given.theCity(territory);
        place = aPlace(territory);
        item = anItemOfThisYear(place);
        place.visited(place.community(), TODAY);
    }

    private RequestSpecification department() {
        return officerOf(place.department(), place.division());
    }

    private RequestSpecification community() {
        return as(Roles.COMMUNITY_OFFICER, place.community());
    }

    private Map<String, Object> inspection(Map<String, Object> body, @Nullable String under, LocalDate on) {
        Map<String, Object> inspection = new HashMap<>(Map.of(
                "community",
                place.community(),
                "demandingBody",
                body,
                "inspects",
                "检查居民健康档案",
                "inspectsOn",
                on.toString()));
        if (under != null) {
            inspection.put("item", under);
        }
        return inspection;
    }

    private Response announce(@Nullable String under, LocalDate on) {
        return department()
                .body(inspection(Map.of("creditCode", place.department()), under, on))
                .post("/v1/inspections");
    }

    private List<String> told(String id) {
        return Told.of(jdbi, "inspection-refused.v1", id);
    }

    @Test
    void whatTheUnifiedEvaluationCoversIsRecorded() {
        String id = announce(item, TODAY)
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/inspections/"))
                .body("finding", equalTo("COVERED"))
                .extract()
                .path("id");
        assertThat(told(id)).isEmpty();
    }

    @Test
    void anInspectionOfItsOwnIsRefusedAndKept() {
        String attempt = announce(null, TODAY)
                .then()
                .statusCode(422)
                .body("code", equalTo("inspection-refused"))
                .body("articles", contains(7))
                .body("figures.finding", equalTo("NO_ITEM"))
                .extract()
                .path("attemptId");
        community()
                .get("/v1/inspections?finding=NO_ITEM&community=" + place.community())
                .then()
                .statusCode(200)
                .body("items.id", contains(attempt))
                .body("items[0].inspects", equalTo("检查居民健康档案"));
        assertThat(told(attempt))
                .singleElement()
                .asString()
                .contains(place.department())
                .doesNotContain("健康档案");
    }

    @Test
    void anItemCoversTheDayOfTheVisitOnly() {
        announce(item, TODAY.plusDays(1)).then().statusCode(422).body("figures.finding", equalTo("NO_VISIT_THAT_DAY"));
        Map<String, Object> elsewhere = inspection(Map.of("creditCode", place.department()), item, TODAY);
        elsewhere.put("community", place.another());
        department()
                .body(elsewhere)
                .post("/v1/inspections")
                .then()
                .statusCode(422)
                .body("figures.finding", equalTo("NO_VISIT_THAT_DAY"));
    }

    @Test
    void anItemCoversItsBodyOnceApproved() {
        announce(aRequest(place), TODAY).then().statusCode(422).body("figures.finding", equalTo("ITEM_NOT_APPROVED"));
        String other = aDepartment(place.division(), "TOWNSHIP_LEVEL");
        officerOf(other, place.division())
                .body(inspection(Map.of("creditCode", other), item, TODAY))
                .post("/v1/inspections")
                .then()
                .statusCode(422)
                .body("figures.finding", equalTo("ITEM_OF_ANOTHER_BODY"));
    }

    @Test
    void anItemThatNobodyAskedForCoversNothingAndThatIsKept() {
        String attempt = announce(UUID.randomUUID().toString(), TODAY)
                .then()
                .statusCode(422)
                .body("code", equalTo("inspection-refused"))
                .body("figures.finding", equalTo("ITEM_UNKNOWN"))
                .extract()
                .path("attemptId");
        community()
                .get("/v1/inspections/" + attempt)
                .then()
                .statusCode(200)
                .body("finding", equalTo("ITEM_UNKNOWN"))
                .body("item", nullValue());
        assertThat(told(attempt)).singleElement().asString().contains("ITEM_UNKNOWN");
    }

    @Test
    void theItemOfABodyCoversWhoTakesItsPlace() {
        String earlier = announce(null, TODAY).path("attemptId");
        String successor = aSuccessor(place);
        announce(item, TODAY).then().statusCode(422).body("figures.finding", equalTo("ITEM_OF_ANOTHER_BODY"));
        officerOf(successor, place.division())
                .body(inspection(Map.of("creditCode", successor), item, TODAY))
                .post("/v1/inspections")
                .then()
                .statusCode(201);
        officerOf(successor, place.division())
                .get("/v1/inspections/" + earlier)
                .then()
                .statusCode(200);
        officerOf(successor, place.division())
                .get("/v1/inspections?finding=NO_ITEM")
                .then()
                .body("items.id", contains(earlier));
    }

    @Test
    void theCommunityReportsWhoCame() {
        String attempt = community()
                .body(inspection(COMPANY, null, TODAY.minusDays(1)))
                .post("/v1/inspections")
                .then()
                .statusCode(422)
                .extract()
                .path("attemptId");
        community()
                .get("/v1/inspections/" + attempt)
                .then()
                .statusCode(200)
                .body("demandingBodyName", equalTo("某某公司"))
                .body("demandingBody", nullValue());
        community()
                .body(inspection(Map.of("name", "某某公司"), null, TODAY))
                .post("/v1/inspections")
                .then()
                .statusCode(400)
                .body("errors.field", contains("demandingBody.level"));
    }

    @Test
    void aRefusedInspectionSaidAgainIsTheSameAttempt() {
        Map<String, Object> body = inspection(COMPANY, null, TODAY);
        List<String> attempts = List.of(1, 2).stream()
                .map(attempt -> community()
                        .header("Idempotency-Key", "inspection-" + place.community())
                        .body(body)
                        .post("/v1/inspections")
                        .then()
                        .statusCode(422)
                        .extract()
                        .<String>path("attemptId"))
                .toList();
        assertThat(attempts.getFirst()).isEqualTo(attempts.getLast());
        community()
                .get("/v1/inspections?community=" + place.community())
                .then()
                .body("items.id", contains(attempts.getFirst()));
    }

    @Test
    void aDepartmentSpeaksForItselfAndSeesItsOwn() {
        String other = aDepartment(place.division(), "TOWNSHIP_LEVEL");
        officerOf(other, place.division())
                .body(inspection(Map.of("creditCode", place.department()), null, TODAY))
                .post("/v1/inspections")
                .then()
                .statusCode(403)
                .body("code", equalTo("other-department"));
        as(Roles.COMMUNITY_OFFICER, place.division())
                .body(inspection(COMPANY, null, TODAY))
                .post("/v1/inspections")
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
        String far = Given.aDepartmentOf(Given.NEIGHBOUR);
        officerOf(far, Given.NEIGHBOUR)
                .body(inspection(Map.of("creditCode", far), null, TODAY))
                .post("/v1/inspections")
                .then()
                .statusCode(404);
        as(Roles.RESIDENT, place.community())
                .body(inspection(COMPANY, null, TODAY))
                .post("/v1/inspections")
                .then()
                .statusCode(403);
        String own = announce(null, TODAY).path("attemptId");
        department().get("/v1/inspections/" + own).then().statusCode(200);
        officerOf(other, place.division()).get("/v1/inspections/" + own).then().statusCode(404);
        officerOf(other, place.division())
                .get("/v1/inspections?community=" + place.community())
                .then()
                .body("items", empty());
        office(DISTRICT).get("/v1/inspections/" + own).then().statusCode(200);
        office(Given.NEIGHBOUR).get("/v1/inspections/" + own).then().statusCode(404);
    }
}
