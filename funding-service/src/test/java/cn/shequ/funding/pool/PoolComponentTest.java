package cn.shequ.funding.pool;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.expenditure;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.funding.Calls;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.ledger.RuntimeRole;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-15")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class PoolComponentTest {

    @Inject
    Towns towns;

    private Town town;
    private String pool;

    /** The year is allocated, and the city has paid 40,000.01 of 90,000.00 into the pool. */
    @BeforeEach
    void allocate() {
        town = towns.build();
        once(finance(town.city()))
                .body(Map.of("fiscalYear", TODAY.getYear()))
                .post("/v1/annual-allocations")
                .then()
                .statusCode(201);
        pool = finance(town.district())
                .get("/v1/pools?fiscalYear=" + TODAY.getYear())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        Map<String, Object> fromCity = receipt(town, "40000.01");
        fromCity.put("ledger", town.pool());
        fromCity.put("payer", town.city());
        once(finance(town.district()))
                .body(fromCity)
                .post("/v1/receipts")
                .then()
                .statusCode(201);
    }

    private RequestSpecification at(String person, String role) {
        return once(as(person, role, town.district()));
    }

    private Response decide(Map<String, ?> request) {
        return at("accountant", Roles.SUBDISTRICT_ACCOUNTANT)
                .body(request)
                .post("/v1/pools/" + pool + "/distributions");
    }

    private Response spend(String category, String amount, List<?> communities) {
        Map<String, Object> spending = new HashMap<>(expenditure(pool, amount));
        spending.put("category", category);
        spending.put("communities", communities);
        return at("accountant", Roles.SUBDISTRICT_ACCOUNTANT).body(spending).post("/v1/expenditures");
    }

    private Map<String, Object> part(int community, String amount) {
        return Map.of("community", town.communities().get(community), "amount", amount);
    }

    /** The entry of the payment. */
    private String payOut(String expenditure) {
        at("approver", Roles.SUBDISTRICT_APPROVER)
                .post("/v1/expenditures/" + expenditure + "/approval")
                .then()
                .statusCode(200);
        return at("cashier", Roles.SUBDISTRICT_CASHIER)
                .body(Map.of("bookedOn", TODAY))
                .post("/v1/expenditures/" + expenditure + "/payment")
                .then()
                .statusCode(200)
                .extract()
                .path("steps.find { it.step == 'PAID' }.entry");
    }

    private Response poolShares() {
        return finance(town.district()).get("/v1/obligations?ledger=" + town.ledger() + "&payer=" + town.district());
    }

    @Test
    void a_distribution_is_decided_approved_and_paid_by_three_and_arrives_in_both_ledgers_at_once() {
        finance(town.district())
                .body(Map.of("bookedOn", TODAY))
                .post("/v1/pools/" + pool + "/distributions/previews")
                .then()
                .statusCode(200)
                .body("amount", equalTo("40000.01"))
                .body("lines.amount", contains("13333.34", "13333.34", "13333.33"));
        Response decided = decide(Map.of("bookedOn", TODAY));
        decided.then()
                .statusCode(201)
                .body("category", equalTo("DISTRIBUTION"))
                .body("communities.amount", contains("13333.34", "13333.34", "13333.33"));
        String id = decided.path("id");
        at("accountant", Roles.SUBDISTRICT_APPROVER)
                .post("/v1/expenditures/" + id + "/approval")
                .then()
                .statusCode(422)
                .body("code", equalTo("same-person"));
        poolShares().then().body("items.findAll { it.share == 'POOL_SHARE' && it.status == 'OPEN' }", hasSize(3));

        payOut(id);
        poolShares()
                .then()
                .body("items.findAll { it.share == 'POOL_SHARE' && it.status == 'PARTLY_PAID' }", hasSize(3))
                .body("items.findAll { it.share == 'OWN_SHARE' && it.status == 'OPEN' }", hasSize(3));
        finance(town.district())
                .get("/v1/receipts?ledger=" + town.ledger())
                .then()
                .body("items.amount.sort()", contains("13333.33", "13333.34", "13333.34"));
        finance(town.district())
                .get("/v1/pools/" + pool)
                .then()
                .body("received", equalTo("40000.01"))
                .body("distributed", equalTo("40000.01"))
                .body("left", equalTo("0.00"))
                .body("communities.distributed", contains("13333.34", "13333.34", "13333.33"));
        decide(Map.of("bookedOn", TODAY))
                .then()
                .statusCode(422)
                .body("code", equalTo("nothing-to-distribute"))
                .body("articles", contains(15));
    }

    @Test
    void what_a_district_spends_itself_names_communities_to_the_fen() {
        spend("PREMISES_UPKEEP", "300.00", List.of())
                .then()
                .statusCode(422)
                .body("code", equalTo("communities-do-not-add-up"))
                .body("figures.named", equalTo("0.00"));
        spend("PREMISES_UPKEEP", "300.00", List.of(part(0, "100.00"), part(1, "199.99")))
                .then()
                .statusCode(422)
                .body("figures.named", equalTo("299.99"));
        spend("PREMISES_UPKEEP", "2.00", List.of(part(0, "1.00"), part(0, "1.00")))
                .then()
                .statusCode(400);
        spend("PREMISES_UPKEEP", "1.00", List.of(Map.of("community", town.neighbourStreet(), "amount", "1.00")))
                .then()
                .statusCode(422)
                .body("code", equalTo("community-outside-ledger"));
        spend("DISTRIBUTION", "1.00", List.of(part(0, "1.00")))
                .then()
                .statusCode(422)
                .body("code", equalTo("distribution-by-decision"));

        payOut(spend("PREMISES_UPKEEP", "300.00", List.of(part(0, "100.00"), part(1, "200.00")))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        finance(town.district())
                .get("/v1/pools/" + pool)
                .then()
                .body("spent", equalTo("300.00"))
                .body("left", equalTo("39700.01"))
                .body("communities.spent", contains("100.00", "200.00"));
    }

    @Test
    void a_distribution_is_refused_beyond_what_is_owed_and_to_strangers() {
        List<Map<String, ?>> toOne = List.of(Map.of("community", town.community(), "weight", 1));
        decide(Map.of("amount", "30000.01", "bookedOn", TODAY, "weights", toOne))
                .then()
                .statusCode(422)
                .body("code", equalTo("pool-share-exceeded"))
                .body("figures.outstanding", equalTo("30000.00"));
        decide(Map.of("amount", "40000.02", "bookedOn", TODAY))
                .then()
                .statusCode(422)
                .body("code", equalTo("insufficient-funds"));
        once(as("accountant", Roles.SUBDISTRICT_ACCOUNTANT, town.neighbour()))
                .body(Map.of("bookedOn", TODAY))
                .post("/v1/pools/" + pool + "/distributions")
                .then()
                .statusCode(404);
        at("finance", Roles.FINANCE_OFFICER)
                .body(Map.of("bookedOn", TODAY))
                .post("/v1/pools/" + pool + "/distributions")
                .then()
                .statusCode(403);
        finance(town.neighbour()).get("/v1/pools").then().body("items", empty());
        finance(town.neighbour()).get("/v1/pools/" + pool).then().statusCode(404);
        String noPool = Calls.aFund(town);
        finance(town.district()).get("/v1/pools/" + noPool).then().statusCode(404);
    }

    @Test
    void a_payment_comes_back_only_after_what_arrived_was_taken_back() {
        String payment =
                payOut(decide(Map.of("amount", "300.00", "bookedOn", TODAY)).path("id"));
        Response refused = at("accountant", Roles.SUBDISTRICT_ACCOUNTANT)
                .body(Map.of("bookedOn", TODAY))
                .post("/v1/entries/" + payment + "/reversal");
        refused.then()
                .statusCode(409)
                .body("code", equalTo("distribution-arrived"))
                .body("figures.receipts", equalTo(3));
        List<String> arrived = finance(town.district())
                .get("/v1/receipts?ledger=" + town.ledger())
                .path("items.entry");
        arrived.forEach(entry -> Calls.reverse(town, entry).then().statusCode(201));
        at("accountant", Roles.SUBDISTRICT_ACCOUNTANT)
                .body(Map.of("bookedOn", TODAY))
                .post("/v1/entries/" + payment + "/reversal")
                .then()
                .statusCode(201);
        poolShares().then().body("items.findAll { it.share == 'POOL_SHARE' && it.status == 'OPEN' }", hasSize(3));
    }

    @Test
    void the_database_knows_where_every_fen_of_a_pool_goes() {
        String spending =
                spend("PREMISES_UPKEEP", "300.00", List.of(part(0, "300.00"))).path("id");
        String distribution =
                decide(Map.of("amount", "300.00", "bookedOn", TODAY)).path("id");
        String share =
                "INSERT INTO expenditure_share (expenditure, community, amount, obligation) VALUES (?::uuid, ?, 1, ?::uuid)";
        refused(
                "23514",
                sql -> sql.run(share, spending, town.communities().get(1).value(), null));
        refused("42501", sql -> sql.run("UPDATE expenditure_share SET amount = 1"));
        refused("42501", sql -> sql.run("DELETE FROM expenditure_share"));
        String copy = """
                INSERT INTO expenditure (id, ledger, fund, category, amount, booked_on, evidence, approvals_needed, rule,
                                         commitment, made_by, made_at)
                SELECT ?, ledger, fund, category, amount, booked_on, evidence, approvals_needed, rule, commitment, made_by,
                       made_at FROM expenditure WHERE id = ?::uuid""";
        refused("23514", sql -> sql.run(copy, UUID.randomUUID(), spending));
        refused("23514", sql -> {
            UUID unsettled = UUID.randomUUID();
            sql.run(copy, unsettled, distribution);
            sql.run("""
                    INSERT INTO expenditure_share (expenditure, community, amount)
                    SELECT ?, community, amount FROM expenditure_share WHERE expenditure = ?::uuid""", unsettled, distribution);
        });
    }

    private static void refused(String state, RuntimeRole.Attempt attempt) {
        assertThatThrownBy(() -> RuntimeRole.attempt(attempt))
                .isInstanceOfSatisfying(SQLException.class, thrown -> assertThat(thrown.getSQLState())
                        .isEqualTo(state));
    }
}
