package cn.shequ.funding.ledger;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.receipt;
import static cn.shequ.funding.Calls.receive;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed years, the bank's statements and the reports of batches are what they say, also in raw SQL (Art. 16). */
@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class RecordGuardsComponentTest {

    private static final String VIOLATED = "23514";
    private static final int YEAR = TODAY.getYear() - 1;
    private static final LocalDate LAST_DAY = LocalDate.of(YEAR, 12, 31);

    @Inject
    Towns towns;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = aFund(town);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPEATABLE READ", "SERIALIZABLE"})
    void the_books_are_written_as_of_now_and_not_of_a_moment_ago(String isolation) {
        refused("is written as of now only", sql -> {
            sql.run("SET TRANSACTION ISOLATION LEVEL " + isolation);
            sql.receipt(town.ledger(), town.district().value(), "5.00");
        });
        refused("is written as of now only", sql -> {
            sql.run("SET TRANSACTION ISOLATION LEVEL " + isolation);
            closeYear(sql, YEAR, 0, "0.00");
        });
    }

    @Test
    void a_year_is_closed_when_its_december_comes_next() {
        receive(town, fund, "5.00", LAST_DAY.minusMonths(1)).then().statusCode(201);
        refused("next", sql -> closeYear(sql, YEAR, 0, "0.00"));
        refused("next", sql -> closeYear(sql, YEAR + 1, 0, "0.00"));
    }

    @Test
    void a_year_is_closed_as_its_funds_say_and_carries_nothing_later() throws SQLException {
        receive(town, fund, "5.00", LAST_DAY).then().statusCode(201);
        String ending = ending("CARRY_FORWARD");
        String returning = ending("RETURN");
        refused("is not what its funds say", sql -> closeYear(sql, YEAR, 0, "0.00"));
        refused("is not what its funds say", sql -> {
            carry(sql, ending);
            closeYear(sql, YEAR, 1, "4.00");
        });
        refused("is not what its funds say", sql -> {
            carry(sql, ending);
            sql.run("INSERT INTO closed_year VALUES (?::uuid, ?, 1, 5, 1, 5, 'raw', now())", town.ledger(), YEAR);
        });
        refused("is not carried forward", sql -> carry(sql, returning));
        RuntimeRole.attempt(sql -> {
            carry(sql, ending);
            closeYear(sql, YEAR, 1, "5.00");
        });
        refused("is not carried with its year", sql -> carry(sql, fund));
    }

    /** A fund that ends with the year and, when it carries forward, has something left. */
    private String ending(String atYearEnd) throws SQLException {
        UUID id = UUID.randomUUID();
        RuntimeRole.attempt(sql -> sql.run("""
                INSERT INTO fund (id, ledger, source, purpose, fiscal_year, categories, spend_by, opened_by, opened_at,
                                  at_year_end)
                SELECT ?, ledger, source, purpose, ?, categories, ?, opened_by, opened_at, ?
                FROM fund WHERE id = ?::uuid""", id, YEAR, LAST_DAY, atYearEnd, fund));
        if (atYearEnd.equals("CARRY_FORWARD")) {
            receive(town, id.toString(), "5.00", LAST_DAY).then().statusCode(201);
        }
        return id.toString();
    }

    private void carry(RuntimeRole sql, String carried) throws SQLException {
        sql.run(
                "INSERT INTO carried_fund VALUES (?::uuid, ?, ?::uuid, ?)",
                carried,
                YEAR,
                town.ledger(),
                LAST_DAY.plusYears(1));
    }

    private void closeYear(RuntimeRole sql, int year, int carried, String amount) throws SQLException {
        sql.run(
                "INSERT INTO closed_year VALUES (?::uuid, ?, ?, ?::numeric, 0, 0, 'raw', now())",
                town.ledger(),
                year,
                carried,
                amount);
    }

    @ParameterizedTest
    @CsvSource({"5.00, 1, 0", "6.00, 1, 0", "5.00, 2, 0", "5.00, 1, 1"})
    void a_statement_is_the_sum_of_its_own_lines_in_its_own_days(String closing, int lines, int daysLater)
            throws SQLException {
        RuntimeRole.Attempt importing = sql -> {
            UUID statement = UUID.randomUUID();
            sql.run("""
                    INSERT INTO bank_statement (id, ledger, number, period_from, period_to, opening, closing, lines,
                                                fingerprint, imported_by, imported_at)
                    VALUES (?, ?::uuid, 'S1', ?, ?, 0, ?::numeric, ?, 'f', 'raw', now())""", statement, town.ledger(), TODAY, TODAY, closing, lines);
            sql.run(
                    "INSERT INTO bank_line VALUES (gen_random_uuid(), ?, ?::uuid, 1, 'a', ?, 5)",
                    statement,
                    town.ledger(),
                    TODAY.plusDays(daysLater));
        };
        if (closing.equals("5.00") && lines == 1 && daysLater == 0) {
            RuntimeRole.attempt(importing);
        } else {
            refused("does not add up", importing);
        }
    }

    @Test
    void a_line_of_the_bank_is_matched_within_its_ledger_with_its_own_amount() throws SQLException {
        String line = UUID.randomUUID().toString();
        RuntimeRole.attempt(sql -> {
            UUID statement = UUID.randomUUID();
            sql.run("""
                    INSERT INTO bank_statement (id, ledger, number, period_from, period_to, opening, closing, lines,
                                                fingerprint, imported_by, imported_at)
                    VALUES (?, ?::uuid, 'S1', ?, ?, 0, 5, 1, 'f', 'raw', now())""", statement, town.ledger(), TODAY, TODAY);
            sql.run(
                    "INSERT INTO bank_line VALUES (?::uuid, ?, ?::uuid, 1, 'a', ?, 5)",
                    line,
                    statement,
                    town.ledger(),
                    TODAY);
        });
        Town elsewhere = towns.build();
        String theirs =
                receive(elsewhere, aFund(elsewhere), "5.00").then().extract().path("entry");
        String more = receive(town, fund, "6.00").then().extract().path("entry");
        refused("is not matched", sql -> match(sql, town.ledger(), line, theirs));
        refused("is not matched", sql -> match(sql, elsewhere.ledger(), line, theirs));
        refused("is not matched", sql -> match(sql, town.ledger(), line, more));
        String same = receive(town, fund, "5.00").then().extract().path("entry");
        String again = receive(town, fund, "5.00").then().extract().path("entry");
        RuntimeRole.attempt(sql -> match(sql, town.ledger(), line, same));
        assertThatThrownBy(() -> RuntimeRole.attempt(sql -> match(sql, town.ledger(), line, again)))
                .hasMessageContaining("bank_match_line");
    }

    private static void match(RuntimeRole sql, String ledger, String line, String entry) throws SQLException {
        sql.run(
                "INSERT INTO bank_match (id, ledger, line, entry, basis, reason, matched_by, matched_at) VALUES"
                        + " (gen_random_uuid(), ?::uuid, ?::uuid, ?::uuid, 'MANUAL', 'x', 'raw', now())",
                ledger,
                line,
                entry);
    }

    @Test
    void a_report_is_what_became_of_its_lines_and_nothing_is_added_to_it() {
        refused("is not what became of its lines", sql -> report(sql, false, 1));
        refused("is not what became of its lines", sql -> line(sql, report(sql, false, 1), 1, UUID.randomUUID()));
        refused("batch_check", sql -> report(sql, true, 1));
        Map<String, Object> one = new HashMap<>(receipt(town, "1.00"));
        one.put("fund", fund);
        String lines = one.entrySet().stream()
                .map(field -> "\"%s\": \"%s\"".formatted(field.getKey(), field.getValue()))
                .toList()
                .toString();
        String batch = accountant(town)
                .contentType("application/x-ndjson")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(("{" + lines.substring(1, lines.length() - 1) + "}").getBytes(UTF_8))
                .post("/v1/receipt-batches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        refused("a line joins only a report", sql -> sql.run("""
                INSERT INTO batch_line (batch, line, outcome, document)
                SELECT batch, 2, outcome, document FROM batch_line WHERE batch = ?::uuid""", batch));
        assertThatThrownBy(() ->
                        RuntimeRole.attempt(sql -> sql.run("INSERT INTO batch (made_in) SELECT made_in FROM batch")))
                .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState())
                        .isEqualTo("42501"));
    }

    private UUID report(RuntimeRole sql, boolean dryRun, int booked) throws SQLException {
        UUID id = UUID.randomUUID();
        sql.run("""
                INSERT INTO batch (id, kind, mode, dry_run, division, key, fingerprint, lines, booked, already_booked, passed,
                                   refused, sent_by, sent_at)
                VALUES (?, 'RECEIPTS', 'PER_LINE', ?, ?, ?, 'f', ?, ?, 0, 0, 0, 'raw', now())""", id, dryRun, town.street().value(), id.toString(), booked, booked);
        return id;
    }

    private static void line(RuntimeRole sql, UUID batch, int line, UUID document) throws SQLException {
        sql.run(
                "INSERT INTO batch_line (batch, line, outcome, document) VALUES (?, ?, 'BOOKED', ?)",
                batch,
                line,
                document);
    }

    private static void refused(String why, RuntimeRole.Attempt attempt) {
        assertThatThrownBy(() -> RuntimeRole.attempt(attempt))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why)
                .satisfies(refusal ->
                        assertThat(((SQLException) refusal).getSQLState()).isEqualTo(VIOLATED));
    }
}
