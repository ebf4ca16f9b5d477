package cn.shequ.funding.disclosure;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.disclosure.LastQuarter.QUARTER;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.time.BusinessCalendar;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class DisclosureQuestionsComponentTest {

    @Inject
    Towns towns;

    @Inject
    LastQuarter quarter;

    @Inject
    BusinessCalendar calendar;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = LastQuarter.workingCosts(town);
    }

    @Test
    void a_resident_asks_the_office_answers_and_everybody_reads_both() {
        receive(town, fund, "5000.00", QUARTER.from()).then().statusCode(201);
        String id = quarter.published(town, 1);
        String question = once(as("resident", Roles.RESIDENT, town.community()))
                .body(Map.of("question", "这笔钱用在哪里？"))
                .post("/v1/disclosures/" + id + "/questions")
                .then()
                .statusCode(201)
                .body("answerBy", equalTo(calendar.plus(TODAY, 10).toString()))
                .body("askedBy", nullValue())
                .extract()
                .path("id");
        once(as("resident", Roles.RESIDENT, town.communities().get(1)))
                .body(Map.of("question", "x"))
                .post("/v1/disclosures/" + id + "/questions")
                .then()
                .statusCode(403);
        once(as("resident", Roles.RESIDENT, town.community()))
                .body(Map.of("question", "x".repeat(1001)))
                .post("/v1/disclosures/" + id + "/questions")
                .then()
                .statusCode(400);
        accountant(town).get("/v1/disclosure-questions").then().body("items.id", contains(question));
        accountant(town).get("/v1/disclosure-questions?overdue=true").then().body("items", empty());
        finance(town.neighbour()).get("/v1/disclosure-questions").then().body("items", empty());
        once(as("accountant", Roles.SUBDISTRICT_ACCOUNTANT, town.neighbourStreet()))
                .body(Map.of("answer", "x"))
                .post("/v1/disclosure-questions/" + question + "/answer")
                .then()
                .statusCode(403);
        once(accountant(town))
                .body(Map.of("answer", "用于办公用品。"))
                .post("/v1/disclosure-questions/" + question + "/answer")
                .then()
                .statusCode(200);
        once(as("officer", Roles.SUBDISTRICT_OFFICER, town.street()))
                .body(Map.of("answer", "另一个答复"))
                .post("/v1/disclosure-questions/" + question + "/answer")
                .then()
                .statusCode(409)
                .body("code", equalTo("question-already-answered"));
        given().get("/v1/disclosures/" + id + "/questions").then().body("items.answer", contains("用于办公用品。"));
        accountant(town).get("/v1/disclosure-questions").then().body("items", empty());
    }
}
