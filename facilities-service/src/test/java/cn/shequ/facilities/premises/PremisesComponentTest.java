package cn.shequ.facilities.premises;

import static cn.shequ.facilities.City.as;
import static cn.shequ.facilities.City.command;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.shequ.facilities.City;
import cn.shequ.facilities.Published;
import cn.shequ.localstack.SuiteInfrastructure;
import com.fasterxml.jackson.databind.JsonNode;
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
class PremisesComponentTest {

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
    @Tag("art-12")
    void a_community_with_299_99_is_weak_and_with_300_it_is_not() {
        String id = add(officer(), body("299.99", false, "SUBDISTRICT_OFFICE"))
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .extract()
                .path("id");
        standing("2026-01-01")
                .body("standing", equalTo("WEAK"))
                .body("areaSquareMetres", equalTo("299.99"))
                .body("missingSquareMetres", equalTo("200.01"))
                .body("article", equalTo(12));
        changeArea(id, "\"1\"", "2026-02-01", "300.00").statusCode(200).header("ETag", equalTo("\"2\""));
        standing("2026-01-31").body("standing", equalTo("WEAK"));
        standing("2026-02-01").body("standing", equalTo("BELOW_STANDARD"));
        changeArea(id, "\"2\"", "2026-03-01", "500.00").statusCode(200);
        standing("2026-03-01").body("standing", equalTo("STANDARD")).body("missingSquareMetres", equalTo("0.00"));
        assertThat(published.about(city, "premises-changed"))
                .extracting(event -> event.get("standing").asText())
                .containsExactly("WEAK", "BELOW_STANDARD", "STANDARD");
    }

    @Test
    @Tag("art-12")
    void all_premises_of_a_community_count_together_and_a_local_rule_counts_for_its_unit() {
        add(officer(), body("200.00", false, "SUBDISTRICT_OFFICE")).statusCode(201);
        add(officer(), body("300.00", true, "DISTRICT_GOVERNMENT")).statusCode(201);
        standing("2026-01-01")
                .body("standing", equalTo("STANDARD"))
                .body("areaSquareMetres", equalTo("500.00"))
                .body("rule", equalTo("premises.standard-area@1"));
        command("platform-admin", city.nanguan())
                .body("""
                        {"division": "%s", "ruleId": "premises.standard-area", "value": "600.00",
                         "validFrom": "2026-06-01", "citation": "区政府文件"}""".formatted(city.nanguan()))
                .post("/v1/local-rules")
                .then()
                .statusCode(201);
        standing("2026-06-01")
                .body("standing", equalTo("BELOW_STANDARD"))
                .body("standardSquareMetres", equalTo("600.00"))
                .body("rule", equalTo("premises.standard-area@1/" + city.nanguan()));
    }

    @Test
    @Tag("art-12")
    void weak_communities_are_listed_and_counted() {
        add(officer(), body("500.00", false, "SUBDISTRICT_OFFICE")).statusCode(201);
        weak("2026-01-01").body("items.community", not(hasItem(city.huayang())));
        weak("2025-12-31").body("items.community", hasItem(city.huayang()));
        int communities = given().queryParams("division", city.nanguan(), "limit", 200)
                .get("/v1/premises-standings")
                .then()
                .extract()
                .<List<String>>path("items.community")
                .size();
        given().queryParams("division", city.nanguan(), "asOf", "2026-01-01")
                .get("/v1/indicators")
                .then()
                .statusCode(200)
                .body("find { it.indicator == 'premises-at-standard' }.numerator", equalTo(1))
                .body("find { it.indicator == 'premises-at-standard' }.denominator", equalTo(communities))
                .body("find { it.indicator == 'premises-at-standard' }.target", equalTo("100.00"))
                .body("find { it.indicator == 'premises-at-standard' }.met", equalTo(false))
                .body("find { it.indicator == 'weak-communities' }.numerator", equalTo(communities - 1))
                .body("article", equalTo(List.of(12, 12)));
        given().queryParam("division", City.unheardOf().code())
                .get("/v1/indicators")
                .then()
                .statusCode(404);
        given().get("/v1/indicators").then().statusCode(400);
        given().queryParams("division", city.nanguan(), "on", "2011-12-13")
                .get("/v1/premises-standings")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-rule-on-day"));
    }

    @Test
    @Tag("art-14")
    void handed_over_premises_belong_to_the_district_government() {
        add(officer(), body("300.00", true, "PRIVATE_OWNER"))
                .statusCode(422)
                .body("code", equalTo("premises-title"))
                .body("articles", equalTo(List.of(14)))
                .body("figures.actual", equalTo("PRIVATE_OWNER"));
    }

    @Test
    @Tag("art-14")
    void a_disposal_of_handed_over_premises_is_refused_and_kept_once() {
        String id = add(officer(), body("300.00", true, "DISTRICT_GOVERNMENT"))
                .extract()
                .path("id");
        RequestSpecification attempt = officer().body("{\"disposal\": \"LEASE_OUT\", \"plannedOn\": \"2026-03-01\"}");
        String kept = attempt.post("/v1/premises/" + id + "/disposals")
                .then()
                .statusCode(422)
                .body("code", equalTo("disposal-prohibited"))
                .body("articles", equalTo(List.of(14)))
                .body("attemptId", notNullValue())
                .extract()
                .path("attemptId");
        attempt.post("/v1/premises/" + id + "/disposals")
                .then()
                .statusCode(422)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("attemptId", equalTo(kept));
        assertThat(attempts(id)).containsExactly("REFUSED");
    }

