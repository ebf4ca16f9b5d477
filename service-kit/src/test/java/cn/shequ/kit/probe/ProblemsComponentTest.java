package cn.shequ.kit.probe;

import static cn.shequ.kit.probe.ProbeService.DISTRICT;
import static cn.shequ.kit.probe.ProbeService.as;
import static cn.shequ.kit.probe.ProbeService.once;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class ProblemsComponentTest {

    @Inject
    TerritoryRecord territory;

    @BeforeEach
    void settle() {
        ProbeService.settle(territory);
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        once(as(Roles.FINANCE_OFFICER, DISTRICT))
                .body("""
                        {"division": "123", "name": " ", "amount": 1.005, "level": "PLANET", "on": "31.12.2026",
                         "count": "many", "colour": {"a": 1}, "parts": [{"division": "x", "name": "n"}, {"name": ""}]}""")
                .post("/v1/probes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("type", equalTo("urn:shequ:problem:invalid-request"))
                .body(
                        "errors.field",
                        hasItems(
                                "division",
                                "name",
                                "amount",
                                "level",
                                "on",
                                "count",
                                "colour",
                                "parts[0].division",
                                "parts[1].division",
                                "parts[1].name"))
                .body("errors.find { it.field == 'level' }.message", containsString("COMMUNITY"))
                .body("errors.findAll { it.field == 'division' }.code", contains("not-a-value"));
    }

    @Test
    void whatLooksLikeAPlaceInATextIsSaidAsItWasWritten() {
        once(as(Roles.FINANCE_OFFICER, DISTRICT))
                .body("{\"division\": \"${value}\", \"name\": \"n\"}")
                .post("/v1/probes")
                .then()
                .statusCode(400)
                .body("errors.find { it.field == 'division' }.message", containsString("${value}"));
    }

    @Test
    void aBodyThatIsNoJsonIsRefusedWithThePlace() {
        once(as(Roles.FINANCE_OFFICER, DISTRICT))
                .body("{\"division\": \n oops")
                .post("/v1/probes")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-body"))
                .body("figures.line", equalTo(2));
        once(as(Roles.FINANCE_OFFICER, DISTRICT))
                .body("")
                .post("/v1/probes")
                .then()
                .statusCode(400);
        once(as(Roles.FINANCE_OFFICER, DISTRICT))
                .body("null")
                .post("/v1/probes")
                .then()
                .statusCode(400);
    }

    @Test
    void theReaderIsAnsweredInTheOwnLanguage() {
        given().header("Accept-Language", "zh-CN,zh;q=0.9")
                .get("/v1/probes")
                .then()
                .statusCode(401)
                .header("Content-Language", "zh-CN")
                .header("WWW-Authenticate", "Bearer")
                .body("title", equalTo("未登录"));
        given().header("Accept-Language", "en")
                .get("/v1/probes")
                .then()
                .statusCode(401)
                .body("title", equalTo("Not signed in"));
    }

    @Test
    void aTokenThatIsNoneIsRefused() {
        given().auth()
                .oauth2("rubbish")
                .get("/v1/probes")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void theWrongRoleIsRefusedBeforeTheBodyIsRead() {
        as(Roles.RESIDENT, DISTRICT)
                .body("not json")
                .post("/v1/probes")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
    }

    @Test
    void aRefusalNamesTheArticleAndTheFiguresAndLeavesNothing() {
        once(as(Roles.FINANCE_OFFICER, DISTRICT))
                .body(ProbeService.probe("small", "9.99"))
                .post("/v1/probes")
                .then()
                .statusCode(422)
                .body("code", equalTo("too-small"))
                .body("articles", contains(16))
                .body("figures.required", equalTo("10.00"))
                .body("figures.actual", equalTo("9.99"))
                .body("detail", equalTo("10.00 required, found 9.99."));
        as(Roles.FINANCE_OFFICER, DISTRICT)
                .get("/v1/probes?name=small")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void aRefusalUnderAProductDefaultCitesNoArticle() {
        given().get("/v1/probes/default?rule=admission.quorum&division=" + DISTRICT)
                .then()
                .statusCode(422)
                .body("rule", equalTo("admission.quorum@1"))
                .body("articles", nullValue());
        given().get("/v1/probes/default?rule=volunteers.coverage&division=" + DISTRICT)
                .then()
                .body("rule", equalTo("volunteers.coverage@1"))
                .body("articles", contains(16));
    }

    @Test
    void anUnexpectedFailureTellsNothingOfTheInside() {
        given().get("/v1/probes/failure")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("internal-error"))
                .body("detail", not(containsString("secret")));
    }

    @Test
    void aQueryParameterThatIsNoValueIsTheCallersMistake() {
        as(Roles.FINANCE_OFFICER, DISTRICT)
                .get("/v1/probes?limit=many")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
        given().get("/v1/rulebook?division=12").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        given().get("/v1/rulebook?on=yesterday").then().statusCode(400);
    }

    @Test
    void plainHttpErrorsAreProblemsToo() {
        as(Roles.FINANCE_OFFICER, DISTRICT)
                .get("/v1/nothing-here")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        as(Roles.FINANCE_OFFICER, DISTRICT)
                .get("/v1/probes/not-a-uuid")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        as(Roles.FINANCE_OFFICER, DISTRICT)
                .delete("/v1/probes")
                .then()
                .statusCode(405)
                .body("code", equalTo("method-not-allowed"));
        once(as(Roles.FINANCE_OFFICER, DISTRICT))
                .contentType(ContentType.XML)
                .body("<a/>")
                .post("/v1/probes")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        as(Roles.FINANCE_OFFICER, DISTRICT)
                .get("/v1/probes?limit=201")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems(containsString("limit")));
    }
}
