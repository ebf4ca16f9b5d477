package cn.shequ.funding.ledger;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approver;
import static cn.shequ.funding.Calls.once;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reserved money moves only as its steps say, also to raw SQL of the service's own role (Art. 16). */
@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class CommitmentGuardsComponentTest {

    private static final String FORBIDDEN = "42501";
    private static final String VIOLATED = "23514";

    @Inject
    Towns towns;

    private Town town;
    private String fund;
    private UUID reserved;

    @BeforeEach
    void reserve() {
        town = towns.build();
        fund = aFund(town);
        receive(town, fund, "100.00").then().statusCode(201);
        reserved = proposed();
        once(approver(town))
                .post("/v1/commitments/" + reserved + "/approval")
                .then()
                .statusCode(200);
    }

    private UUID proposed() {
        return UUID.fromString(once(accountant(town))
                .body(Map.of("fund", fund, "amount", "40.00", "bookedOn", TODAY, "until", TODAY.plusDays(9)))
                .post("/v1/commitments")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"commitment", "commitment_step", "commitment_move"})
    void nothing_recorded_is_changed_or_deleted(String table) {
        refused(FORBIDDEN, sql -> sql.run("DELETE FROM " + table));
        refused(
                FORBIDDEN,
                sql -> sql.run("UPDATE " + table + " SET " + (table.equals("commitment") ? "remaining" : "entry")
                        + " = NULL"));
    }

    @Test
    void nobody_writes_stage_or_remainder_or_decides_the_own_proposal() {
        refused(
                FORBIDDEN,
                sql -> sql.run(
                        "INSERT INTO commitment (id, ledger, fund, amount, booked_on, until, made_by, made_at, stage)"
                                + " SELECT ?, ledger, fund, amount, booked_on, until, made_by, made_at, 'RESERVED'"
                                + " FROM commitment WHERE id = ?",
                        UUID.randomUUID(),
                        reserved));
        UUID proposal = proposed();
        refused(
                VIOLATED,
                sql -> sql.run(
                        "INSERT INTO commitment_step VALUES (?, 'REJECTED', 'accountant', now(), 'no')", proposal));
        refused(VIOLATED, sql -> {
            UUID entry = reservation(sql, proposal, "40.00");
            sql.run(
                    "INSERT INTO commitment_step VALUES (?, 'APPROVED', 'accountant', now(), NULL, ?)",
                    proposal,
                    entry);
        });
    }

    private UUID reservation(RuntimeRole sql, UUID commitment, String amount) throws SQLException {
        UUID entry = sql.entry(town.ledger(), "RESERVATION", commitment, TODAY);
        sql.posting(entry, 1, "AVAILABLE", fund, amount);
        sql.posting(entry, 2, "RESERVED", fund, "-" + amount);
        return entry;
    }

    @Test
    void money_is_not_reserved_without_its_step_nor_by_another_amount() {
        UUID proposal = proposed();
        refused(VIOLATED, sql -> reservation(sql, proposal, "40.00"));
        refused(VIOLATED, sql -> {
            UUID entry = reservation(sql, proposal, "39.00");
            sql.run("INSERT INTO commitment_step VALUES (?, 'APPROVED', 'approver', now(), NULL, ?)", proposal, entry);
            sql.run("INSERT INTO commitment_move VALUES (?, ?, 40)", entry, proposal);
        });
        refused(VIOLATED, sql -> {
            UUID entry = reservation(sql, proposal, "40.00");
            sql.run("INSERT INTO commitment_step VALUES (?, 'APPROVED', 'approver', now(), NULL, ?)", proposal, entry);
        });
    }

    @Test
    void a_reservation_does_not_expire_early_and_what_is_released_is_not_moved_again() throws SQLException {
        refused(VIOLATED, sql -> end(sql, "EXPIRED"));
        RuntimeRole.attempt(sql -> end(sql, "RELEASED"));
        refused(VIOLATED, sql -> end(sql, "RELEASED"));
        refused(VIOLATED, sql -> {
            UUID entry = reservation(sql, reserved, "40.00");
            sql.run("INSERT INTO commitment_move VALUES (?, ?, 40)", entry, reserved);
        });
    }

    private void end(RuntimeRole sql, String step) throws SQLException {
        UUID entry = sql.entry(town.ledger(), "RELEASE", reserved, TODAY);
        sql.posting(entry, 1, "RESERVED", fund, "40.00");
        sql.posting(entry, 2, "AVAILABLE", fund, "-40.00");
        sql.run("INSERT INTO commitment_step VALUES (?, ?, 'approver', now(), 'x', ?)", reserved, step, entry);
        sql.run("INSERT INTO commitment_move VALUES (?, ?, -40)", entry, reserved);
    }

    @Test
    void no_more_is_taken_from_a_reservation_than_it_holds_nor_for_another_fund() {
        receive(town, fund, "100.00").then().statusCode(201);
        once(approver(town))
                .post("/v1/commitments/" + proposed() + "/approval")
                .then()
                .statusCode(200);
        assertThatThrownBy(() -> RuntimeRole.attempt(sql -> spend(sql, fund, "40.01")))
                .hasMessageContaining("commitment_used_at_most_reserved");
        String other = aFund(town);
        refused("23503", sql -> spend(sql, other, "1.00"));
        refused(VIOLATED, sql -> {
            UUID entry = reservation(sql, proposed(), "40.00");
            sql.run("INSERT INTO commitment_move VALUES (?, ?, 40)", entry, reserved);
        });
    }

    @Test
    void what_was_taken_from_a_reservation_in_force_goes_back_to_it() throws SQLException {
        RuntimeRole.attempt(sql -> spend(sql, fund, "10.00"));
        refused(VIOLATED, sql -> takeBack(sql, "AVAILABLE"));
        refused(VIOLATED, sql -> takeBack(sql, "RESERVED"));
        RuntimeRole.attempt(
                sql -> sql.run("INSERT INTO commitment_move VALUES (?, ?, 10)", takeBack(sql, "RESERVED"), reserved));
    }

    private UUID takeBack(RuntimeRole sql, String to) throws SQLException {
        String drawn = sql.text(
                "SELECT e.id FROM entry e JOIN commitment_move m ON m.entry = e.id WHERE e.kind = 'COMMITMENT'"
                        + " AND m.commitment = ?",
                reserved);
        UUID back = sql.reversal(drawn);
        sql.posting(back, 1, to, fund, "-10.00");
        sql.posting(back, 2, "COMMITTED", fund, "10.00");
        sql.run(
                "INSERT INTO expenditure_step SELECT document, 'WITHDRAWN', 'raw', now(), NULL, id FROM entry"
                        + " WHERE id = ?",
                back);
        return back;
    }

    /** An expenditure that draws on the reservation, recorded and approved. */
    private void spend(RuntimeRole sql, String from, String amount) throws SQLException {
        UUID spent = UUID.randomUUID();
        sql.run("""
                INSERT INTO expenditure (id, ledger, fund, category, amount, booked_on, evidence, draws_on, approvals_needed,
                                         rule, commitment, made_by, made_at)
                VALUES (?, ?::uuid, ?::uuid, 'WORKING_COSTS', ?::numeric, ?, '{}', ?, 1, 'r@1', 'c', 'raw', now())""", spent, town.ledger(), from, amount, TODAY, reserved);
        UUID entry = sql.entry(town.ledger(), "COMMITMENT", spent, TODAY);
        sql.posting(entry, 1, "RESERVED", from, amount);
        sql.posting(entry, 2, "COMMITTED", from, "-" + amount);
        sql.run("INSERT INTO expenditure_step VALUES (?, 'APPROVED', 'approver', now(), NULL, ?)", spent, entry);
        sql.run("INSERT INTO commitment_move VALUES (?, ?, -?::numeric)", entry, reserved, amount);
    }

    @Test
    void a_proposal_is_of_its_own_ledger_of_something_and_for_some_time() {
        refused(VIOLATED, sql -> propose(sql, town.pool(), "1.00", 0));
        refused(VIOLATED, sql -> propose(sql, town.ledger(), "0.00", 0));
        refused(VIOLATED, sql -> propose(sql, town.ledger(), "-1.00", 0));
        refused(VIOLATED, sql -> propose(sql, town.ledger(), "1.00", -1));
    }

    private void propose(RuntimeRole sql, String ledger, String amount, int days) throws SQLException {
        sql.run(
                "INSERT INTO commitment (id, ledger, fund, amount, booked_on, until, made_by, made_at)"
                        + " VALUES (gen_random_uuid(), ?::uuid, ?::uuid, ?::numeric, ?, ?, 'raw', now())",
                ledger,
                fund,
                amount,
                TODAY,
                TODAY.plusDays(days));
    }

    @Test
    void what_was_rejected_is_not_reserved_and_what_is_reserved_is_of_its_day() throws SQLException {
        UUID proposal = proposed();
        receive(town, fund, "100.00", TODAY.minusDays(2)).then().statusCode(201);
        refused(VIOLATED, sql -> {
            UUID entry = sql.entry(town.ledger(), "RESERVATION", proposal, TODAY.minusDays(1));
            sql.posting(entry, 1, "AVAILABLE", fund, "40.00");
            sql.posting(entry, 2, "RESERVED", fund, "-40.00");
            sql.run("INSERT INTO commitment_step VALUES (?, 'APPROVED', 'approver', now(), NULL, ?)", proposal, entry);
            sql.run("INSERT INTO commitment_move VALUES (?, ?, 40)", entry, proposal);
        });
        RuntimeRole.attempt(sql ->
                sql.run("INSERT INTO commitment_step VALUES (?, 'REJECTED', 'approver', now(), 'no')", proposal));
        refused(VIOLATED, sql -> {
            UUID entry = reservation(sql, proposal, "40.00");
            sql.run("INSERT INTO commitment_step VALUES (?, 'APPROVED', 'another', now(), NULL, ?)", proposal, entry);
        });
    }

    @Test
    void a_reservation_is_not_reversed() {
        refused(VIOLATED, sql -> {
            UUID id = UUID.randomUUID();
            sql.run("""
                    INSERT INTO entry (id, ledger, booked_on, kind, document, reverses, made_by, recorded_at, event)
                    SELECT ?, ledger, booked_on, 'REVERSAL', document, id, 'raw', now(), event
                    FROM entry WHERE document = ? AND kind = 'RESERVATION'""", id, reserved);
            sql.posting(id, 1, "AVAILABLE", fund, "-40.00");
            sql.posting(id, 2, "RESERVED", fund, "40.00");
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
