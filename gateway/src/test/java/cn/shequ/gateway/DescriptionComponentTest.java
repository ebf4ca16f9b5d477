package cn.shequ.gateway;

import static cn.shequ.gateway.surroundings.Client.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.gateway.surroundings.Surrounded;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One description of everything, also while something is missing. */
@QuarkusTest
class DescriptionComponentTest extends Surrounded {
    private static final String LEDGERS = """
            {"openapi":"3.1.0","info":{"title":"x","version":"1"},
             "security":[{"own-name":["auditor"]}],
             "tags":[{"name":"ledger","description":"Books"}],
             "paths":{
               "/v1/ledgers/{id}":{"get":{"operationId":"readLedger","tags":["ledger"],
                 "responses":{"200":{"$ref":"#/components/responses/Ledger"}}}},
               "/v1/checkpoint":{"get":{"operationId":"checkpoint","security":[],"responses":{}}},
               "/internal":{"get":{"responses":{}}}},
             "components":{
               "schemas":{"Money":{"type":"string"},"Ledger":{"properties":{"sum":{"$ref":"#/components/schemas/Money"}}}},
               "responses":{"Ledger":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Ledger"}}}}},
               "securitySchemes":{"own-name":{"type":"openIdConnect"}}}}""";

    @BeforeEach
    void describe() {
        funding.answers(request -> request.response().end(LEDGERS));
        admission.answers(
                request -> request.response()
                        .end(
                                "{\"openapi\":\"3.1.0\",\"paths\":{},\"components\":{\"schemas\":{\"Money\":{\"type\":\"object\"}}}}"));
        workforce.answers(request -> request.response().end("<html>no document</html>"));
    }

    @Test
    void operations_of_all_services_stand_under_the_addresses_that_work_from_outside() {
        JsonObject suite = openApi();

        assertThat(funding.seen()).containsExactly("/q/openapi?format=json");
        assertThat(suite.getString("openapi")).isEqualTo("3.1.0");
        assertThat(suite.getJsonObject("paths").fieldNames())
                .contains("/api/funding/v1/ledgers/{id}", "/api/funding/v1/checkpoint", "/api/me", "/api/openapi")
                .noneMatch(path -> path.contains("internal"));
        JsonObject read = suite.getJsonObject("paths")
                .getJsonObject("/api/funding/v1/ledgers/{id}")
                .getJsonObject("get");
        assertThat(read.getString("operationId")).isEqualTo("fundingReadLedger");
        assertThat(read.getJsonArray("tags")).containsExactly("funding/ledger");
    }

    @Test
    void components_of_the_same_name_do_not_meet_and_references_follow() {
        JsonObject schemas = openApi().getJsonObject("components").getJsonObject("schemas");

        assertThat(schemas.getJsonObject("funding.Money").getString("type")).isEqualTo("string");
        assertThat(schemas.getJsonObject("admission.Money").getString("type")).isEqualTo("object");
        String text = openApi().encode();
        Matcher reference =
                Pattern.compile("\"#/components/([a-zA-Z]+)/([^\"/]+)\"").matcher(text);
        int found = 0;
        while (reference.find()) {
            found++;
            assertThat(openApi()
                            .getJsonObject("components")
                            .getJsonObject(reference.group(1))
                            .containsKey(reference.group(2)))
                    .as(reference.group())
                    .isTrue();
        }
        assertThat(found).isGreaterThanOrEqualTo(3);
    }

    @Test
    void who_may_call_an_operation_is_kept_and_public_ones_stay_public() {
        JsonObject paths = openApi().getJsonObject("paths");

        assertThat(paths.getJsonObject("/api/funding/v1/ledgers/{id}")
                        .getJsonObject("get")
                        .getJsonArray("security")
                        .encode())
                .isEqualTo("[{\"shequ\":[\"auditor\"]}]");
        assertThat(paths.getJsonObject("/api/funding/v1/checkpoint")
                        .getJsonObject("get")
                        .getJsonArray("security"))
                .isEmpty();
        assertThat(paths.getJsonObject("/api/me")
                        .getJsonObject("get")
                        .getJsonArray("security")
                        .encode())
                .isEqualTo("[{\"shequ\":[]}]");
        assertThat(paths.getJsonObject("/api/openapi").getJsonObject("get").getJsonArray("security"))
                .isEmpty();
        assertThat(openApi()
                        .getJsonObject("components")
                        .getJsonObject("securitySchemes")
                        .fieldNames())
                .containsExactly("shequ");
    }

    @Test
    void what_is_missing_is_said() {
        var missing = openApi().getJsonArray("x-missing");

        assertThat(missing.encode())
                .isEqualTo("[{\"service\":\"facilities\",\"reason\":\"unavailable\"},"
                        + "{\"service\":\"workforce\",\"reason\":\"no OpenAPI document\"}]");
    }

    @Test
    void a_service_that_comes_back_is_in_the_next_document() {
        assertThat(openApi().getJsonArray("x-missing").encode()).contains("workforce");
        workforce.answers(
                request -> request.response().end("{\"openapi\":\"3.1.0\",\"paths\":{\"/v1/volunteers\":{}}}"));

        assertThat(openApi().getJsonArray("x-missing").encode()).doesNotContain("workforce");
        assertThat(openApi().getJsonObject("paths").containsKey("/api/workforce/v1/volunteers"))
                .isTrue();
    }

    @Test
    void events_are_described_in_one_document_that_needs_no_other_file() {
        var answer = get("/api/asyncapi");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        JsonObject suite = new JsonObject(answer.body());
        assertThat(suite.getString("asyncapi")).startsWith("3.");
        assertThat(answer.body()).doesNotContain("\"./");
        JsonObject opened = suite.getJsonObject("components")
                .getJsonObject("messages")
                .getJsonObject("funding.obligation-opened.v1");
        assertThat(opened.getJsonObject("payload")
                        .getJsonObject("schema")
                        .getJsonObject("properties")
                        .getJsonObject("data")
                        .getString("title"))
                .isEqualTo("obligation-opened.v1");
        assertThat(opened.getJsonArray("examples")
                        .getJsonObject(0)
                        .getJsonObject("payload")
                        .getString("type"))
                .isEqualTo("cn.shequ.funding.obligation-opened.v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/en.html", "/api/docs/"})
    void pages_take_everything_from_the_gateway_itself(String path) {
        var page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'");
        Matcher link = Pattern.compile("(?:src|href)=\"([^\"#?]+)[^\"]*\"").matcher(page.body());
        int found = 0;
        while (link.find()) {
            found++;
            String target = link.group(1);
            assertThat(target).doesNotContain("//");
            String address = target.startsWith("/") ? target : path + target;
            assertThat(get(address).statusCode()).as(address).isEqualTo(200);
        }
        assertThat(found).isPositive();
    }

    @Test
    void the_documentation_is_found_without_the_slash_too() {
        var answer = get("/api/docs");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/docs/");
    }

    @Test
    void ready_means_the_gateway_and_shows_the_breakers() {
        var answer = get("/q/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject services = new JsonObject(answer.body())
                .getJsonArray("checks").stream()
                        .map(JsonObject.class::cast)
                        .filter(check -> check.getString("name").equals("services"))
                        .findFirst()
                        .orElseThrow();
        assertThat(services.getJsonObject("data").getString("funding")).isEqualTo("breaker closed");
    }

    private static JsonObject openApi() {
        var answer = get("/api/openapi");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        return new JsonObject(answer.body());
    }
}
