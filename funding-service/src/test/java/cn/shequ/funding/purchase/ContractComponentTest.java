package cn.shequ.funding.purchase;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.expenditure;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.pay;
import static cn.shequ.funding.purchase.Market.office;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the award to the payment, and what the public reads of it (Art. 25). */
@Tag("art-25")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class ContractComponentTest {

    @Inject
    Towns towns;

    @Inject
    Market market;

    private Town town;
    private String fund;
    private String organisation;
    private String purchase;

    @BeforeEach
    void award_a_purchase() {
        town = towns.build();
        fund = Market.fund(town, "50000.00");
        organisation = market.organisation(town);
        purchase = market.awarded(town, fund, organisation, "28600.00");
    }

    private Response conclude(String first, String second) {
        return Market.conclude(town, purchase, first, second);
    }

    private Response assess(int milestone, int satisfaction) {
        return Market.assess(town, purchase, milestone, satisfaction);
    }

    private Response record(int milestone) {
        return Market.record(town, purchase, milestone);
    }

    private void paid(int milestone) {
        Market.paid(town, purchase, milestone);
    }

    private void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    @Test
    void what_the_community_accepted_is_paid_by_accountant_approver_and_cashier() {
        conclude("14300.00", "14300.00").then().statusCode(200).body("amount", equalTo("28600.00"));
        balance(town, fund).then().body("available", equalTo("21400.00")).body("reserved", equalTo("28600.00"));
        assess(1, 92).then().statusCode(200).body("accepted", equalTo(true));
        paid(1);
        balance(town, fund)
                .then()
                .body("reserved", equalTo("14300.00"))
                .body("applied", equalTo("14300.00"))
                .body("spent.PURCHASED_SERVICES", equalTo("14300.00"));
        office(town)
                .post("/v1/purchases/" + purchase + "/completion")
                .then()
                .statusCode(422)
                .body("code", equalTo("milestones-not-paid"))
                .body("figures.paid", equalTo(1));
        assess(2, 95);
        paid(2);
        refused(record(2), 409, "milestone-already-paid");
        office(town)
                .post("/v1/purchases/" + purchase + "/completion")
                .then()
                .statusCode(200)
                .body("stage", equalTo("COMPLETED"));
        rewarded();
        published_as_open_contracting_data();
    }

    private void rewarded() {
        Map<String, Object> reward = Map.of("amount", "2000.00", "bookedOn", TODAY, "evidence", List.of(DIGEST));
        String path = "/v1/purchases/" + purchase + "/reward";
        String expenditure = once(accountant(town))
                .body(reward)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        refused(once(accountant(town)).body(reward).post(path), 409, "reward-already-given");
        approve(town, expenditure).then().statusCode(200);
        pay(town, expenditure).then().statusCode(200);
    }

    private void published_as_open_contracting_data() {
        String ocid = "ocds-000000-" + purchase;
        Response answer = given().get("/v1/purchases/ocds/releases/" + ocid);
        JsonNode releases = OcdsFields.requireReleasePackage(json(answer)).path("releases");
        List<String> tags = new ArrayList<>();
        releases.forEach(release -> tags.add(release.path("tag").get(0).asText()));
        assertThat(tags)
                .containsExactly(
                        "planning",
                        "tender",
                        "tenderUpdate",
                        "award",
                        "contract",
                        "implementation",
                        "implementation",
                        "implementation",
                        "implementation",
                        "implementation",
                        "implementation");
        assertThat(answer.asString())
                .doesNotContain("demander")
                .doesNotContain("judge-")
                .contains("\"amount\":28600.00");
        JsonNode last = releases.get(releases.size() - 1);
        assertThat(last.at("/contracts/0/implementation/transactions").findValues("amount"))
                .extracting(JsonNode::asDouble)
                .containsExactly(14300.00, 14300.00, 2000.00);
        assertThat(last.at("/contracts/0/milestones/1/status").asText()).isEqualTo("met");
        assertThat(last.at("/awards/0/suppliers/0/id").asText()).isEqualTo(organisation);
        given().get("/v1/purchases/ocds/records/" + ocid)
                .then()
                .statusCode(200)
                .body("records[0].ocid", equalTo(ocid))
                .body("records[0].releases.size()", equalTo(11));
        given().get("/v1/purchases/ocds/releases/ocds-other-" + purchase).then().statusCode(404);
        given().get("/v1/purchases/ocds/releases?limit=201").then().statusCode(400);
        assertThat(walk()).contains(ocid + "-1", ocid + "-11");
    }

    /** All releases, page by page. */
    private static List<String> walk() {
        List<String> ids = new ArrayList<>();
        String query = "?after=0&limit=50";
        while (query != null) {
            Response page = given().get("/v1/purchases/ocds/releases" + query);
            if (page.statusCode() == 204) {
                break;
            }
            OcdsFields.requireReleasePackage(json(page))
                    .path("releases")
                    .forEach(release -> ids.add(release.path("id").asText()));
            String link = page.header("Link");
            query = link == null ? null : link.substring(link.indexOf('?'), link.indexOf('>'));
        }
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    private static JsonNode json(Response answer) {
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(answer.then().statusCode(200).extract().asString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void milestones_make_the_contract_to_the_fen_and_another_than_the_awarder_concludes_it() {
        conclude("14300.00", "14299.99")
                .then()
                .statusCode(422)
                .body("code", equalTo("milestones-not-contract"))
                .body("figures.sum", equalTo("28599.99"))
                .body("figures.amount", equalTo("28600.00"));
        office(town)
                .body(Map.of(
                        "signedOn",
                        TODAY,
                        "document",
                        DIGEST,
                        "milestones",
                        List.of(Map.of("title", "全部", "amount", "28600.00", "dueOn", TODAY))))
                .post("/v1/purchases/" + purchase + "/contract")
                .then()
                .statusCode(422)
                .body("code", equalTo("awarder-may-not"));
        conclude("14300.00", "14300.00").then().statusCode(200);
        refused(conclude("14300.00", "14300.00"), 409, "purchase-stage");
    }

    @Test
    void nothing_is_paid_before_the_community_is_satisfied_enough() {
        conclude("14300.00", "14300.00");
        record(1)
                .then()
                .statusCode(422)
                .body("code", equalTo("milestone-not-accepted"))
                .body("articles", contains(25));
        assess(1, 59).then().statusCode(200).body("accepted", equalTo(false));
        refused(record(1), 422, "milestone-not-accepted");
        assess(1, 60).then().statusCode(200).body("accepted", equalTo(true));
        refused(assess(1, 100), 409, "milestone-already-accepted");
        once(as("other", Roles.COMMUNITY_OFFICER, town.communities().get(1)))
                .body(Map.of("satisfaction", 100))
                .post("/v1/purchases/" + purchase + "/milestones/2/assessments")
                .then()
                .statusCode(403);
        once(Market.bidder(town, organisation))
                .body(Map.of("satisfaction", 100))
                .post("/v1/purchases/" + purchase + "/milestones/2/assessments")
                .then()
                .statusCode(403);
        String expenditure = record(1).then().statusCode(201).extract().path("id");
        refused(record(1), 409, "milestone-already-paid");
        once(as("approver", Roles.SUBDISTRICT_APPROVER, town.street()))
                .body(Map.of("reason", "发票有误"))
                .post("/v1/expenditures/" + expenditure + "/rejection")
                .then()
                .statusCode(200);
        record(1).then().statusCode(201);
        assess(3, 80).then().statusCode(404);
    }

    @Test
    void accountants_of_elsewhere_hear_nothing_of_the_contract() {
        conclude("14300.00", "14300.00");
        Map<String, Object> payment = Map.of("bookedOn", TODAY, "evidence", List.of(DIGEST));
        Map<String, Object> reward = Map.of("amount", "1.00", "bookedOn", TODAY, "evidence", List.of(DIGEST));
        Map.of("/milestones/1/expenditure", payment, "/reward", reward)
                .forEach((part, wanted) -> once(as("accountant", Roles.SUBDISTRICT_ACCOUNTANT, town.neighbourStreet()))
                        .body(wanted)
                        .post("/v1/purchases/" + purchase + part)
                        .then()
                        .statusCode(404));
    }

    @Test
    void services_are_never_paid_by_hand() {
        Response contract = conclude("14300.00", "14300.00");
        Map<String, Object> byHand = new HashMap<>(expenditure(fund, "100.00"));
        byHand.put("category", "PURCHASED_SERVICES");
        once(accountant(town))
                .body(byHand)
                .post("/v1/expenditures")
                .then()
                .statusCode(422)
                .body("code", equalTo("services-paid-by-hand"))
                .body("articles", contains(25));
        byHand.put("drawsOn", contract.path("commitment"));
        refused(once(accountant(town)).body(byHand).post("/v1/expenditures"), 422, "services-paid-by-hand");
    }

    @Test
    void a_terminated_contract_gives_back_what_was_not_drawn() {
        conclude("14300.00", "14300.00");
        assess(1, 92);
        String expenditure = record(1).then().statusCode(201).extract().path("id");
        Map<String, String> reason = Map.of("reason", "机构无法继续提供服务");
        String path = "/v1/purchases/" + purchase + "/termination";
        refused(office(town).body(reason).post(path), 409, "payment-under-way");
        approve(town, expenditure).then().statusCode(200);
        pay(town, expenditure).then().statusCode(200);
        office(town).body(reason).post(path).then().statusCode(200).body("stage", equalTo("TERMINATED"));
        balance(town, fund)
                .then()
                .body("available", equalTo("35700.00"))
                .body("reserved", equalTo("0.00"))
                .body("applied", equalTo("14300.00"));
        refused(assess(2, 90), 409, "purchase-stage");
        once(accountant(town))
                .body(Map.of("amount", "1.00", "bookedOn", TODAY, "evidence", List.of(DIGEST)))
                .post("/v1/purchases/" + purchase + "/reward")
                .then()
                .statusCode(422)
                .body("code", equalTo("reward-not-earned"))
                .body("articles", nullValue())
                .body("figures.least", equalTo(90));
    }

    @Test
    void an_award_that_comes_to_nothing_is_cancelled_with_its_reason() {
        office(town)
                .body(Map.of("reason", "中标机构放弃"))
                .post("/v1/purchases/" + purchase + "/cancellation")
                .then()
                .statusCode(200)
                .body("stage", equalTo("CANCELLED"));
        given().get("/v1/purchases/ocds/releases/ocds-000000-" + purchase)
                .then()
                .body("releases[-1].tag", contains("awardCancellation"))
                .body("releases[-1].awards[0].status", equalTo("cancelled"))
                .body("releases[-1].tender.status", equalTo("complete"));
    }
}
