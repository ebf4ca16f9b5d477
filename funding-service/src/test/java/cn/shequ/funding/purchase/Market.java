package cn.shequ.funding.purchase;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.pay;
import static cn.shequ.funding.Calls.receive;

import cn.shequ.funding.Town;
import cn.shequ.funding.organisation.Register;
import cn.shequ.funding.organisation.Standing;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.TestInfrastructure;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A town that buys services: its organisations and demands, and a deadline that passes when the test says so. */
@ApplicationScoped
public class Market {

    static final String PROPOSAL = "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea";
    static final List<String> JUDGES = List.of("judge-1", "judge-2", "judge-3");

    private final Register register;

    Market(Register register) {
        this.register = register;
    }

    /** An active organisation registered by the town's district. */
    String organisation(Town town) {
        return register.found(town.district(), Standing.ACTIVE);
    }

    static RequestSpecification demander(Town town) {
        return once(as("demander", Roles.COMMUNITY_OFFICER, town.community()));
    }

    static RequestSpecification office(Town town) {
        return once(as("office", Roles.SUBDISTRICT_OFFICER, town.street()));
    }

    static RequestSpecification civilAffairs(Town town) {
        return once(as("civil-affairs", Roles.CIVIL_AFFAIRS_OFFICER, town.district()));
    }

    static RequestSpecification judge(Town town, String judge) {
        return once(as(judge, Roles.SOCIAL_WORKER, town.street()));
    }

    static RequestSpecification bidder(Town town, String organisation) {
        return once(as("client-" + organisation, Roles.SYSTEM_INTEGRATOR, town.district(), organisation));
    }

    /** A fund for purchased services of the whole subdistrict, with money. */
    static String fund(Town town, String amount) {
        String fund = once(finance(town.district()))
                .body(Map.of(
                        "ledger",
                        town.ledger(),
                        "source",
                        "DISTRICT",
                        "purpose",
                        "PURCHASE_OF_SERVICES",
                        "fiscalYear",
                        TODAY.getYear(),
                        "spendBy",
                        TODAY.plusYears(1)))
                .post("/v1/funds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        receive(town, fund, amount).then().statusCode(201);
        return fund;
    }

    static String item(Town town) {
        return civilAffairs(town)
                .body(Map.of(
                        "division",
                        town.district(),
                        "code",
                        "CARE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT),
                        "title",
                        "居家养老服务",
                        "description",
                        "助餐、助洁、陪护"))
                .post("/v1/purchase-items")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Map<String, Object> demand(Town town, String fund, String item) {
        Map<String, Object> demand = new HashMap<>();
        demand.put("item", item);
        demand.put("fund", fund);
        demand.put("division", town.community());
        demand.put("title", "独居老人居家养老服务");
        demand.put("description", "每周两次上门助餐、助洁");
        demand.put("budget", "30000.00");
        demand.put("bidsDueAt", Instant.now().plus(1, ChronoUnit.HOURS).toString());
        demand.put(
                "criteria",
                List.of(
                        Map.of("code", "PRICE", "kind", "PRICE", "title", "报价", "weight", 30),
                        Map.of("code", "PLAN", "kind", "QUALITY", "title", "服务方案", "weight", 50),
                        Map.of("code", "TEAM", "kind", "QUALITY", "title", "人员", "weight", 20)));
        return demand;
    }

    static Response plan(Town town, Map<String, Object> demand) {
        return demander(town).body(demand).post("/v1/purchases");
    }

    static String planned(Town town, Map<String, Object> demand) {
        return plan(town, demand).then().statusCode(201).extract().path("id");
    }

    static String published(Town town, Map<String, Object> demand) {
        String id = planned(town, demand);
        demander(town).post("/v1/purchases/" + id + "/publication").then().statusCode(200);
        return id;
    }

    static Response bid(Town town, String purchase, String organisation, String amount) {
        return bidder(town, organisation)
                .body(Map.of("amount", amount, "proposal", PROPOSAL))
                .post("/v1/purchases/" + purchase + "/bids");
    }

    static String submitted(Town town, String purchase, String organisation, String amount) {
        return bid(town, purchase, organisation, amount)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** As the database's owner: the service cannot do it. */
    static void deadlinePasses(String purchase) {
        try (Connection owner =
                        TestInfrastructure.addresses().requireDatabases().asOwner("funding");
                PreparedStatement move = owner.prepareStatement(
                        "UPDATE purchase SET bids_due_at = now() - interval '1 second' WHERE id = ?::uuid")) {
            move.setString(1, purchase);
            move.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Response open(Town town, String purchase) {
        return office(town).body(Map.of("evaluators", JUDGES)).post("/v1/purchases/" + purchase + "/opening");
    }

    static Response declare(Town town, String purchase, String judge, Map<String, Object> declaration) {
        return judge(town, judge).body(declaration).post("/v1/purchases/" + purchase + "/declarations");
    }

    static Response score(Town town, String purchase, String judge, String bid, int points) {
        return judge(town, judge)
                .body(Map.of("bid", bid, "points", Map.of("PLAN", points, "TEAM", points)))
                .post("/v1/purchases/" + purchase + "/scores");
    }

    /** Everybody declares no conflict and gives each bid the same points. */
    static void evaluate(Town town, String purchase, Map<String, Integer> pointsOfBid) {
        deadlinePasses(purchase);
        open(town, purchase).then().statusCode(200);
        for (String judge : JUDGES) {
            declare(town, purchase, judge, Map.of()).then().statusCode(200);
            pointsOfBid.forEach((bid, points) ->
                    score(town, purchase, judge, bid, points).then().statusCode(200));
        }
    }

    static Response award(Town town, String purchase) {
        return office(town).post("/v1/purchases/" + purchase + "/award");
    }

    /** A demand of 30,000.00 that an organisation won. */
    String awarded(Town town, String fund, String organisation, String amount) {
        String purchase = published(town, demand(town, fund, item(town)));
        String bid = submitted(town, purchase, organisation, amount);
        evaluate(town, purchase, Map.of(bid, 88));
        award(town, purchase).then().statusCode(200);
        return purchase;
    }

    static Response conclude(Town town, String purchase, String first, String second) {
        return civilAffairs(town)
                .body(Map.of(
                        "signedOn",
                        TODAY,
                        "document",
                        DIGEST,
                        "milestones",
                        List.of(
                                Map.of("title", "第一阶段", "amount", first, "dueOn", TODAY.plusDays(30)),
                                Map.of("title", "第二阶段", "amount", second, "dueOn", TODAY.plusDays(60)))))
                .post("/v1/purchases/" + purchase + "/contract");
    }

    static Response assess(Town town, String purchase, int milestone, int satisfaction) {
        return demander(town)
                .body(Map.of("satisfaction", satisfaction))
                .post("/v1/purchases/" + purchase + "/milestones/" + milestone + "/assessments");
    }

    static Response record(Town town, String purchase, int milestone) {
        return once(accountant(town))
                .body(Map.of("bookedOn", TODAY, "evidence", List.of(DIGEST)))
                .post("/v1/purchases/" + purchase + "/milestones/" + milestone + "/expenditure");
    }

    /** The expenditure that paid it. */
    static String paid(Town town, String purchase, int milestone) {
        String expenditure = record(town, purchase, milestone)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        approve(town, expenditure).then().statusCode(200);
        pay(town, expenditure).then().statusCode(200);
        return expenditure;
    }

    static Response file(Town town, String purchase) {
        return as("auditor", Roles.AUDITOR, town.district()).get("/v1/purchases/" + purchase + "/file");
    }
}
