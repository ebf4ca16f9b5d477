package cn.shequ.facilities.division;

import static cn.shequ.facilities.City.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.facilities.City;
import cn.shequ.facilities.Published;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "facilities"))
class DivisionImportComponentTest {

    @Inject
    Published published;

    @Test
    void a_city_that_nobody_has_heard_of_imports_itself() {
        City city = City.unheardOf();
        take(city.admin(), city.wholeTable())
                .statusCode(200)
                .body("created", equalTo(881))
                .body("lines", hasSize(881))
                .body("lines.outcome", everyItem(equalTo("CREATED")));
        given().queryParams("parent", city.code(), "limit", 200)
                .get("/v1/divisions")
                .then()
                .body("items", hasSize(15))
                .body("items.findAll { it.kind == 'URBAN_DISTRICT' }", hasSize(7));
        Set<String> known = new HashSet<>();
        List<JsonNode> events = published.about(city, "division-changed");
        assertThat(events).hasSize(881).allSatisfy(event -> {
            assertThat(event.get("city").asText()).isEqualTo(city.code());
            assertThat(event.path("parent").isMissingNode()
                            || known.contains(event.get("parent").asText()))
                    .as("the parent of %s was there before", event)
                    .isTrue();
            known.add(event.get("code").asText());
        });
    }

    @Test
    void the_same_file_a_second_time_changes_and_publishes_nothing() {
        City city = City.small();
        int before = published.about(city, "division-changed").size();
        take(city.admin(), city.smallTable())
                .statusCode(200)
                .body("created", equalTo(0))
                .body("changed", equalTo(0));
        assertThat(published.about(city, "division-changed")).hasSize(before);
    }

    @Test
    void what_was_exported_can_be_imported_again() {
        City city = City.small();
        String all = given().get("/v1/divisions/exports")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String own = all.lines()
                .filter(row ->
                        row.startsWith("code,") || row.startsWith(city.code().substring(0, 4)))
                .reduce("", (table, row) -> table + row + "\n");
        take(city.admin(), own)
                .statusCode(200)
                .body("lines.outcome", everyItem(equalTo("UNCHANGED")))
                .body("unchanged", equalTo((int) city.smallTable().lines().count() - 1));
    }

    @Test
    void a_renamed_and_moved_subdistrict_keeps_its_past() {
        City city = City.small();
        int before = published.about(city, "division-changed").size();
        String moved = "code,name,level,kind,parent\n%s,新南岭街道,TOWNSHIP_LEVEL,SUBDISTRICT,%s\n"
                .formatted(city.nanling(), city.kuancheng());
        take(city.admin().queryParam("validFrom", "2020-07-01"), moved)
                .statusCode(200)
                .body("changed", equalTo(1));

        read(city.nanling(), "2020-06-30")
                .body("parent", equalTo(city.nanguan()))
                .body("validTo", equalTo("2020-06-30"));
        read(city.nanling(), "2020-07-01")
                .body("parent", equalTo(city.kuancheng()))
                .body("name", equalTo("新南岭街道"));
        given().get("/v1/divisions/" + city.nanling()).then().body("validTo", nullValue());
        assertThat(published.about(city, "division-changed").subList(before, before + 2))
                .extracting(event -> event.path("validTo").asText())
                .as("the end of the old version, then the new one")
                .containsExactly("2020-06-30", "");
    }

    @Test
    void a_dry_run_says_what_would_happen_and_does_nothing() {
        City city = City.unheardOf();
        String table = city.smallTable().replaceFirst("URBAN_DISTRICT", "TOWN");
        city.admin()
                .queryParam("dryRun", true)
                .body(table)
                .post("/v1/divisions/imports")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("refused", equalTo(1))
                .body("lines.find { it.outcome == 'REFUSED' }.line", equalTo(3))
                .body("lines.find { it.outcome == 'REFUSED' }.reasons.code", equalTo(List.of("kind-of-other-level")))
                .body("lines.find { it.outcome == 'REFUSED' }.reasons.message[0]", containsString("TOWNSHIP_LEVEL"));
        given().get("/v1/divisions/" + city.code()).then().statusCode(404);
    }

