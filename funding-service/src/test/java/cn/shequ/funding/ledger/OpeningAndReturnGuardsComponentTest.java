package cn.shequ.funding.ledger;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.openingRecorded;
import static cn.shequ.funding.Calls.receive;
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
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ledger begins, and money goes back to who gave it, by the hands of several persons, also in raw SQL (Art. 16). */
@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class OpeningAndReturnGuardsComponentTest {

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
    void an_opening_is_what_the_bank_states_on_a_document_and_another_person_approves_it() {
        String ledger = town.pool();
        refused("is not what the bank states", sql -> open(sql, ledger));
        refused("names evidence", sql -> {
            UUID opening = open(sql, ledger);
            sql.run("INSERT INTO opening_balance_fund VALUES (?, ?::uuid, 5)", opening, aFund(town, ledger));
        });
        Town another = towns.build();
        String held = aFund(another);
        UUID opening = UUID.fromString(openingRecorded(another, held, "5.00"));
        refused(
                "is not what the bank states",
                sql -> sql.run("INSERT INTO opening_balance_fund VALUES (?, ?::uuid, 1)", opening, aFund(another)));
        refused("no opening balance that was approved", sql -> begin(sql, another, held, opening));
        refused(
                "is not decided by accountant",
                sql -> sql.run(
                        "INSERT INTO opening_balance_step VALUES (?, 'APPROVED', 'accountant', now(), NULL, ?)",
                        opening,
                        begin(sql, another, held, opening)));
        refused(
                "is not booked by entry",
                sql -> sql.run(
                        "INSERT INTO opening_balance_step VALUES (?, 'APPROVED', 'approver', now(), NULL, ?::uuid)",
                        opening,
                        entry));
    }

    private static UUID begin(RuntimeRole sql, Town of, String held, UUID opening) throws SQLException {
        UUID booked = sql.entry(of.ledger(), "OPENING", opening, TODAY);
        sql.posting(booked, 1, "BANK", null, "5.00");
        sql.posting(booked, 2, "AVAILABLE", held, "-5.00");
        return booked;
    }

    private static UUID open(RuntimeRole sql, String ledger) throws SQLException {
        UUID id = UUID.randomUUID();
        sql.run(
                "INSERT INTO opening_balance (id, ledger, booked_on, bank_balance, evidence, made_by, made_at)"
                        + " VALUES (?, ?::uuid, ?, 5, ?, 'raw', now())",
                id,
                ledger,
                TODAY,
                DIGEST);
        return id;
    }

    @Test
    void nobody_gets_back_more_than_was_given_nor_by_one_persons_hands() throws SQLException {
        refused(
                "more than was given",
                sql -> owe(sql, town.ledger(), fund, "100.01", town.district().value()));
        refused("more than was given", sql -> owe(sql, town.ledger(), fund, "1.00", "11220102DEM000014K"));
        refused(
                "more than was given",
                sql -> owe(sql, town.ledger(), other, "1.00", town.district().value()));
        refused(
                "does not fit its fund",
                sql -> owe(sql, town.pool(), fund, "1.00", town.district().value()));
        refused(
                "fund_return_amount_check",
                sql -> owe(sql, town.ledger(), fund, "-1.00", town.district().value()));
        UUID owed = returnProposed("60.00");
        refused(
                "more than was given",
                sql -> owe(sql, town.ledger(), fund, "40.01", town.district().value()));
        refused("does not decide or pay it", sql -> approveReturn(sql, owed, "accountant", "60.00", TODAY));
        refused("that nobody decided", sql -> approveReturn(sql, owed, "approver", "59.00", TODAY));
        refused("cannot be PAID", sql -> payReturn(sql, owed, "cashier"));
        RuntimeRole.attempt(sql -> approveReturn(sql, owed, "approver", "60.00", TODAY));
        refused("cannot be APPROVED", sql -> approveReturn(sql, owed, "another", "60.00", TODAY));
        refused("does not decide or pay it", sql -> payReturn(sql, owed, "accountant"));
        assertThatThrownBy(() -> RuntimeRole.attempt(sql -> payReturn(sql, owed, "approver")))
                .hasMessageContaining("fund_return_step_one_part");
        refused("without its step", sql -> {
            UUID back = sql.reversal(entryOf(sql, owed));
            sql.posting(back, 1, "PAYABLE", fund, "60.00");
            sql.posting(back, 2, "AVAILABLE", fund, "-60.00");
        });
    }

    @Test
    void no_step_of_a_return_is_taken_with_the_entry_of_something_else() {
        UUID owed = returnProposed("5.00");
        refused("is not booked by entry", sql -> {
            UUID receipt = sql.receipt(town.ledger(), town.district().value(), "5.00");
            sql.posting(receipt, 1, "BANK", null, "5.00");
            sql.posting(receipt, 2, "AVAILABLE", fund, "-5.00");
            sql.run("INSERT INTO fund_return_step VALUES (?, 'APPROVED', 'approver', now(), NULL, ?)", owed, receipt);
        });
        refused(
                "is not booked by entry",
                sql -> sql.run(
                        "INSERT INTO fund_return_step VALUES (?, 'APPROVED', 'approver', now(), NULL, ?::uuid)",
                        owed,
                        entry));
    }

    @Test
    void a_return_is_booked_on_its_day() {
        receive(town, fund, "100.00", TODAY.minusDays(2)).then().statusCode(201);
        UUID owed = returnProposed("60.00");
        refused("another day", sql -> approveReturn(sql, owed, "approver", "60.00", TODAY.minusDays(1)));
    }

    private UUID returnProposed(String amount) {
        return UUID.fromString(once(accountant(town))
                .body(Map.of("fund", fund, "amount", amount, "payee", town.district(), "bookedOn", TODAY))
                .post("/v1/fund-returns")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static String entryOf(RuntimeRole sql, UUID document) throws SQLException {
        return sql.text("SELECT id FROM entry WHERE document = ?", document);
    }

    private void approveReturn(RuntimeRole sql, UUID owed, String by, String amount, LocalDate on) throws SQLException {
        UUID booked = sql.entry(town.ledger(), "RETURN", owed, on);
        sql.run("INSERT INTO fund_return_step VALUES (?, 'APPROVED', ?, now(), NULL, ?)", owed, by, booked);
        sql.posting(booked, 1, "AVAILABLE", fund, amount);
        sql.posting(booked, 2, "PAYABLE", fund, "-" + amount);
    }

    private void payReturn(RuntimeRole sql, UUID owed, String by) throws SQLException {
        UUID booked = sql.entry(town.ledger(), "RETURN_PAYMENT", owed, TODAY);
        sql.run("INSERT INTO fund_return_step VALUES (?, 'PAID', ?, now(), NULL, ?)", owed, by, booked);
        sql.posting(booked, 1, "PAYABLE", fund, "60.00");
        sql.posting(booked, 2, "BANK", null, "-60.00");
    }

    private static void owe(RuntimeRole sql, String ledger, String of, String amount, String payee)
            throws SQLException {
        sql.run(
                "INSERT INTO fund_return (id, ledger, fund, amount, payee, reason, booked_on, made_by, made_at)"
                        + " VALUES (gen_random_uuid(), ?::uuid, ?::uuid, ?::numeric, ?, 'UNSPENT', ?, 'raw', now())",
                ledger,
                of,
                amount,
                payee,
                TODAY);
    }

    private static void refused(String why, RuntimeRole.Attempt attempt) {
        assertThatThrownBy(() -> RuntimeRole.attempt(attempt))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why)
                .satisfies(refusal ->
                        assertThat(((SQLException) refusal).getSQLState()).isEqualTo(VIOLATED));
    }
}
