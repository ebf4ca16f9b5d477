package cn.shequ.funding.purchase;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.purchase.Market.award;
import static cn.shequ.funding.purchase.Market.bid;
import static cn.shequ.funding.purchase.Market.bidder;
import static cn.shequ.funding.purchase.Market.civilAffairs;
import static cn.shequ.funding.purchase.Market.deadlinePasses;
import static cn.shequ.funding.purchase.Market.declare;
import static cn.shequ.funding.purchase.Market.demander;
import static cn.shequ.funding.purchase.Market.evaluate;
import static cn.shequ.funding.purchase.Market.file;
import static cn.shequ.funding.purchase.Market.judge;
import static cn.shequ.funding.purchase.Market.office;
import static cn.shequ.funding.purchase.Market.open;
import static cn.shequ.funding.purchase.Market.plan;
import static cn.shequ.funding.purchase.Market.planned;
import static cn.shequ.funding.purchase.Market.published;
import static cn.shequ.funding.purchase.Market.score;
import static cn.shequ.funding.purchase.Market.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.organisation.Register;
import cn.shequ.funding.organisation.Standing;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the catalogue to the award (Art. 25). */
@Tag("art-25")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class PurchaseComponentTest {

    @Inject
    Towns towns;

    @Inject
    Market market;

    @Inject
    Register register;

    @Inject
    Jdbi jdbi;

    private Town town;
    private String fund;
    private String item;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = Market.fund(town, "50000.00");
        item = Market.item(town);
    }

    private Map<String, Object> demand() {
        return Market.demand(town, fund, item);
    }

    private Map<String, Object> demand(String part, Object value) {
        Map<String, Object> demand = demand();
        demand.put(part, value);
        return demand;
    }

    @Test
    void the_best_bid_is_awarded_by_another_person_than_the_demander() {
        String purchase = published(town, demand());
        String dearer = submitted(town, purchase, market.organisation(town), "29000.00");
        String cheaper = submitted(town, purchase, market.organisation(town), "26000.00");
        evaluate(town, purchase, Map.of(dearer, 95, cheaper, 70));
        file(town, purchase)
                .then()
                .statusCode(200)
                .body("ranking.bids.bid", contains(dearer, cheaper))
                .body("ranking.bids[0].score", equalTo(93.398f))
                .body("plannedBy", equalTo("demander"));
        once(as("demander", Roles.SUBDISTRICT_OFFICER, town.street()))
                .post("/v1/purchases/" + purchase + "/award")
                .then()
                .statusCode(422)
                .body("code", equalTo("demander-may-not"))
                .body("articles", contains(25));
        award(town, purchase).then().statusCode(200).body("stage", equalTo("AWARDED"));
        assertThat(awarded(purchase)).contains(dearer).contains("\"29000.00\"").contains("\"30000.00\"");
        award(town, purchase).then().statusCode(409).body("code", equalTo("purchase-stage"));
    }

    private String awarded(String purchase) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT data FROM event_outbox WHERE type = 'cn.shequ.funding.purchase-awarded.v1' AND subject = :id")
                .bind("id", purchase)
                .mapTo(String.class)
                .one());
    }

    @Test
    void what_is_published_of_a_purchase_is_public_and_names_nobody() {
        String purchase = published(town, demand());
        given().get("/v1/purchases/" + purchase)
                .then()
                .statusCode(200)
                .body("stage", equalTo("PUBLISHED"))
                .body("plannedBy", nullValue());
        given().get("/v1/purchases?division=" + town.district()).then().body("items.id", contains(purchase));
        given().get("/v1/purchases?division=" + town.neighbour()).then().body("items", empty());
        given().get("/v1/purchase-items?division=" + town.district()).then().body("items.id", contains(item));
        given().get("/v1/purchases/" + purchase + "/file").then().statusCode(401);
        as("auditor", Roles.AUDITOR, town.neighbour())
                .get("/v1/purchases/" + purchase + "/file")
                .then()
                .statusCode(404);
    }

    @Test
    void a_demand_needs_a_fund_for_it_that_has_the_money_and_whole_criteria() {
        refused(plan(town, demand("fund", aFund(town))), 422, "fund-not-for-purchases");
        refused(plan(town, demand("budget", "50000.01")), 422, "budget-not-available");
        planned(town, demand());
        plan(town, demand())
                .then()
                .statusCode(422)
                .body("code", equalTo("budget-not-available"))
                .body("articles", contains(16, 25))
                .body("figures.available", equalTo("20000.00"));
        refused(
                plan(
                        town,
                        demand(
                                "criteria",
                                List.of(
                                        Map.of("code", "A", "kind", "PRICE", "title", "a", "weight", 40),
                                        Map.of("code", "B", "kind", "QUALITY", "title", "b", "weight", 59)))),
                422,
                "criteria-not-whole");
        refused(plan(town, demand("bidsDueAt", Instant.now().minusSeconds(1).toString())), 422, "deadline-not-ahead");
        civilAffairs(town)
                .post("/v1/purchase-items/" + item + "/withdrawal")
                .then()
                .statusCode(200);
        refused(plan(town, demand()), 422, "item-not-in-catalogue");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    @Test
    void the_wrong_role_and_another_territory_demand_nothing() {
        once(as("accountant", Roles.SUBDISTRICT_ACCOUNTANT, town.street()))
                .body(demand())
                .post("/v1/purchases")
                .then()
                .statusCode(403);
        once(as("demander", Roles.COMMUNITY_OFFICER, town.communities().get(1)))
                .body(demand())
                .post("/v1/purchases")
                .then()
                .statusCode(404);
        String purchase = planned(town, demand());
        once(as("office", Roles.SUBDISTRICT_OFFICER, town.neighbourStreet()))
                .post("/v1/purchases/" + purchase + "/publication")
                .then()
                .statusCode(404);
        office(town)
                .body(Map.of("division", town.district(), "code", "X", "title", "x", "description", "x"))
                .post("/v1/purchase-items")
                .then()
                .statusCode(403);
    }

    @Test
    void only_a_registered_active_organisation_of_the_territory_bids_and_once() {
        String purchase = planned(town, demand());
        String organisation = market.organisation(town);
        refused(bid(town, purchase, organisation, "1.00"), 409, "purchase-stage");
        demander(town).post("/v1/purchases/" + purchase + "/publication").then().statusCode(200);
        bid(town, purchase, "52220102MJ00000039", "1.00")
                .then()
                .statusCode(422)
                .body("code", equalTo("organisation-not-registered"))
                .body("articles", contains(23, 25))
                .body("figures.standing", equalTo("UNKNOWN"));
        refused(
                bid(town, purchase, register.found(town.district(), Standing.SUSPENDED), "1.00"),
                422,
                "organisation-not-registered");
        refused(
                bid(town, purchase, register.found(town.neighbour(), Standing.ACTIVE), "1.00"),
                422,
                "organisation-not-registered");
        bid(town, purchase, register.found(town.city(), Standing.ACTIVE), "1.00")
                .then()
                .statusCode(201);
        String first = submitted(town, purchase, organisation, "28000.00");
        refused(bid(town, purchase, organisation, "27000.00"), 409, "bid-already-submitted");
        bidder(town, market.organisation(town))
                .post("/v1/purchases/" + purchase + "/bids/" + first + "/withdrawal")
                .then()
                .statusCode(404);
        bidder(town, organisation)
                .post("/v1/purchases/" + purchase + "/bids/" + first + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true));
        submitted(town, purchase, organisation, "27000.00");
        office(town)
                .body(Map.of("amount", "1.00", "proposal", Market.PROPOSAL))
                .post("/v1/purchases/" + purchase + "/bids")
                .then()
                .statusCode(403);
    }

    @Test
    void until_the_deadline_nobody_reads_a_bid_and_from_then_on_none_comes_or_goes() {
        String purchase = published(town, demand());
        String organisation = market.organisation(town);
        Response sealed = bid(town, purchase, organisation, "28123.45");
        sealed.then().statusCode(201);
        assertThat(sealed.asString()).doesNotContain("28123").doesNotContain(Market.PROPOSAL);
        Response before = file(town, purchase);
        before.then().body("received", equalTo(1)).body("bids", empty());
        assertThat(before.asString()).doesNotContain("28123").doesNotContain(organisation);
        refused(open(town, purchase), 409, "bids-still-sealed");
        office(town).post("/v1/purchases/" + purchase + "/failure").then().statusCode(409);
        deadlinePasses(purchase);
        bid(town, purchase, market.organisation(town), "1.00")
                .then()
                .statusCode(422)
                .body("code", equalTo("bid-too-late"))
                .body("figures.bidsDueAt", org.hamcrest.Matchers.notNullValue())
                .body("figures.receivedAt", org.hamcrest.Matchers.notNullValue());
        String bid = sealed.path("id");
        refused(
                bidder(town, organisation).post("/v1/purchases/" + purchase + "/bids/" + bid + "/withdrawal"),
                422,
                "bid-too-late");
        open(town, purchase).then().statusCode(200).body("stage", equalTo("EVALUATING"));
        file(town, purchase).then().body("bids.amount", contains("28123.45"));
    }

    @Test
    void everybody_declares_and_who_has_a_conflict_does_not_score() {
        String purchase = published(town, demand());
        String bid = submitted(town, purchase, market.organisation(town), "28000.00");
        deadlinePasses(purchase);
        office(town)
                .body(Map.of("evaluators", List.of("judge-1", "judge-2")))
                .post("/v1/purchases/" + purchase + "/opening")
                .then()
                .statusCode(422)
                .body("code", equalTo("too-few-evaluators"))
                .body("articles", nullValue())
                .body("figures.least", equalTo(3));
        office(town)
                .body(Map.of("evaluators", List.of("judge-1", "judge-2", "demander")))
                .post("/v1/purchases/" + purchase + "/opening")
                .then()
                .body("code", equalTo("demander-may-not"));
        open(town, purchase).then().statusCode(200);
        refused(score(town, purchase, "judge-1", bid, 80), 422, "conflict-not-declared");
        refused(declare(town, purchase, "stranger", Map.of()), 422, "not-an-evaluator");
        declare(town, purchase, "judge-1", Map.of()).then().statusCode(200);
        declare(town, purchase, "judge-2", Map.of("conflict", "配偶在该机构任职"))
                .then()
                .statusCode(200);
        refused(score(town, purchase, "judge-2", bid, 100), 422, "conflict-of-interest");
        refused(declare(town, purchase, "judge-2", Map.of()), 409, "conflict-already-declared");
        score(town, purchase, "judge-1", bid, 80).then().statusCode(200);
        refused(score(town, purchase, "judge-1", bid, 90), 409, "bid-already-scored");
        judge(town, "judge-1")
                .body(Map.of("bid", bid, "points", Map.of("PLAN", 80)))
                .post("/v1/purchases/" + purchase + "/scores")
                .then()
                .statusCode(422)
                .body("code", equalTo("scores-not-as-criteria"));
        declare(town, purchase, "judge-3", Map.of("conflict", "曾任该机构理事")).then().statusCode(200);
        award(town, purchase)
                .then()
                .statusCode(422)
                .body("code", equalTo("evaluation-incomplete"))
                .body("figures.scorers", equalTo(1));
        office(town)
                .body(Map.of("evaluator", "judge-4"))
                .post("/v1/purchases/" + purchase + "/evaluators")
                .then()
                .statusCode(200);
        refused(award(town, purchase), 422, "evaluation-incomplete");
        declare(town, purchase, "judge-4", Map.of()).then().statusCode(200);
        refused(award(town, purchase), 422, "evaluation-incomplete");
        score(town, purchase, "judge-4", bid, 70).then().statusCode(200);
        award(town, purchase).then().statusCode(200);
    }

    @Test
    void without_a_bid_within_the_budget_it_fails_and_may_be_tendered_again_once() {
        String purchase = published(town, demand());
        submitted(town, purchase, market.organisation(town), "30000.01");
        deadlinePasses(purchase);
        office(town)
                .post("/v1/purchases/" + purchase + "/failure")
                .then()
                .statusCode(200)
                .body("stage", equalTo("FAILED"));
        String again = planned(town, demand("retenders", purchase));
        refused(plan(town, demand("retenders", purchase)), 409, "nothing-to-retender");
        refused(plan(town, demand("retenders", again)), 409, "nothing-to-retender");
        demander(town).post("/v1/purchases/" + again + "/publication").then().statusCode(200);
        submitted(town, again, market.organisation(town), "30000.00");
        deadlinePasses(again);
        refused(office(town).post("/v1/purchases/" + again + "/failure"), 422, "a-bid-stands");
    }

    @Test
    void nobody_bid_and_nothing_is_opened() {
        String purchase = published(town, demand());
        deadlinePasses(purchase);
        refused(open(town, purchase), 422, "no-bid-stands");
        office(town).post("/v1/purchases/" + purchase + "/failure").then().statusCode(200);
    }

    @Test
    void a_cancelled_purchase_is_an_outcome_and_its_budget_free_again() {
        String purchase = published(town, demand());
        office(town)
                .body(Map.of("reason", "年度计划调整"))
                .post("/v1/purchases/" + purchase + "/cancellation")
                .then()
                .statusCode(200)
                .body("stage", equalTo("CANCELLED"));
        refused(bid(town, purchase, market.organisation(town), "1.00"), 409, "purchase-stage");
        file(town, purchase).then().body("steps.find { it.step == 'CANCELLED' }.reason", equalTo("年度计划调整"));
        planned(town, demand("budget", "50000.00"));
    }

    @Test
    void many_bids_of_one_organisation_at_once_are_one_bid_and_many_awards_one_award() throws Exception {
        String purchase = published(town, demand());
        String organisation = market.organisation(town);
        assertThat(statuses(() -> bid(town, purchase, organisation, "28000.00")))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        String other = submitted(town, purchase, market.organisation(town), "29000.00");
        deadlinePasses(purchase);
        open(town, purchase).then().statusCode(200);
        List<String> bids = file(town, purchase).path("bids.id");
        assertThat(bids).hasSize(2).contains(other);
        for (String judge : Market.JUDGES) {
            declare(town, purchase, judge, Map.of());
            bids.forEach(each -> score(town, purchase, judge, each, 80));
        }
        assertThat(statuses(() -> award(town, purchase))).containsOnlyOnce(200).containsOnly(200, 409);
    }

    private static List<Integer> statuses(Callable<Response> call) throws Exception {
        List<Callable<Integer>> calls = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(i -> () -> call.call().statusCode())
                .toList();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            return clients.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    @Test
    void money_spent_otherwise_in_the_meantime_cannot_be_promised_again() {
        receive(town, fund, "10.00", TODAY).then().statusCode(201);
        planned(town, demand("budget", "50010.00"));
        refused(plan(town, demand("budget", "0.01")), 422, "budget-not-available");
    }
}
