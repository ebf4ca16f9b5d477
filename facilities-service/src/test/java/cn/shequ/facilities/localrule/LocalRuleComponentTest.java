package cn.shequ.facilities.localrule;

import static cn.shequ.facilities.City.command;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.facilities.City;
import cn.shequ.facilities.Published;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "facilities"))
class LocalRuleComponentTest {

    private static final String AREA = "development.area-per-100-households";

    @Inject
    Published published;

    private City city;

    @BeforeEach
    void settle() {
        city = City.small();
    }

    @Test
    void a_district_may_be_stricter_and_the_rulebook_says_so_there_and_only_there() {
        decide(city.nanguan(), city.nanguan(), AREA, "35.00", "2026-01-01")
                .statusCode(201)
                .header("Location", equalTo(location()))
                .body("version", equalTo(1))
                .body("unit", equalTo("SQUARE_METRES"));
        assertThat(rulebook(city.nanling(), "2026-01-01")).isEqualTo("35.00");
        assertThat(rulebook(city.nanling(), "2025-12-31")).isEqualTo("30.00");
        assertThat(rulebook(city.kuancheng(), "2026-01-01")).isEqualTo("30.00");
        given().get(java.net.URI.create(location()).getPath())
                .then()
                .statusCode(200)
                .body("value", equalTo("35.00"));
        assertThat(published.about(city, "rule-changed"))
                .singleElement()
                .satisfies(event -> assertThat(event.get("value").asText()).isEqualTo("35.00"));
    }

    @Test
    void a_laxer_rule_is_refused_with_both_figures_and_the_article() {
        decide(city.nanguan(), city.nanguan(), AREA, "29.99", "2026-01-01")
                .statusCode(422)
                .body("code", equalTo("rule-not-stricter"))
                .body("figures.required", equalTo("30.00"))
                .body("figures.actual", equalTo("29.99"));
        assertThat(published.about(city, "rule-changed")).isEmpty();
    }

    @Test
    void the_kinds_of_eligible_units_may_only_grow() {
        decide(city.code(), city.code(), "allocation.eligible-kinds", "DEVELOPMENT_ZONE", "2026-01-01")
                .statusCode(422)
                .body("code", equalTo("rule-not-stricter"));
        decide(city.code(), city.code(), "allocation.eligible-kinds", "DEVELOPMENT_ZONE,URBAN_DISTRICT", "2026-01-01")
                .statusCode(201);
    }

    @Test
    void a_district_may_not_fall_behind_its_own_city() {
        decide(city.code(), city.code(), AREA, "33.00", "2026-01-01").statusCode(201);
        decide(city.nanguan(), city.nanguan(), AREA, "32.00", "2026-02-01")
                .statusCode(422)
                .body("figures.required", equalTo("33.00"));
    }

    @Test
    void a_further_version_ends_the_one_before() {
        decide(city.nanguan(), city.nanguan(), AREA, "35.00", "2026-01-01").statusCode(201);
        decide(city.nanguan(), city.nanguan(), AREA, "36.00", "2026-01-01")
                .statusCode(422)
                .body("code", equalTo("rule-not-later"));
        decide(city.nanguan(), city.nanguan(), AREA, "32.00", "2026-07-01")
                .statusCode(201)
                .body("version", equalTo(2));
        assertThat(rulebook(city.nanguan(), "2026-06-30")).isEqualTo("35.00");
        assertThat(rulebook(city.nanguan(), "2026-07-01")).isEqualTo("32.00");
        given().queryParam("division", city.nanguan())
                .get("/v1/local-rules")
                .then()
                .body("items", hasSize(2));
        given().queryParams("division", city.nanguan(), "on", "2026-06-30")
                .get("/v1/local-rules")
                .then()
                .body("items.value", equalTo(List.of("35.00")));
        assertThat(published.about(city, "rule-changed"))
                .extracting(event -> event.path("validTo").asText())
                .containsExactly("", "2026-06-30", "");
    }

    @Test
    void what_the_rulebook_or_the_territory_does_not_know_is_refused() {
        decide(city.nanguan(), city.nanguan(), "no.such-rule", "1", "2026-01-01")
                .body("code", equalTo("rule-unknown"));
        decide(city.nanguan(), city.nanling(), AREA, "35.00", "2026-01-01").body("code", equalTo("rule-level"));
        decide(city.nanguan(), city.nanguan(), AREA, "many", "2026-01-01").body("code", equalTo("rule-value-invalid"));
        decide(city.nanguan(), city.nanguan(), AREA, "35.00", "2001-01-01").body("code", equalTo("division-unknown"));
        command("platform-admin", city.nanguan())
                .body("{\"division\": \"1\", \"value\": \"\"}")
                .post("/v1/local-rules")
                .then()
                .statusCode(400)
                .body("errors", hasSize(5));
    }

    @Test
    void only_the_administrator_of_the_unit_or_its_city_decides() {
        decide(city.code(), city.nanguan(), AREA, "35.00", "2026-01-01").statusCode(201);
        decide(city.kuancheng(), city.nanguan(), AREA, "35.00", "2026-03-01").statusCode(404);
        command("auditor", city.nanguan())
                .body(body(city.nanguan(), AREA, "35", "2026-04-01"))
                .post("/v1/local-rules")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body(body(city.nanguan(), AREA, "35", "2026-04-01"))
                .post("/v1/local-rules")
                .then()
                .statusCode(401);
    }

    @Test
    void decisions_at_the_same_time_get_one_version_each() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 6)
                    .mapToObj(i -> callers.submit(
                            () -> decide(city.nanguan(), city.nanguan(), AREA, "3" + i + ".50", "2026-05-01")
                                    .extract()
                                    .statusCode()))
                    .toList();
            int created = 0;
            for (Future<Integer> answer : answers) {
                created += answer.get() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        }
        given().queryParam("division", city.nanguan())
                .get("/v1/local-rules")
                .then()
                .body("items", hasSize(1));
    }

    private String location() {
        return io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port + "/v1/local-rules/"
                + city.nanguan() + "/" + AREA + "/1";
    }

    private static String rulebook(String division, String on) {
        return given().queryParams("division", division, "on", on)
                .get("/v1/rulebook")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.id == '" + AREA + "' }.value");
    }

    private static ValidatableResponse decide(
            String administrator, String division, String rule, String value, String from) {
        return command("platform-admin", administrator)
                .body(body(division, rule, value, from))
                .post("/v1/local-rules")
                .then();
    }

    private static String body(String division, String rule, String value, String from) {
        return """
                {"division": "%s", "ruleId": "%s", "value": "%s", "validFrom": "%s", "citation": "南府发〔2025〕8号"}""".formatted(division, rule, value, from);
    }
}
