package cn.shequ.funding.ledger;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Debts;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never be is refused by the database, also to raw SQL of the service's own role (Art. 16). */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class LedgerGuardsComponentTest {

    private static final String FORBIDDEN = "42501";
    private static final String VIOLATED = "23514";

    @Inject
    Towns towns;

    @Inject
    Debts debts;

    private Town town;
    private String fund;
    private String entry;

    @BeforeEach
    void book() {
        town = towns.build();
        fund = aFund(town);
        entry = receive(town, fund, "100.00").then().statusCode(201).extract().path("entry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entry",
                "posting",
                "receipt",
                "settlement",
                "voucher",
                "fund",
                "ledger",
                "fund_day",
                "obligation",
                "closed_period",
                "expenditure",
                "expenditure_step",
                "diversion_attempt",
                "allocation",
                "allocation_unit",
                "allocation_share",
                "commitment_move",
                "opening_balance_fund",
                "reallocation",
                "booked_bank_line",
                "donation",
                "expenditure_refund",
                "fund_return",
                "fund_return_step",
                "closed_year",
                "carried_fund",
                "commitment",
                "commitment_step",
                "opening_balance",
                "opening_balance_step",
                "bank_statement",
                "bank_line",
                "bank_match",
                "bank_unmatch",
                "batch",
                "batch_line"
            })
    void nothing_recorded_is_changed_deleted_or_emptied(String table) {
        String column = table.equals("posting") || table.equals("settlement") ? "amount" : "*";
        refused(FORBIDDEN, sql -> sql.run("DELETE FROM " + table));
        refused(FORBIDDEN, sql -> sql.run("TRUNCATE " + table + " CASCADE"));
        refused(FORBIDDEN, sql -> sql.run("UPDATE " + table + " SET " + firstColumn(sql, table, column) + " = NULL"));
    }

    private static String firstColumn(RuntimeRole sql, String table, String wanted) throws SQLException {
        return wanted.equals("*")
                ? sql.text("SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum = 1", table)
                : wanted;
    }

    @Test
    void derived_figures_are_nobodys_to_write() {
        refused(
                FORBIDDEN,
                sql -> sql.run("INSERT INTO fund_day VALUES (?::uuid, ?, 1000000, 0, 0, 0)", fund, TODAY.minusDays(1)));
        refused(
                FORBIDDEN,
                sql -> sql.run("INSERT INTO voucher VALUES (?::uuid, ?::uuid, 2026, 1, 1)", entry, town.ledger()));
        refused(FORBIDDEN, sql -> sql.run("DELETE FROM unnumbered_entry"));
        refused(
                FORBIDDEN,
                sql -> sql.run(
                        "INSERT INTO entry (id, ledger, booked_on, kind, document, made_by, recorded_at, event, made_in)"
                                + " SELECT ?, ledger, booked_on, kind, document, made_by, recorded_at, event, made_in"
                                + " FROM entry WHERE id = ?::uuid",
                        UUID.randomUUID(),
                        entry));
    }

    @Test
    void tables_functions_and_triggers_are_the_owners() {
        refused(FORBIDDEN, sql -> sql.run("ALTER TABLE entry DISABLE TRIGGER ALL"));
        refused(FORBIDDEN, sql -> sql.run("DROP TABLE posting"));
        refused(FORBIDDEN, sql -> sql.run("SET session_replication_role = replica"));
        refused(FORBIDDEN, sql -> sql.run("CREATE TABLE public.entry_copy (id int)"));
        refused(FORBIDDEN, sql -> sql.run("CREATE TEMP TABLE posting (entry uuid, amount numeric)"));
        refused(
                FORBIDDEN,
                sql -> sql.run(
                        "CREATE OR REPLACE FUNCTION require_balance(checked uuid) RETURNS void LANGUAGE sql AS 'SELECT 1'"));
    }

    @Test
    void an_entry_that_balances_and_is_documented_is_taken() throws SQLException {
        RuntimeRole.attempt(sql -> {
            UUID booked = sql.receipt(town.ledger(), town.district().value(), "5.00");
            sql.posting(booked, 1, "BANK", null, "5.00");
            sql.posting(booked, 2, "AVAILABLE", fund, "-5.00");
        });
        balance(town, fund).then().body("available", equalTo("105.00"));
    }

    @ParameterizedTest
    @CsvSource({"5.00, -4.99", "5.00, -5.01", "5.00, 5.00"})
    void an_entry_that_does_not_balance_is_refused(String debit, String credit) {
        refused(VIOLATED, sql -> {
            UUID booked = sql.receipt(town.ledger(), town.district().value(), debit);
            sql.posting(booked, 1, "BANK", null, debit);
            sql.posting(booked, 2, "APPLIED", fund, credit);
        });
    }

    @Test
    void an_entry_without_two_postings_is_refused() {
        refused(VIOLATED, sql -> sql.receipt(town.ledger(), town.district().value(), "5.00"));
    }

    @Test
    void checking_early_does_not_let_a_late_posting_in() {
        refused(VIOLATED, sql -> {
            UUID booked = sql.receipt(town.ledger(), town.district().value(), "5.00");
            sql.run(
                    "INSERT INTO posting (entry, line, account, fund, amount)"
                            + " VALUES (?, 1, 'BANK', NULL, 5), (?, 2, 'AVAILABLE', ?::uuid, -5)",
                    booked,
                    booked,
                    fund);
            sql.run("SET CONSTRAINTS ALL IMMEDIATE");
            sql.run("SET CONSTRAINTS ALL DEFERRED");
            sql.posting(booked, 3, "AVAILABLE", fund, "-1000.00");
        });
    }

    @Test
    void a_posting_joins_only_an_entry_of_its_own_transaction() {
        refused(VIOLATED, sql -> {
            sql.posting(UUID.fromString(entry), 91, "AVAILABLE", fund, "-5.00");
            sql.posting(UUID.fromString(entry), 92, "APPLIED", fund, "5.00");
        });
    }

    @Test
    void a_posting_is_of_the_day_and_the_event_of_its_entry_whatever_its_writer_says() throws SQLException {
        UUID[] booked = new UUID[1];
        RuntimeRole.attempt(sql -> {
            booked[0] = sql.receipt(town.ledger(), town.district().value(), "5.00");
            sql.posting(booked[0], 1, "BANK", null, "5.00");
            sql.run(
                    "INSERT INTO posting (entry, line, account, fund, amount, booked_on, recorded, event)"
                            + " VALUES (?, 2, 'AVAILABLE', ?::uuid, -5, ?, 0, 0)",
                    booked[0],
                    fund,
                    TODAY.minusDays(30));
        });
        try (RuntimeRole sql = RuntimeRole.connect()) {
            assertThat(sql.text("""
                            SELECT count(*) FROM posting p JOIN entry e ON e.id = p.entry
                            WHERE e.id = ? AND (p.booked_on, p.recorded, p.event) = (e.booked_on, e.recorded, e.event)""", booked[0])).isEqualTo("2");
        }
    }

    @Test
    void no_day_ends_below_zero_not_even_a_past_one() {
        refused(VIOLATED, sql -> {
            UUID booked = sql.entry(town.ledger(), "PAYMENT", UUID.randomUUID(), TODAY.minusDays(30));
            sql.posting(booked, 1, "AVAILABLE", fund, "1.00");
            sql.posting(booked, 2, "APPLIED", fund, "-1.00");
        });
        refused(VIOLATED, sql -> {
            UUID booked = sql.entry(town.ledger(), "PAYMENT", UUID.randomUUID(), TODAY);
            sql.posting(booked, 1, "AVAILABLE", fund, "100.01");
            sql.posting(booked, 2, "APPLIED", fund, "-100.01");
        });
    }

    @Test
    void a_fund_is_not_posted_in_another_ledger() {
        refused(VIOLATED, sql -> {
            UUID booked = sql.receipt(town.pool(), town.city().value(), "5.00");
            sql.posting(booked, 1, "BANK", null, "5.00");
            sql.posting(booked, 2, "AVAILABLE", fund, "-5.00");
        });
    }

    @Test
    void money_does_not_come_without_a_receipt_of_its_amount() {
        refused(VIOLATED, sql -> {
            UUID booked = sql.entry(town.ledger(), "RECEIPT", UUID.randomUUID(), TODAY);
            sql.posting(booked, 1, "BANK", null, "5.00");
            sql.posting(booked, 2, "AVAILABLE", fund, "-5.00");
        });
    }

    @Test
    void money_is_not_reserved_or_paid_without_somebody_who_decided_it() {
        UUID expenditure = UUID.fromString(recorded(town, fund, "5.00"));
        refused(VIOLATED, sql -> {
            UUID booked = sql.entry(town.ledger(), "COMMITMENT", expenditure, TODAY);
            sql.posting(booked, 1, "AVAILABLE", fund, "5.00");
            sql.posting(booked, 2, "COMMITTED", fund, "-5.00");
        });
        refused(VIOLATED, sql -> {
            UUID booked = sql.entry(town.ledger(), "PAYMENT", expenditure, TODAY);
            sql.posting(booked, 1, "BANK", null, "-5.00");
            sql.posting(booked, 2, "AVAILABLE", fund, "5.00");
        });
    }

    @Test
    void the_maker_does_not_approve_and_nothing_is_paid_before_it_is_approved() {
        UUID expenditure = UUID.fromString(recorded(town, fund, "5.00"));
        refused(
                VIOLATED,
                sql -> sql.run(
                        "INSERT INTO expenditure_step VALUES (?, 'REJECTED', 'accountant', now(), 'no')", expenditure));
        refused(
                VIOLATED,
                sql -> sql.run(
                        "INSERT INTO expenditure_step VALUES (?, 'PAID', 'cashier', now(), NULL, ?::uuid)",
                        expenditure,
                        entry));
        refused(
                VIOLATED,
                sql -> sql.run("INSERT INTO expenditure_step VALUES (?, 'APPROVED', 'approver', now())", expenditure));
        refused(FORBIDDEN, sql -> sql.run("UPDATE expenditure SET stage = 'APPROVED' WHERE id = ?", expenditure));
    }

    @Test
    void a_fund_is_not_spent_on_what_it_is_not_for() {
        refused(VIOLATED, sql -> sql.run("""
                INSERT INTO expenditure (id, ledger, fund, category, amount, booked_on, evidence, approvals_needed, rule,
                                         commitment, made_by, made_at)
                VALUES (?, ?::uuid, ?::uuid, 'RECEPTION', 1, ?, '{}', 1, 'r@1', 'c', 'raw', now())""", UUID.randomUUID(), town.ledger(), fund, TODAY));
    }

    @Test
    void an_obligation_is_settled_only_by_money_that_comes_for_it() throws SQLException {
        UUID owed = UUID.fromString(debts.owes(town, 0, "100.00", TODAY));
        refused(
                VIOLATED,
                sql -> sql.run(
                        "INSERT INTO settlement SELECT ?::uuid, ?, document, 100 FROM entry WHERE id = ?::uuid",
                        entry,
                        owed,
                        entry));
        refused(VIOLATED, sql -> {
            UUID booked = sql.receipt(town.ledger(), town.district().value(), "100.00");
            sql.posting(booked, 1, "BANK", null, "100.00");
            sql.posting(booked, 2, "AVAILABLE", fund, "-100.00");
            sql.run("INSERT INTO settlement SELECT id, ?, document, 100 FROM entry WHERE id = ?", owed, booked);
        });
        try (RuntimeRole sql = RuntimeRole.connect()) {
            sql.run("""
                    INSERT INTO obligation SELECT ?, ledger, fund, division, community, payer, origin, ?, share,
                      funding_year, amount_due, due_on, opened_at, amount_due FROM obligation WHERE id = ?""", UUID.randomUUID(), UUID.randomUUID(), owed);
            assertThat(sql.text(
                            "SELECT max(paid) FROM obligation WHERE fund = (SELECT fund FROM obligation WHERE id = ?)",
                            owed))
                    .isEqualTo("0.00");
        }
    }

    @Test
    void an_entry_is_reversed_once_and_to_the_fen() throws SQLException {
        refused(VIOLATED, sql -> reverse(sql, "-99.00", "99.00"));
        RuntimeRole.attempt(sql -> reverse(sql, "-100.00", "100.00"));
        refused("23505", sql -> reverse(sql, "-100.00", "100.00"));
    }

    private void reverse(RuntimeRole sql, String bank, String available) throws SQLException {
        UUID id = UUID.randomUUID();
        sql.run("""
                INSERT INTO entry (id, ledger, booked_on, kind, document, reverses, made_by, recorded_at, event)
                SELECT ?, ledger, booked_on, 'REVERSAL', document, id, 'raw', now(), event FROM entry WHERE id = ?::uuid""", id, entry);
        sql.posting(id, 1, "BANK", null, bank);
        sql.posting(id, 2, "AVAILABLE", fund, available);
    }

    @Test
    void a_closed_month_takes_nothing_and_is_never_reopened() throws SQLException {
        refused(
                VIOLATED,
                sql -> sql.run(
                        "INSERT INTO closed_period VALUES (?::uuid, ?, ?, 'accountant', now())",
                        town.ledger(),
                        TODAY.plusMonths(1).getYear(),
                        TODAY.plusMonths(1).getMonthValue()));
        awaitVouchers();
        if (TODAY.getMonthValue() == 12) {
            RuntimeRole.attempt(sql -> sql.run(
                    "INSERT INTO closed_year VALUES (?::uuid, ?, 0, 0, 0, 0, 'accountant', now())",
                    town.ledger(),
                    TODAY.getYear()));
        }
        RuntimeRole.attempt(sql -> sql.run(
                "INSERT INTO closed_period VALUES (?::uuid, ?, ?, 'accountant', now())",
                town.ledger(),
                TODAY.getYear(),
                TODAY.getMonthValue()));
        refused(VIOLATED, sql -> {
            UUID booked = sql.receipt(town.ledger(), town.district().value(), "5.00");
            sql.posting(booked, 1, "BANK", null, "5.00");
            sql.posting(booked, 2, "AVAILABLE", fund, "-5.00");
        });
        refused(FORBIDDEN, sql -> sql.run("DELETE FROM closed_period"));
        receive(town, fund, "5.00")
                .then()
                .statusCode(422)
                .body("code", equalTo("period-closed"))
                .body("articles[0]", equalTo(16));
    }

    @Test
    void a_category_is_posted_with_spending_only_and_a_payer_with_receivables_only() {
        refused(VIOLATED, sql -> {
            UUID booked = sql.receipt(town.ledger(), town.district().value(), "5.00");
            sql.posting(booked, 1, "SPENT", fund, "5.00");
        });
        refused(VIOLATED, sql -> {
            UUID booked = sql.receipt(town.ledger(), town.district().value(), "5.00");
            sql.posting(booked, 1, "RECEIVABLE", fund, "5.00");
        });
        refused(VIOLATED, sql -> {
            UUID booked = sql.receipt(town.ledger(), town.district().value(), "5.00");
            sql.posting(booked, 1, "BANK", fund, "5.00");
        });
    }

    private void awaitVouchers() {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            try (RuntimeRole sql = RuntimeRole.connect()) {
                return "0".equals(sql.text("""
                        SELECT count(*) FROM unnumbered_entry u JOIN entry e ON e.id = u.entry
                        WHERE e.ledger = ?::uuid""", town.ledger()));
            }
        });
    }

    private static void refused(String sqlState, RuntimeRole.Attempt attempt) {
        assertThatThrownBy(() -> RuntimeRole.attempt(attempt))
                .isInstanceOf(SQLException.class)
                .satisfies(refusal -> assertThat(((SQLException) refusal).getSQLState())
                        .as(refusal.getMessage())
                        .isEqualTo(sqlState));
    }
}