    @Test
    @Tag("art-14")
    void other_premises_may_be_disposed_of() {
        String id = add(officer(), body("300.00", false, "SUBDISTRICT_OFFICE"))
                .extract()
                .path("id");
        officer()
                .body("{\"disposal\": \"TRANSFER\", \"plannedOn\": \"2026-03-01\"}")
                .post("/v1/premises/" + id + "/disposals")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("RECORDED"));
        assertThat(attempts(id)).containsExactly("RECORDED");
    }

    @Test
    void an_area_change_needs_the_version_that_was_read_and_a_free_day() {
        String id = add(officer(), body("300.00", false, "SUBDISTRICT_OFFICE"))
                .extract()
                .path("id");
        changeArea(id, null, "2026-02-01", "310").statusCode(428);
        changeArea(id, "\"7\"", "2026-02-01", "310").statusCode(412);
        changeArea(id, "\"1\"", "2026-01-01", "310").statusCode(409).body("code", equalTo("area-day-taken"));
        changeArea(id, "\"1\"", "2025-12-31", "310").statusCode(422).body("code", equalTo("area-before-first"));
        changeArea(id, "\"1\"", "2026-02-01", "310.005")
                .statusCode(400)
                .body("errors[0].field", equalTo("areaSquareMetres"));
        changeArea(id, "\"1\"", "2026-02-01", "0.00").statusCode(200).body("areas", hasSize(2));
    }

    @Test
    void premises_are_kept_by_their_own_territory_and_hidden_from_the_neighbours() {
        String id = add(officer(), body("300.00", false, "SUBDISTRICT_OFFICE"))
                .extract()
                .path("id");
        add(command("subdistrict-officer", city.kuancheng()), body("1.00", false, "SUBDISTRICT_OFFICE"))
                .statusCode(404);
        add(command("resident", city.huayang()), body("1.00", false, "SUBDISTRICT_OFFICE"))
                .statusCode(403);
        add(given().contentType("application/json"), body("1.00", false, "SUBDISTRICT_OFFICE"))
                .statusCode(401);
        as("auditor", city.nanguan())
                .get("/v1/premises/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));
        as("auditor", city.kuancheng()).get("/v1/premises/" + id).then().statusCode(404);
        as("auditor", city.nanguan()).get("/v1/premises").then().body("items.id", equalTo(List.of(id)));
        as("auditor", city.kuancheng()).get("/v1/premises").then().body("items", hasSize(0));
        given().get("/v1/premises/" + id).then().statusCode(401);
    }

    @Test
    void a_repeated_request_has_one_effect_and_another_one_under_its_key_is_refused() {
        RequestSpecification once = officer();
        String id = add(once, body("300.00", false, "SUBDISTRICT_OFFICE"))
                .statusCode(201)
                .extract()
                .path("id");
        add(once, body("300.00", false, "SUBDISTRICT_OFFICE"))
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("id", equalTo(id));
        add(once, body("301.00", false, "SUBDISTRICT_OFFICE"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(published.about(city, "premises-changed")).hasSize(1);
    }

    @Test
    void premises_added_at_the_same_time_all_count_in_the_last_event() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(
                            i -> callers.submit(() -> add(officer(), body("50.01", false, "SUBDISTRICT_OFFICE"))
                                    .statusCode(201)))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        }
        List<JsonNode> events = published.about(city, "premises-changed");
        assertThat(events).hasSize(8);
        assertThat(events.getLast().get("areaSquareMetres").asText()).isEqualTo("400.08");
        standing("2026-01-01").body("areaSquareMetres", equalTo("400.08"));
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        add(officer(), "{\"community\": \"x\", \"uses\": [], \"areaSquareMetres\": \"-1\", \"obtained\": \"FOUND\"}")
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "community", "uses", "areaSquareMetres", "obtained", "title", "address", "validFrom"));
    }

    private RequestSpecification officer() {
        return command("subdistrict-officer", city.nanling());
    }

    private String body(String area, boolean handedOver, String title) {
        return """
                {"community": "%s", "address": "南岭大街1号1楼", "obtained": "NEW", "title": "%s", "handedOver": %s,
                 "uses": ["SERVICE_HALL"], "areaSquareMetres": "%s", "validFrom": "2026-01-01"}""".formatted(city.huayang(), title, handedOver, area);
    }

    private static ValidatableResponse add(RequestSpecification caller, String body) {
        return caller.body(body).post("/v1/premises").then();
    }

    private ValidatableResponse changeArea(String id, String ifMatch, String from, String area) {
        RequestSpecification officer = officer();
        if (ifMatch != null) {
            officer.header("If-Match", ifMatch);
        }
        return officer.body("{\"validFrom\": \"%s\", \"areaSquareMetres\": \"%s\"}".formatted(from, area))
                .post("/v1/premises/" + id + "/area-changes")
                .then();
    }

    private ValidatableResponse standing(String on) {
        return given().queryParam("on", on)
                .get("/v1/communities/" + city.huayang() + "/premises-standing")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse weak(String on) {
        return given().queryParams("division", city.nanguan(), "standing", "WEAK", "on", on, "limit", 200)
                .get("/v1/premises-standings")
                .then()
                .statusCode(200);
    }

    private List<String> attempts(String premises) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT outcome FROM premises_disposal WHERE premises = CAST(:id AS uuid)")
                        .bind("id", premises)
                        .mapTo(String.class)
                        .list());
    }
}
