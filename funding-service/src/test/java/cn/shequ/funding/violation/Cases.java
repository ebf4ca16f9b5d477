package cn.shequ.funding.violation;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.expenditure;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Town;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** The steps of a case in a test's town, each by who may take it. */
final class Cases {

    private final Town town;

    Cases(Town town) {
        this.town = town;
    }

    String attempted() {
        Map<String, Object> wanted = expenditure(aFund(town), "800.00");
        wanted.put("category", "RECEPTION");
        String attempt =
                once(accountant(town)).body(wanted).post("/v1/expenditures").path("attemptId");
        return finance(town.district())
                .get("/v1/violations?subject=" + attempt)
                .then()
                .body("items[0].attemptedBy", equalTo("accountant"))
                .extract()
                .path("items[0].id");
    }

    Map<String, Object> report(String subject) {
        return Map.of(
                "kind",
                "ENCROACHMENT",
                "subject",
                subject,
                "body",
                town.street(),
                "amountActual",
                "800.00",
                "account",
                "社区经费被用于街道办公室装修。",
                "evidence",
                List.of(DIGEST));
    }

    String reported(String by) {
        return once(given().auth()
                        .oauth2(Tokens.of(
                                by,
                                List.of(Roles.AUDITOR, Roles.SUBDISTRICT_ACCOUNTANT),
                                town.district().value(),
                                null))
                        .contentType(ContentType.JSON))
                .body(report(aFund(town)))
                .post("/v1/violations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response notified(String id) {
        return once(finance(town.district())).post("/v1/violations/" + id + "/notification");
    }

    void explained(String id) {
        once(officer())
                .body(Map.of("statement", "系误录科目"))
                .post("/v1/violations/" + id + "/explanation")
                .then()
                .statusCode(200)
                .body("stage", equalTo("EXPLAINED"));
    }

    void appealed(String id) {
        once(officer())
                .body(Map.of("statement", "认定事实有误", "evidence", List.of(DIGEST)))
                .post("/v1/violations/" + id + "/appeal")
                .then()
                .statusCode(200)
                .body("stage", equalTo("APPEALED"));
    }

    static Response confirm(RequestSpecification by, String id) {
        return once(by).body(Map.of("statement", "事实清楚")).post("/v1/violations/" + id + "/confirmation");
    }

    static Response dismiss(RequestSpecification by, String id) {
        return once(by).body(Map.of("statement", "证据不足")).post("/v1/violations/" + id + "/dismissal");
    }

    static Response decideAppeal(RequestSpecification by, String id, String outcome) {
        return once(by).body(Map.of("outcome", outcome, "statement", "复核意见"))
                .post("/v1/violations/" + id + "/appeal-decision");
    }

    RequestSpecification officer() {
        return as("officer", Roles.SUBDISTRICT_OFFICER, town.street());
    }
}
