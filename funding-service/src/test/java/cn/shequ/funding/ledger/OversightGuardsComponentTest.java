package cn.shequ.funding.ledger;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
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
    @ValueSource(strings = {"violation", "violation_step", "violation_consequence"})
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
