package cn.shequ.funding.purchase;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.purchase.Market.award;
import static cn.shequ.funding.purchase.Market.civilAffairs;
import static cn.shequ.funding.purchase.Market.deadlinePasses;
import static cn.shequ.funding.purchase.Market.evaluate;
import static cn.shequ.funding.purchase.Market.open;
import static cn.shequ.funding.purchase.Market.published;
import static cn.shequ.funding.purchase.Market.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.ledger.RuntimeRole;
import cn.shequ.funding.organisation.Register;
import cn.shequ.funding.organisation.Standing;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never be in a purchase is refused by the database, also to raw SQL of the service's own role (Art. 25). */
@Tag("art-25")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class PurchaseGuardsComponentTest {

    private static final String FORBIDDEN = "42501";
    private static final String VIOLATED = "23514";
    private static final String TWICE = "23505";
    private static final String FIRST_COLUMN = """
            SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0 AND attidentity = ''
            ORDER BY attnum LIMIT 1""";

    @Inject
    Towns towns;

    @Inject
    Market market;

    @Inject
    Register register;

    private Town town;
    private String fund;
    private String purchase;
    private String organisation;
    private String bid;

    @BeforeEach
    void publish() {
        town = towns.build();
        fund = Market.fund(town, "50000.00");
        purchase = published(town, Market.demand(town, fund, Market.item(town)));
        organisation = market.organisation(town);
        bid = submitted(town, purchase, organisation, "28600.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purchase",
                "purchase_item",
                "purchase_criterion",
                "purchase_step",
                "purchase_bid",
                "purchase_bid_withdrawal",
                "purchase_evaluator",
                "purchase_declaration",
                "purchase_score",
                "purchase_award",
                "purchase_contract",
                "purchase_milestone",
                "purchase_assessment",
                "purchase_payment",
                "purchase_release",
                "purchase_release_number"
            })
    void nothing_recorded_is_changed_deleted_or_emptied(String table) {
        refused(FORBIDDEN, sql -> sql.run("DELETE FROM " + table));
        refused(FORBIDDEN, sql -> sql.run("TRUNCATE " + table + " CASCADE"));
        refused(FORBIDDEN, sql -> sql.run("UPDATE " + table + " SET " + sql.text(FIRST_COLUMN, table) + " = NULL"));
    }

    @Test
    void a_sealed_bid_says_nothing_even_to_the_service() throws SQLException {
        refused(FORBIDDEN, sql -> sql.text("SELECT amount FROM purchase_bid WHERE id = ?::uuid", bid));
        refused(FORBIDDEN, sql -> sql.text("SELECT proposal FROM purchase_bid WHERE id = ?::uuid", bid));
        refused(FORBIDDEN, sql -> sql.run("UPDATE purchase SET bids_due_at = now()"));
        assertThat(opened()).isEqualTo("0");
        deadlinePasses(purchase);
        assertThat(opened()).isEqualTo("1");
    }

    private String opened() throws SQLException {
        try (RuntimeRole sql = RuntimeRole.connect()) {
            return sql.text("SELECT count(*) FROM purchase_opened_bid WHERE purchase = ?::uuid", purchase);
        }
    }

    @Test
    void bids_come_in_time_from_registered_organisations_and_once() {
        refused(VIOLATED, sql -> bid(sql, organisation));
        refused(VIOLATED, sql -> bid(sql, register.found(town.neighbour(), Standing.ACTIVE)));
        refused(VIOLATED, sql -> bid(sql, register.found(town.district(), Standing.DEREGISTERED)));
        refused(
                FORBIDDEN,
                sql -> sql.run(
                        "INSERT INTO purchase_bid (id, purchase, organisation, amount, proposal, submitted_by, received_at)"
                                + " VALUES (?, ?::uuid, ?, 1, ?, 'raw', '2020-01-01')",
                        UUID.randomUUID(),
                        purchase,
                        organisation,
                        DIGEST));
        deadlinePasses(purchase);
        refused(VIOLATED, sql -> bid(sql, market.organisation(town)));
        refused(VIOLATED, sql -> sql.run("INSERT INTO purchase_bid_withdrawal VALUES (?::uuid, 'raw', now())", bid));
    }

    private void bid(RuntimeRole sql, String bidder) throws SQLException {
        sql.run(
                "INSERT INTO purchase_bid (id, purchase, organisation, amount, proposal, submitted_by)"
                        + " VALUES (?, ?::uuid, ?, 1, ?, 'raw')",
                UUID.randomUUID(),
                purchase,
                bidder,
                DIGEST);
    }

    @Test
    void steps_are_taken_in_order_and_for_a_reason() {
        refused(VIOLATED, sql -> step(sql, "OPENED"));
        refused(VIOLATED, sql -> step(sql, "FAILED"));
        refused(VIOLATED, sql -> step(sql, "AWARDED"));
        refused(VIOLATED, sql -> step(sql, "CONTRACTED"));
        refused(VIOLATED, sql -> step(sql, "CANCELLED"));
        deadlinePasses(purchase);
        refused(VIOLATED, sql -> step(sql, "FAILED"));
    }

    private void step(RuntimeRole sql, String step) throws SQLException {
        sql.run("INSERT INTO purchase_step VALUES (?::uuid, ?, 'raw', now(), NULL)", purchase, step);
    }

    @Test
    void only_the_best_evaluated_bid_is_awarded_once_and_not_by_the_demander() {
        String dearer = submitted(town, purchase, market.organisation(town), "29000.00");
        deadlinePasses(purchase);
        refused(VIOLATED, sql -> awarded(sql, bid, "28600.00", "raw"));
        open(town, purchase).then().statusCode(200);
        refused(VIOLATED, sql -> awarded(sql, bid, "28600.00", "raw"));
        refused(
                VIOLATED,
                sql -> sql.run(
                        "INSERT INTO purchase_score VALUES (?::uuid, ?::uuid, 'PLAN', 'judge-1', 100, now())",
                        purchase,
                        bid));
        for (String judge : Market.JUDGES) {
            Market.declare(town, purchase, judge, Map.of()).then().statusCode(200);
            Market.score(town, purchase, judge, bid, 80).then().statusCode(200);
            Market.score(town, purchase, judge, dearer, 70).then().statusCode(200);
        }
        refused(VIOLATED, sql -> awarded(sql, dearer, "29000.00", "raw"));
        refused(VIOLATED, sql -> awarded(sql, bid, "28600.00", "demander"));
        refused(VIOLATED, sql -> awarded(sql, bid, "28599.99", "raw"));
        award(town, purchase).then().statusCode(200);
        refused(VIOLATED, sql -> awarded(sql, bid, "28600.00", "raw"));
    }

    private void awarded(RuntimeRole sql, String winner, String amount, String by) throws SQLException {
        sql.run("""
                INSERT INTO purchase_award SELECT ?::uuid, ?::uuid, ?::numeric,
                  coalesce((SELECT score FROM purchase_bid_score WHERE bid = ?::uuid), 0), ?, now()""", purchase, winner, amount, winner, by);
        step(sql, "AWARDED");
    }

    @Test
    void milestones_are_the_contract_and_are_paid_when_accepted() {
        evaluate(town, purchase, Map.of(bid, 90));
        award(town, purchase).then().statusCode(200);
        refused(VIOLATED, sql -> sql.run("""
                        INSERT INTO purchase_contract VALUES (?, ?::uuid, 28600, ?, ?, ?, 'raw', now())""", UUID.randomUUID(), purchase, UUID.randomUUID(), DIGEST, TODAY));
        String contract = civilAffairs(town)
                .body(Map.of(
                        "signedOn",
                        TODAY,
                        "document",
                        DIGEST,
                        "milestones",
                        List.of(Map.of("title", "全部", "amount", "28600.00", "dueOn", TODAY))))
                .post("/v1/purchases/" + purchase + "/contract")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        refused(
                VIOLATED,
                sql -> sql.run("INSERT INTO purchase_milestone VALUES (?::uuid, 2, 'x', 1, ?)", contract, TODAY));
        refused(VIOLATED, sql -> assessed(sql, contract, 59, true));
        refused(VIOLATED, sql -> assessed(sql, contract, 60, false));
        refused(VIOLATED, sql -> paid(sql, contract));
        refused(VIOLATED, sql -> spent(sql, UUID.randomUUID(), null));
        refused(VIOLATED, sql -> step(sql, "COMPLETED"));
    }

    private static void assessed(RuntimeRole sql, String contract, int satisfaction, boolean accepted)
            throws SQLException {
        sql.run(
                "INSERT INTO purchase_assessment VALUES (?, ?::uuid, 1, ?, ?, NULL, 'raw', now())",
                UUID.randomUUID(),
                contract,
                satisfaction,
                accepted);
    }

    private void paid(RuntimeRole sql, String contract) throws SQLException {
        UUID expenditure = UUID.randomUUID();
        spent(sql, expenditure, sql.text("SELECT commitment FROM purchase_contract WHERE id = ?::uuid", contract));
        sql.run("INSERT INTO purchase_payment VALUES (?, ?::uuid, 1)", expenditure, contract);
    }

    private void spent(RuntimeRole sql, UUID id, String commitment) throws SQLException {
        sql.run("""
                INSERT INTO expenditure (id, ledger, fund, category, amount, booked_on, evidence, draws_on, approvals_needed,
                                         rule, commitment, made_by, made_at)
                VALUES (?, ?::uuid, ?::uuid, 'PURCHASED_SERVICES', 28600, ?, '{}', ?::uuid, 1, 'raw', 'raw', 'raw', now())""", id, town.ledger(), fund, TODAY, commitment);
    }

    @Test
    void a_demand_has_its_money_and_whole_criteria() {
        refused(VIOLATED, sql -> sql.run("""
                        INSERT INTO purchase (id, item, ledger, fund, division, title, description, budget, bids_due_at,
                                              least_satisfaction, planned_by, planned_at)
                        SELECT ?, item, ledger, fund, division, 'x', 'x', 20000.01, now(), 60, 'raw', now()
                        FROM purchase WHERE id = ?::uuid""", UUID.randomUUID(), purchase));
        refused(
                VIOLATED,
                sql -> sql.run(
                        "INSERT INTO purchase_criterion VALUES (?::uuid, 'MORE', 'QUALITY', 'x', 10)", purchase));
        refused(
                TWICE,
                sql -> sql.run("INSERT INTO purchase_criterion VALUES (?::uuid, 'MORE', 'PRICE', 'x', 10)", purchase));
    }

    private static void refused(String sqlState, RuntimeRole.Attempt attempt) {
        assertThatThrownBy(() -> RuntimeRole.attempt(attempt))
                .isInstanceOf(SQLException.class)
                .satisfies(refusal -> assertThat(((SQLException) refusal).getSQLState())
                        .as(refusal.getMessage())
                        .isEqualTo(sqlState));
    }
}
