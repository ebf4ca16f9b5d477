package cn.shequ.facilities.development;

import static cn.shequ.facilities.City.as;
import static cn.shequ.facilities.City.command;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cn.shequ.facilities.City;
import cn.shequ.facilities.Published;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "facilities"))
@Tag("art-13")
class DevelopmentComponentTest {

    private static final String AREA = "development.area-per-100-households";

    @Inject
    Published published;

    @Inject
    Jdbi jdbi;

    private City city;

    @BeforeEach
    void settle() {
        city = City.small();
    }

    @Test
    void a_plan_with_599_99_for_2000_households_is_refused_and_the_review_kept() {
        String id = planned("599.99");
        String attempt = review(id, 1)
                .statusCode(422)
                .body("code", equalTo("plan-below-standard"))
                .body("articles", equalTo(List.of(13)))
                .body("figures.required", equalTo("600.00"))
                .body("figures.planned", equalTo("599.99"))
                .body("figures.missing", equalTo("0.01"))
                .body("rule", equalTo("development.area-per-100-households@1"))
                .body("detail", containsString("600.00"))
                .extract()
                .path("attemptId");
        as("auditor", city.nanguan())
                .get("/v1/developments/" + id + "/planning-reviews/" + attempt)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REJECTED"))
                .body("missingSquareMetres", equalTo("0.01"));
        assertThat(published.about(city, "plan-rejected")).singleElement().satisfies(event -> {
            assertThat(event.get("review").asText()).isEqualTo(attempt);
            assertThat(event.get("requiredSquareMetres").asText()).isEqualTo("600.00");
        });
        assertThat(published.about(city, "plan-approved")).isEmpty();
    }

    @Test
    void a_plan_with_600_passes() {
        String id = planned("600.00");
        review(id, 1).statusCode(201).header("Location", containsString(id)).body("outcome", equalTo("APPROVED"));
        planner().get("/v1/developments/" + id).then().body("stage", equalTo("APPROVED"));
        assertThat(published.about(city, "plan-approved")).hasSize(1);
        assertThat(published.about(city, "plan-rejected")).isEmpty();
    }

    @Test
    void a_changed_plan_is_reviewed_again() {
        String id = planned("599.99");
        review(id, 1).statusCode(422);
        review(id, 1).statusCode(409).body("code", equalTo("plan-already-reviewed"));
        change(id, null, "600.00").statusCode(428);
        change(id, "\"1\"", "600.00").statusCode(412);
        change(id, "\"2\"", "600.00").statusCode(200).body("plan", equalTo(2)).body("stage", equalTo("PLANNED"));
        review(id, 1).statusCode(409).body("code", equalTo("plan-superseded"));
        review(id, 2).statusCode(201);
        change(id, "\"4\"", "10.00").statusCode(200).body("stage", equalTo("PLANNED"));
        review(id, 3).statusCode(422);
        as("auditor", city.nanguan())
                .get("/v1/developments/" + id + "/planning-reviews")
                .then()
                .body("items.outcome", equalTo(List.of("REJECTED", "APPROVED", "REJECTED")));
    }

    @Test
    void a_phase_may_not_wait_for_the_next_one() {
        String id = add(planner(), """
                {"phase": 1, "households": 1000, "servicePremisesSquareMetres": "299.99", "welfareFacilitiesSquareMetres": "0"},
                {"phase": 2, "households": 1000, "servicePremisesSquareMetres": "400.00", "welfareFacilitiesSquareMetres": "0"}""").statusCode(201).extract().path("id");
        review(id, 1).statusCode(422).body("figures.upToPhase", equalTo(1)).body("figures.required", equalTo("300.00"));
    }

    @Test
    void a_stricter_local_rule_decides_in_its_own_district() {
        nanguanDemands35();
        review(planned("600.00"), 1).statusCode(422).body("figures.required", equalTo("700.00"));
    }

    @Test
    void a_review_says_whose_rule_decided() {
        String before = planned("600.00");
        review(before, 1).statusCode(201);
        nanguanDemands35();
        String rejected = planned("600.00");
        String attempt = review(rejected, 1)
                .statusCode(422)
                .body("rule", equalTo(AREA + "@1/" + city.nanguan()))
                .extract()
                .path("attemptId");
        String after = planned("700.00");
        review(after, 1)
                .statusCode(201)
                .body("ruleId", equalTo(AREA))
                .body("ruleVersion", equalTo(1))
                .body("ruleDivision", equalTo(city.nanguan()));
        as("auditor", city.nanguan())
                .get(reviews(rejected) + "/" + attempt)
                .then()
                .statusCode(200)
                .body("ruleDivision", equalTo(city.nanguan()));
        reviewsOf(after).body("items.ruleDivision", equalTo(List.of(city.nanguan())));
        reviewsOf(before)
                .body("items[0].ruleId", equalTo(AREA))
                .body("items[0].ruleVersion", equalTo(1))
                .body("items[0]", not(hasKey("ruleDivision")));
    }