    @Test
    void one_refused_line_refuses_them_all_and_is_named() {
        City city = City.unheardOf();
        take(
                        city.admin(),
                        city.smallTable()
                                + "%s,无主社区,COMMUNITY,URBAN_COMMUNITY,%s\n"
                                        .formatted(city.code("220199001001"), city.code("220199001000")))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("import-refused"))
                .body("figures.refused", equalTo(1))
                .body("errors[0].code", equalTo("unknown-parent"))
                .body("errors[0].field", containsString("parent"))
                .body("errors[0].message", containsString(city.code("220199001000")));
        given().get("/v1/divisions/" + city.code()).then().statusCode(404);
        assertThat(published.about(city, "division-changed")).isEmpty();
    }

    @Test
    void a_file_that_is_no_such_table_is_refused_in_the_readers_language() {
        City city = City.unheardOf();
        take(city.admin(), "a,b\n1,2\n").statusCode(400).body("code", equalTo("csv-header"));
        given().auth()
                .oauth2(Tokens.of("admin", List.of("platform-admin"), city.code(), null))
                .contentType("text/csv")
                .header("Accept-Language", "zh-CN")
                .body("a,b\n1,2\n")
                .post("/v1/divisions/imports")
                .then()
                .statusCode(400)
                .body("title", equalTo("表头不符"));
        take(city.admin().contentType("application/json"), "{}").statusCode(415);
    }

    @Test
    void only_the_platform_administrator_of_the_city_imports_it() {
        City city = City.unheardOf();
        RequestSpecification nobody = given().contentType("text/csv");
        take(nobody, city.smallTable()).statusCode(401).body("code", equalTo("unauthenticated"));
        take(as("finance-officer", city.code()).contentType("text/csv"), city.smallTable())
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
        take(City.unheardOf().admin(), city.smallTable()).statusCode(404);
        take(as("platform-admin", city.nanguan()).contentType("text/csv"), city.smallTable())
                .statusCode(404);
        assertThat(published.about(city, "division-changed")).isEmpty();
    }

    @Test
    void many_imports_at_once_have_one_effect() throws Exception {
        City city = City.unheardOf();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> created = IntStream.range(0, 8)
                    .mapToObj(i -> callers.submit(() -> take(city.admin(), city.smallTable())
                            .statusCode(200)
                            .extract()
                            .<Integer>path("created")))
                    .toList();
            int sum = 0;
            for (Future<Integer> each : created) {
                sum += each.get();
            }
            int rows = (int) city.smallTable().lines().count() - 1;
            assertThat(sum).isEqualTo(rows);
            assertThat(published.about(city, "division-changed")).hasSize(rows);
        }
    }

    @Test
    void lists_are_filtered_and_paged() {
        City city = City.small();
        String next = given().queryParams("parent", city.code(), "limit", 1)
                .get("/v1/divisions")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of(city.nanguan())))
                .extract()
                .path("next");
        given().queryParams("parent", city.code(), "limit", 1, "cursor", next)
                .get("/v1/divisions")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of(city.kuancheng())))
                .body("next", nullValue());
        given().queryParams("parent", city.code(), "kind", "DEVELOPMENT_ZONE")
                .get("/v1/divisions")
                .then()
                .body("items", hasSize(0));
        given().queryParams("parent", city.nanling(), "level", "COMMUNITY")
                .get("/v1/divisions")
                .then()
                .body("items.code", hasItem(city.huayang()));
        given().queryParam("limit", 201).get("/v1/divisions").then().statusCode(400);
    }

    private static ValidatableResponse read(String code, String on) {
        return given().queryParam("on", on).get("/v1/divisions/" + code).then().statusCode(200);
    }

    private static ValidatableResponse take(RequestSpecification caller, String table) {
        return caller.body(table).post("/v1/divisions/imports").then();
    }
}
