package cn.shequ.funding.ledger;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What oversight must never be is refused by the database, also to raw SQL of the service's own role (Art. 16). */
@Tag("art-16")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class OversightGuardsComponentTest {

    private static final String FORBIDDEN = "42501";
    private static final String VIOLATED = "23514";
    private static final String[] CONSEQUENCES = {"VETO", "AWARDS_LOST", "PUBLIC_NOTICE", "REFERRAL"};

    @Inject
    Towns towns;

    private Town town;
    private UUID violation;

    @BeforeEach
    void open() throws SQLException {
        town = towns.build();
        violation = UUID.randomUUID();
        RuntimeRole.attempt(sql -> sql.run(
                """
                INSERT INTO violation (id, kind, origin, subject, ledger, division, body, amount_owed, amount_actual,
                                       found_on, reported_by, account, evidence, recorded_at)
                VALUES (?, 'ENCROACHMENT', 'PERSON', ?::uuid, ?::uuid, ?, ?, 0, 1, ?, 'reporter', 'x', '{}', now())""",
                violation,
                aFund(town),
                town.ledger(),
                town.street().value(),
                town.street().value(),
                TODAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violation",
                "violation_step",
                "violation_consequence",
                "disclosure",
                "disclosure_line",
                "disclosure_obligation",
                "disclosure_question",
                "disclosure_answer",
                "audit",
                "audit_step",
                "audit_reading",
                "audit_finding",
                "audit_finding_step"
            })
    void nothing_recorded_is_changed_deleted_or_emptied(String table) {
        refused(FORBIDDEN, sql -> sql.run("DELETE FROM " + table));
        refused(FORBIDDEN, sql -> sql.run("TRUNCATE " + table + " CASCADE"));
        refused(
                FORBIDDEN,
                sql -> sql.run("UPDATE " + table + " SET "
                        + sql.text(
                                "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum = 1", table)
                        + " = NULL"));
    }

    @Test
    void a_violation_is_confirmed_with_all_four_consequences() throws SQLException {
        RuntimeRole.attempt(sql -> {
            step(sql, "NOTIFIED", "finance", TODAY.minusDays(20), TODAY.minusDays(10), null);
            step(sql, "CONFIRMED", "auditor", TODAY, TODAY.plusDays(30), "x");
            for (String kind : CONSEQUENCES) {
                consequence(sql, kind, "IMPOSED");
            }
        });
        try (RuntimeRole sql = RuntimeRole.connect()) {
            assertThat(sql.text("SELECT stage FROM violation WHERE id = ?", violation))
                    .isEqualTo("CONFIRMED");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_violation_without_one_of_its_consequences_is_refused(int missing) {
        refused(VIOLATED, sql -> {
            step(sql, "NOTIFIED", "finance", TODAY.minusDays(20), TODAY.minusDays(10), null);
            step(sql, "CONFIRMED", "auditor", TODAY, TODAY.plusDays(30), "x");
            for (int i = 0; i < CONSEQUENCES.length; i++) {
                if (i != missing) {
                    consequence(sql, CONSEQUENCES[i], "IMPOSED");
                }
            }
        });
    }

    @Test
    void a_consequence_that_nobody_decided_is_refused() {
        refused(VIOLATED, sql -> consequence(sql, "VETO", "IMPOSED"));
    }

    @Test
    void an_appeal_that_is_granted_takes_everything_back() throws SQLException {
        a_violation_is_confirmed_with_all_four_consequences();
        RuntimeRole.attempt(sql -> step(sql, "APPEALED", "officer", TODAY, null, "x"));
        refused(VIOLATED, sql -> {
            step(sql, "LIFTED", "other", TODAY, null, "x");
            consequence(sql, "VETO", "LIFTED");
        });
        refused(VIOLATED, sql -> {
            step(sql, "LIFTED", "auditor", TODAY, null, "x");
            for (String kind : CONSEQUENCES) {
                consequence(sql, kind, "LIFTED");
            }
        });
        RuntimeRole.attempt(sql -> {
            step(sql, "LIFTED", "other", TODAY, null, "x");
            for (String kind : CONSEQUENCES) {
                consequence(sql, kind, "LIFTED");
            }
        });
    }

    @Test
    void who_reported_does_not_confirm_and_a_body_is_heard_first() {
        refused(VIOLATED, sql -> {
            step(sql, "NOTIFIED", "finance", TODAY.minusDays(20), TODAY.minusDays(10), null);
            step(sql, "CONFIRMED", "reporter", TODAY, TODAY.plusDays(30), "x");
        });
        refused(VIOLATED, sql -> {
            step(sql, "NOTIFIED", "finance", TODAY, TODAY.plusDays(10), null);
            step(sql, "CONFIRMED", "auditor", TODAY, TODAY.plusDays(30), "x");
        });
        refused(VIOLATED, sql -> step(sql, "CONFIRMED", "auditor", TODAY, TODAY.plusDays(30), "x"));
    }

    @Test
    void an_appeal_comes_in_time() throws SQLException {
        RuntimeRole.attempt(sql -> {
            step(sql, "NOTIFIED", "finance", TODAY.minusDays(90), TODAY.minusDays(80), null);
            step(sql, "CONFIRMED", "auditor", TODAY.minusDays(60), TODAY.minusDays(30), "x");
            for (String kind : CONSEQUENCES) {
                consequence(sql, kind, "IMPOSED");
            }
        });
        refused(VIOLATED, sql -> step(sql, "APPEALED", "officer", TODAY, null, "x"));
    }

    @Test
    void a_disclosure_says_what_the_ledger_says_and_nothing_is_added_to_it() throws SQLException {
        refused(VIOLATED, sql -> disclose(sql, UUID.randomUUID(), "5.00", 0));
        refused(VIOLATED, sql -> disclose(sql, UUID.randomUUID(), "0.00", 1));
        UUID published = UUID.randomUUID();
        RuntimeRole.attempt(sql -> disclose(sql, published, "0.00", 0));
        refused(VIOLATED, sql -> sql.run("""
                INSERT INTO disclosure_line (disclosure, line, entry, fund, booked_on, kind, amount)
                SELECT ?, 1, ?, f.id, ?, 'RECEIPT', 1 FROM fund f LIMIT 1""", published, UUID.randomUUID(), TODAY));
    }

    private void disclose(RuntimeRole sql, UUID id, String opening, int movements) throws SQLException {
        sql.run("""
                INSERT INTO disclosure (id, community, period_from, period_to, version, opening, money_in, money_out,
                                        closing, movements, overdue, log_size, published_at)
                VALUES (?, ?, ?, ?, 1, ?::numeric, 0, 0, ?::numeric, ?, 0, 0, now())""", id, town.community().value(), TODAY.minusDays(90), TODAY, opening, opening, movements);
    }

    @Test
    void an_audit_is_independent_and_closes_without_open_findings() throws SQLException {
        UUID audit = UUID.randomUUID();
        String fund = aFund(town);
        receive(town, fund, "1.00").then().statusCode(201);
        refused(VIOLATED, sql -> plan(sql, UUID.randomUUID(), "finance"));
        RuntimeRole.attempt(sql -> plan(sql, audit, "auditor"));
        refused(VIOLATED, sql -> close(sql, audit));
        refused(VIOLATED, sql -> draw(sql, audit, 7));
        RuntimeRole.attempt(sql -> draw(sql, audit, 0));
        UUID finding = UUID.randomUUID();
        refused(VIOLATED, sql -> raise(sql, finding, audit, fund, "finance"));
        refused(VIOLATED, sql -> raise(sql, finding, audit, UUID.randomUUID().toString(), "auditor"));
        RuntimeRole.attempt(sql -> raise(sql, finding, audit, fund, "auditor"));
        refused(VIOLATED, sql -> read(sql, audit, "finance"));
        RuntimeRole.attempt(sql -> read(sql, audit, "auditor"));
        refused(VIOLATED, sql -> close(sql, audit));
        refused(VIOLATED, sql -> judge(sql, finding, 1, "ACCEPTED", "auditor"));
        RuntimeRole.attempt(sql -> judge(sql, finding, 1, "RECTIFIED", "accountant"));
        refused(VIOLATED, sql -> judge(sql, finding, 2, "ACCEPTED", "accountant"));
        refused(VIOLATED, sql -> judge(sql, finding, 2, "REJECTED", "finance"));
        RuntimeRole.attempt(sql -> judge(sql, finding, 2, "ACCEPTED", "auditor"));
        RuntimeRole.attempt(sql -> close(sql, audit));
    }

    @Test
    void who_only_proposed_something_took_part_as_well() throws SQLException {
        String fund = aFund(town);
        receive(town, fund, "1.00").then().statusCode(201);
        RuntimeRole.attempt(sql -> sql.run("""
                INSERT INTO commitment (id, ledger, fund, amount, booked_on, until, made_by, made_at)
                VALUES (gen_random_uuid(), ?::uuid, ?::uuid, 1, ?, ?, 'proposer', now())""", town.ledger(), fund, TODAY, TODAY));
        RuntimeRole.attempt(
                sql -> sql.run("""
                INSERT INTO fund_return (id, ledger, fund, amount, payee, reason, booked_on, made_by, made_at)
                VALUES (gen_random_uuid(), ?::uuid, ?::uuid, 1, ?, 'UNSPENT', ?, 'giver', now())""", town.ledger(), fund, town.district().value(), TODAY));
        refused(VIOLATED, sql -> plan(sql, UUID.randomUUID(), "proposer"));
        refused(VIOLATED, sql -> plan(sql, UUID.randomUUID(), "giver"));
        RuntimeRole.attempt(sql -> plan(sql, UUID.randomUUID(), "auditor"));
    }

    private static void raise(RuntimeRole sql, UUID finding, UUID audit, String concerning, String by)
            throws SQLException {
        sql.run("""
                INSERT INTO audit_finding (id, audit, kind, concerning, amount, finding, raised_by, raised_on, rectify_by)
                VALUES (?, ?, 'OTHER', ?::uuid, 0, 'x', ?, ?, ?)""", finding, audit, concerning, by, TODAY, TODAY);
    }

    /** Any entry of the audited ledger. */
    private static void read(RuntimeRole sql, UUID audit, String by) throws SQLException {
        sql.run("""
                INSERT INTO audit_reading (id, audit, entry, by_person, at)
                SELECT gen_random_uuid(), a.id, e.id, ?, now() FROM audit a JOIN entry e ON e.ledger = a.ledger
                WHERE a.id = ? LIMIT 1""", by, audit);
    }

    private void plan(RuntimeRole sql, UUID audit, String by) throws SQLException {
        sql.run("""
                INSERT INTO audit (id, ledger, division, period_from, period_to, sample_size, planned_by, planned_at)
                VALUES (?, ?::uuid, ?, ?, ?, 5, ?, now())""", audit, town.ledger(), town.street().value(), TODAY.minusDays(30), TODAY, by);
    }

    private static void draw(RuntimeRole sql, UUID audit, int population) throws SQLException {
        sql.run("""
                INSERT INTO audit_step (audit, step, by_person, on_day, seed, log_size, population)
                VALUES (?, 'DRAWN', 'auditor', ?, ?, 0, ?)""", audit, TODAY, "0".repeat(64), population);
    }

    private static void close(RuntimeRole sql, UUID audit) throws SQLException {
        sql.run(
                "INSERT INTO audit_step (audit, step, by_person, on_day) VALUES (?, 'CLOSED', 'auditor', ?)",
                audit,
                TODAY);
    }

    private static void judge(RuntimeRole sql, UUID finding, int number, String step, String by) throws SQLException {
        sql.run("""
                INSERT INTO audit_finding_step (finding, number, step, by_person, on_day, statement)
                VALUES (?, ?, ?, ?, ?, 'x')""", finding, number, step, by, TODAY);
    }

    @Test
    void evidence_that_is_not_attached_to_its_case_is_refused() {
        refused(VIOLATED, sql -> sql.run("""
                INSERT INTO violation_step (violation, step, by_person, at, on_day, statement, evidence)
                VALUES (?, 'DISMISSED', 'auditor', now(), ?, 'x', ARRAY[repeat('0', 64)])""", violation, TODAY));
    }

    private void step(RuntimeRole sql, String step, String by, LocalDate on, LocalDate until, String statement)
            throws SQLException {
        sql.run("""
                INSERT INTO violation_step (violation, step, by_person, at, on_day, until, statement)
                VALUES (?, ?, ?, now(), ?, ?, ?)""", violation, step, by, on, until, statement);
    }

    private void consequence(RuntimeRole sql, String kind, String effect) throws SQLException {
        boolean lasting = effect.equals("IMPOSED") && (kind.equals("VETO") || kind.equals("AWARDS_LOST"));
        boolean numbered = kind.equals("REFERRAL");
        sql.run(
                """
                INSERT INTO violation_consequence (id, violation, kind, effect, body, from_day, until_day, rule,
                                                   addressee, year, number)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                UUID.randomUUID(),
                violation,
                kind,
                effect,
                town.street().value(),
                TODAY,
                lasting ? TODAY.plusYears(1) : null,
                lasting ? "veto.lasts@1" : null,
                numbered ? town.district().value() : null,
                numbered ? TODAY.getYear() : null,
                numbered ? (effect.equals("IMPOSED") ? 1 : 2) : null);
    }

    private static void refused(String state, RuntimeRole.Attempt attempt) {
        assertThatThrownBy(() -> RuntimeRole.attempt(attempt))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }
}