    @Test
    void the_database_keeps_no_review_under_a_local_rule_that_nobody_decided() {
        String id = planned("600.00");
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("""
                        INSERT INTO planning_review (id, development, plan, outcome, up_to_phase, households,
                          required_square_metres, planned_square_metres, rule_id, rule_version, rule_division,
                          rate_square_metres, reviewed_on, recorded_by)
                        VALUES (gen_random_uuid(), ?::uuid, 1, 'APPROVED', 1, 2000, 600, 600, ?, 1, ?, 30, current_date, 'x')""", id, AREA, city.nanguan())))
                .hasMessageContaining("a_local_rule_is_on_record");
    }

    private void nanguanDemands35() {
        command("platform-admin", city.nanguan())
                .body("""
                        {"division": "%s", "ruleId": "%s", "value": "35.00",
                         "validFrom": "2026-01-01", "citation": "区政府文件"}""".formatted(city.nanguan(), AREA))
                .post("/v1/local-rules")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse reviewsOf(String development) {
        return as("auditor", city.nanguan()).get(reviews(development)).then().statusCode(200);
    }

    @Test
    void a_repeated_review_gets_the_first_answer_again() {
        String id = planned("599.99");
        RequestSpecification once = planner().body("{\"plan\": 1}");
        String attempt = once.post(reviews(id)).then().statusCode(422).extract().path("attemptId");
        once.post(reviews(id))
                .then()
                .statusCode(422)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Content-Type", startsWith("application/problem+json"))
                .body("attemptId", equalTo(attempt));
        assertThat(published.about(city, "plan-rejected")).hasSize(1);
    }

    @Test
    void reviews_at_the_same_time_leave_one() throws Exception {
        String id = planned("600.00");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> callers.submit(() -> review(id, 1).extract().statusCode()))
                    .toList();
            int created = 0;
            for (Future<Integer> answer : answers) {
                created += answer.get() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        }
        assertThat(published.about(city, "plan-approved")).hasSize(1);
    }

    @Test
    void only_the_planning_officer_of_the_territory_plans_and_reviews() {
        String id = planned("600.00");
        RequestSpecification neighbour = command("planning-officer", city.kuancheng());
        add(command("planning-officer", city.kuancheng()), phase("1.00")).statusCode(404);
        neighbour.body("{\"plan\": 1}").post(reviews(id)).then().statusCode(404);
        command("construction-officer", city.nanguan())
                .body("{\"plan\": 1}")
                .post(reviews(id))
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body("{\"plan\": 1}")
                .post(reviews(id))
                .then()
                .statusCode(401);
        as("auditor", city.kuancheng()).get("/v1/developments/" + id).then().statusCode(404);
        as("auditor", city.kuancheng()).get(reviews(id)).then().statusCode(404);
        as("auditor", city.kuancheng()).get("/v1/developments").then().body("items", hasSize(0));
        as("auditor", city.nanguan()).get("/v1/developments").then().body("items.id", equalTo(List.of(id)));
    }

    @Test
    void what_is_wrong_with_a_plan_is_named() {
        add(planner(), phase("600.00").replace("\"phase\": 1", "\"phase\": 2"))
                .statusCode(400)
                .body("code", equalTo("phases-out-of-order"))
                .body("errors[0].field", equalTo("phases[0].phase"))
                .body("errors[0].message", containsString("1"));
        add(planner(), phase("600.00").replace("2000", "0"))
                .statusCode(400)
                .body("errors[0].field", equalTo("phases[0].households"));
        add(planner(), phase("6e2")).statusCode(400).body("errors[0].code", equalTo("not-a-value"));
        add(planner(), "").statusCode(400);
    }

    private String planned(String area) {
        return add(planner(), phase(area)).statusCode(201).extract().path("id");
    }

    private RequestSpecification planner() {
        return command("planning-officer", city.nanguan());
    }

    private static String phase(String area) {
        return """
                {"phase": 1, "households": 2000, "servicePremisesSquareMetres": "%s", "welfareFacilitiesSquareMetres": "0.00"}""".formatted(area);
    }

    private ValidatableResponse add(RequestSpecification caller, String phases) {
        return caller.body("""
                        {"division": "%s", "developer": "11220102DEM000014K", "kind": "NEW_ESTATE",
                         "location": "南岭大街88号地块", "phases": [%s]}""".formatted(city.nanling(), phases))
                .post("/v1/developments")
                .then();
    }

    private ValidatableResponse change(String id, String ifMatch, String area) {
        RequestSpecification planner = planner();
        if (ifMatch != null) {
            planner.header("If-Match", ifMatch);
        }
        return planner.body("{\"phases\": [" + phase(area) + "]}")
                .put("/v1/developments/" + id + "/plan")
                .then();
    }

    private ValidatableResponse review(String id, int plan) {
        return planner().body("{\"plan\": " + plan + "}").post(reviews(id)).then();
    }

    private static String reviews(String development) {
        return "/v1/developments/" + development + "/planning-reviews";
    }
}
