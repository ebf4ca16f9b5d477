package cn.shequ.funding.ledger;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.pay;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money moves as its documents say, posting by posting, also to raw SQL of the service's own role (Art. 16). */
@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class BookGuardsComponentTest {

    private static final String VIOLATED = "23514";

    @Inject
    Towns towns;

    private Town town;
    private String fund;
    private String other;
    private String entry;

    @BeforeEach
    void book() {
        town = towns.build();
        fund = aFund(town);
        other = aFund(town);
        entry = receive(town, fund, "100.00").then().statusCode(201).extract().path("entry");
    }

    @Test
    void no_step_is_taken_with_the_entry_of_something_else() {
        UUID spent = UUID.fromString(recorded(town, fund, "5.00"));
        refused("is not booked by entry", sql -> {
            UUID receipt = aReceipt(sql, "5.00");
            sql.run("INSERT INTO expenditure_step VALUES (?, 'APPROVED', 'approver', now(), NULL, ?)", spent, receipt);
        });
    }

    private UUID aReceipt(RuntimeRole sql, String amount) throws SQLException {
        UUID receipt = sql.receipt(town.ledger(), town.district().value(), amount);
        sql.posting(receipt, 1, "BANK", null, amount);
        sql.posting(receipt, 2, "AVAILABLE", fund, "-" + amount);
        return receipt;
    }

    @ParameterizedTest
    @CsvSource({"AVAILABLE, BANK, 0", "AVAILABLE, APPLIED, 0", "AVAILABLE, COMMITTED, 1"})
    void approving_reserves_the_amount_on_its_day_and_does_nothing_else(String from, String to, int daysEarlier) {
        receive(town, fund, "100.00", TODAY.minusDays(2)).then().statusCode(201);
        UUID spent = UUID.fromString(recorded(town, fund, "5.00"));
        refused("that nobody decided", sql -> {
            UUID booked = sql.entry(town.ledger(), "COMMITMENT", spent, TODAY.minusDays(daysEarlier));
            sql.posting(booked, 1, from, fund, "5.00");
            sql.posting(booked, 2, to, to.equals("BANK") ? null : fund, "-5.00");
            sql.run("INSERT INTO expenditure_step VALUES (?, 'APPROVED', 'approver', now(), NULL, ?)", spent, booked);
        });
    }

    @Test
    void paying_pays_and_gives_the_fund_nothing_back() {
        String spent = recorded(town, fund, "5.00");
        approve(town, spent).then().statusCode(200);
        refused("that nobody decided", sql -> {
            UUID booked = sql.entry(town.ledger(), "PAYMENT", UUID.fromString(spent), TODAY);
            sql.posting(booked, 1, "COMMITTED", fund, "5.00");
            sql.posting(booked, 2, "AVAILABLE", fund, "-5.00");
            sql.run("INSERT INTO expenditure_step VALUES (?::uuid, 'PAID', 'cashier', now(), NULL, ?)", spent, booked);
        });
    }

    @Test
    void a_receipt_makes_no_money_that_nobody_paid() {
        refused("books no receipt", sql -> {
            UUID booked = sql.receipt(town.ledger(), town.district().value(), "5.00");
            sql.posting(booked, 1, "BANK", null, "5.00");
            receivable(sql, booked, 2, fund, town.district().value(), "5.00");
            sql.posting(booked, 3, "AVAILABLE", fund, "-10.00");
        });
        refused("owe what it does not", sql -> {
            UUID booked = sql.receipt(town.ledger(), town.district().value(), "5.00");
            sql.posting(booked, 1, "BANK", null, "5.00");
            receivable(sql, booked, 2, fund, town.district().value(), "-5.00");
        });
    }

    @Test
    void what_a_fund_still_has_is_not_owed_by_anybody_and_a_stranger_owes_nothing() throws SQLException {
        refused("owe what it does not", sql -> bounce(sql, town.district().value()));
        String spent = recorded(town, fund, "100.00");
        approve(town, spent).then().statusCode(200);
        pay(town, spent).then().statusCode(200);
        refused("owe what it does not", sql -> bounce(sql, "11220102DEM000014K"));
        RuntimeRole.attempt(sql -> bounce(sql, town.district().value()));
    }

    private void bounce(RuntimeRole sql, String payer) throws SQLException {
        UUID back = sql.reversal(entry);
        sql.posting(back, 1, "BANK", null, "-100.00");
        receivable(sql, back, 2, fund, payer, "100.00");
    }

    private static void receivable(RuntimeRole sql, UUID booked, int line, String fund, String payer, String amount)
            throws SQLException {
        sql.run(
                "INSERT INTO posting (entry, line, account, fund, payer, amount)"
                        + " VALUES (?, ?, 'RECEIVABLE', ?::uuid, ?, ?::numeric)",
                booked,
                line,
                fund,
                payer,
                amount);
    }

    @Test
    void money_moves_between_funds_as_decided_and_back_as_it_came() throws SQLException {
        refused("nobody decided it", sql -> move(sql, town.ledger(), fund, other, "5.00", "5.01"));
        refused("does not fit its funds", sql -> move(sql, town.pool(), fund, other, "5.00", "5.00"));
        refused("does not fit its funds", sql -> move(sql, town.ledger(), fund, fund, "5.00", "5.00"));
        refused("reallocation_amount_check", sql -> move(sql, town.ledger(), fund, other, "-5.00", "-5.00"));
        refused("fund_day_available_not_negative", sql -> move(sql, town.ledger(), fund, other, "100.01", "100.01"));
        refused("is booked nowhere", sql -> decide(sql, town.ledger(), fund, other, "5.00", null));
        refused("names evidence", sql -> book(sql, decide(sql, town.ledger(), fund, other, "5.00", DIGEST), "5.00"));
        RuntimeRole.attempt(sql -> move(sql, town.ledger(), fund, other, "5.00", "5.00"));
        String moved;
        try (RuntimeRole sql = RuntimeRole.connect()) {
            moved = sql.text("SELECT id FROM entry WHERE kind = 'REALLOCATION' AND ledger = ?::uuid", town.ledger());
        }
        refused("owe what it does not", sql -> {
            UUID back = sql.reversal(moved);
            sql.posting(back, 1, "AVAILABLE", fund, "-5.00");
            receivable(sql, back, 2, other, town.district().value(), "5.00");
        });
    }

    private void move(RuntimeRole sql, String ledger, String from, String to, String decided, String booked)
            throws SQLException {
        book(sql, decide(sql, ledger, from, to, decided, null), booked);
    }

    private void book(RuntimeRole sql, UUID decided, String amount) throws SQLException {
        UUID moved = sql.entry(town.ledger(), "REALLOCATION", decided, TODAY);
        sql.posting(moved, 1, "AVAILABLE", fund, amount);
        sql.posting(moved, 2, "AVAILABLE", other, "-" + amount);
    }

    private static UUID decide(RuntimeRole sql, String ledger, String from, String to, String amount, String evidence)
            throws SQLException {
        UUID id = UUID.randomUUID();
        sql.run("""
                INSERT INTO reallocation (id, ledger, fund, to_fund, amount, booked_on, document_number, evidence, commitment,
                                          salt, decided_by, decided_at)
                VALUES (?, ?::uuid, ?::uuid, ?::uuid, ?::numeric, ?, 'raw', ?, 'c', '0123456789abcdef'::bytea, 'raw',
                        now())""", id, ledger, from, to, amount, TODAY, evidence);
        return id;
    }

    @Test
    void a_donation_goes_to_a_fund_for_donations_and_is_booked() {
        refused("takes no donation", sql -> donate(sql, fund, "5.00"));
        refused("donation_amount_check", sql -> donate(sql, donated(sql), "0.00"));
        refused("is booked nowhere", sql -> donate(sql, donated(sql), "5.00"));
        refused("no donation of its amount", sql -> {
            String to = donated(sql);
            UUID booked = sql.entry(town.ledger(), "DONATION", donate(sql, to, "5.00"), TODAY);
            sql.posting(booked, 1, "BANK", null, "6.00");
            sql.posting(booked, 2, "AVAILABLE", to, "-6.00");
        });
    }

    private String donated(RuntimeRole sql) throws SQLException {
        UUID id = UUID.randomUUID();
        sql.run("""
                INSERT INTO fund (id, ledger, source, purpose, fiscal_year, categories, spend_by, opened_by, opened_at)
                SELECT ?, ledger, 'DONATION', purpose, fiscal_year, categories, spend_by, opened_by, opened_at
                FROM fund WHERE id = ?::uuid""", id, fund);
        return id.toString();
    }

    private UUID donate(RuntimeRole sql, String to, String amount) throws SQLException {
        UUID id = UUID.randomUUID();
        sql.run("""
                INSERT INTO donation (id, ledger, fund, amount, booked_on, bank_reference, anonymous, commitment, recorded_by,
                                      recorded_at)
                VALUES (?, ?::uuid, ?::uuid, ?::numeric, ?, ?, true, 'c', 'raw', now())""", id, town.ledger(), to, amount, TODAY, id.toString());
        return id;
    }

    @Test
    void nothing_is_refunded_that_was_not_paid() throws SQLException {
        String spent = recorded(town, fund, "5.00");
        refused("expenditure_refunded_when_paid", sql -> refund(sql, town.ledger(), spent, "1.00"));
        approve(town, spent).then().statusCode(200);
        pay(town, spent).then().statusCode(200);
        refused("expenditure_refunded_at_most_paid", sql -> refund(sql, town.ledger(), spent, "5.01"));
        refused("books no refund", sql -> {
            UUID booked = sql.entry(town.ledger(), "REFUND", refunded(sql, town.ledger(), spent, "1.00"), TODAY);
            sql.posting(booked, 1, "BANK", null, "1.00");
            sql.posting(booked, 2, "AVAILABLE", other, "-1.00");
        });
        refused("books no refund", sql -> refund(sql, town.pool(), spent, "1.00"));
        refused("is booked nowhere", sql -> refunded(sql, town.ledger(), spent, "1.00"));
        refused("expenditure_refund_amount_check", sql -> refunded(sql, town.ledger(), spent, "-1.00"));
        RuntimeRole.attempt(sql -> refund(sql, town.ledger(), spent, "5.00"));
        refused("expenditure_refunded_at_most_paid", sql -> refund(sql, town.ledger(), spent, "0.01"));
    }

    private void refund(RuntimeRole sql, String ledger, String spent, String amount) throws SQLException {
        UUID booked = sql.entry(town.ledger(), "REFUND", refunded(sql, ledger, spent, amount), TODAY);
        sql.posting(booked, 1, "BANK", null, amount);
        sql.run(
                "INSERT INTO posting (entry, line, account, fund, category, amount)"
                        + " VALUES (?, 2, 'SPENT', ?::uuid, 'WORKING_COSTS', -?::numeric)",
                booked,
                fund,
                amount);
        sql.posting(booked, 3, "APPLIED", fund, amount);
        sql.posting(booked, 4, "AVAILABLE", fund, "-" + amount);
    }

    private static UUID refunded(RuntimeRole sql, String ledger, String spent, String amount) throws SQLException {
        UUID id = UUID.randomUUID();
        sql.run(
                "INSERT INTO expenditure_refund VALUES (?, ?::uuid, ?::uuid, ?::numeric, ?, ?, 'raw', now())",
                id,
                ledger,
                spent,
                amount,
                TODAY,
                id.toString());
        return id;
    }

    private static void refused(String why, RuntimeRole.Attempt attempt) {
        assertThatThrownBy(() -> RuntimeRole.attempt(attempt))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why)
                .satisfies(refusal ->
                        assertThat(((SQLException) refusal).getSQLState()).isEqualTo(VIOLATED));
    }
}
