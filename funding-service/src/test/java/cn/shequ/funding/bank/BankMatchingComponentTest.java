package cn.shequ.funding.bank;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.cashier;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.reverse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
@Tag("art-16")
class BankMatchingComponentTest {

    private static final String ACCOUNTANT = "accountant";

    @Inject
    Towns towns;

    private Town town;
    private BankOfTown bank;

    @BeforeEach
    void build() {
        town = towns.build();
        bank = new BankOfTown(town);
    }

    @Test
    void what_carries_the_banks_reference_or_is_alone_in_its_amount_is_matched_at_once() {
        bank.received("in-1", "100.00");
        bank.received("typed wrong", "250.00");
        bank.received("in-3", "30.00");
        bank.received("in-4", "30.00");
        bank.paid("40.00");
        bank.importing(bank.statement(
                        "S1",
                        "0.00",
                        "370.00",
                        BankOfTown.line("in-1", "100.00"),
                        BankOfTown.line("in-2", "250.00"),
                        BankOfTown.line("x-3", "30.00"),
                        BankOfTown.line("x-4", "30.00"),
                        BankOfTown.line("out-1", "-40.00")))
                .then()
                .statusCode(201)
                .body("matched", equalTo(3));
        accountant(town)
                .get("/v1/bank-matches?ledger=" + town.ledger())
                .then()
                .body("items.basis", contains("BANK_REFERENCE", "AMOUNT_AND_DATE", "AMOUNT_AND_DATE"))
                .body("items[1].rule", equalTo("reconciliation.date-window@1"));
        // Two lines and two entries of 30.00: only a person can tell.
        bank.unmatched("bank-lines").then().body("items.amount", contains("30.00", "30.00"));
        bank.unmatched("entries").then().body("items.amount", contains("30.00", "30.00"));
    }

    @Test
    void a_person_matches_and_takes_back_with_a_reason_and_all_of_it_stays() {
        String entry = bank.received("booked", "30.00");
        bank.received("other", "30.00");
        bank.importing(bank.statement("S1", "0.00", "30.00", BankOfTown.line("bank", "30.00")))
                .then()
                .statusCode(201);
        String line = bank.unmatched("bank-lines").path("items[0].id");
        String match =
                match(ACCOUNTANT, line, entry).then().statusCode(201).extract().path("id");
        match(ACCOUNTANT, line, entry).then().statusCode(409).body("code", equalTo("already-matched"));
        bank.unmatched("bank-lines").then().body("items", hasSize(0));
        remove(match).then().statusCode(200).body("unmatchReason", equalTo("wrong one"));
        remove(match).then().statusCode(409).body("code", equalTo("already-unmatched"));
        bank.unmatched("bank-lines").then().body("items", hasSize(1));
        match(ACCOUNTANT, line, entry).then().statusCode(201);
        accountant(town).get("/v1/bank-matches?ledger=" + town.ledger()).then().body("items", hasSize(2));
    }

    @Test
    void different_amounts_are_not_the_same_movement() {
        String entry = bank.received("booked", "30.00");
        bank.importing(bank.statement("S1", "0.00", "31.00", BankOfTown.line("bank", "31.00")))
                .then()
                .statusCode(201);
        match(ACCOUNTANT, bank.unmatched("bank-lines").path("items[0].id"), entry)
                .then()
                .statusCode(422)
                .body("code", equalTo("match-amounts-differ"))
                .body("figures.line", equalTo("31.00"))
                .body("figures.entry", equalTo("30.00"));
    }

    @Test
    void who_paid_does_not_reconcile_it() {
        bank.received("in", "100.00");
        String entry = bank.paid("40.00");
        Map<String, Object> statement = bank.statement(
                "S1", "0.00", "60.00", BankOfTown.line("in", "100.00"), BankOfTown.line("out", "-40.00"));
        once(as("cashier", Roles.SUBDISTRICT_ACCOUNTANT, town.street()))
                .body(statement)
                .post("/v1/bank-statements")
                .then()
                .statusCode(201)
                .body("matched", equalTo(1));
        String line = bank.unmatched("bank-lines").path("items[0].id");
        match("cashier", line, entry).then().statusCode(422).body("code", equalTo("payer-does-not-reconcile"));
        once(cashier(town))
                .body(Map.of("line", line, "entry", entry, "reason", "x"))
                .post("/v1/bank-matches")
                .then()
                .statusCode(403);
        once(accountant(town))
                .post("/v1/ledgers/" + town.ledger() + "/bank-matching")
                .then()
                .statusCode(200)
                .body("byAmountAndDate", equalTo(1));
    }

    @Test
    void the_reconciliation_statement_agrees_on_every_day() {
        bank.received("in-1", "100.00");
        bank.received("never", "7.00");
        bank.paid("40.00");
        String mistake = bank.received("mistake", "500.00");
        reverse(town, mistake).then().statusCode(201);
        Map<String, Object> interest = BankOfTown.line("interest", "0.55");
        Map<String, Object> fee = BankOfTown.line("fee", "-2.00");
        bank.importing(bank.statement("S1", "0.00", "98.55", BankOfTown.line("in-1", "100.00"), interest, fee))
                .then()
                .statusCode(201)
                .body("matched", equalTo(1));
        accountant(town)
                .get("/v1/ledgers/" + town.ledger() + "/bank-reconciliation?on=" + TODAY)
                .then()
                .statusCode(200)
                .body("bookBalance", equalTo("67.00"))
                .body("bankBalance", equalTo("98.55"))
                .body("receivedNotBooked", equalTo("0.55"))
                .body("paidNotBooked", equalTo("2.00"))
                .body("bookedNotReceived", equalTo("7.00"))
                .body("bookedNotPaid", equalTo("40.00"))
                .body("adjustedBookBalance", equalTo("65.55"))
                .body("adjustedBankBalance", equalTo("65.55"))
                .body("difference", equalTo("0.00"));
        accountant(town)
                .get("/v1/ledgers/" + town.ledger() + "/bank-reconciliation?on=" + BankOfTown.FROM)
                .then()
                .body("bankBalance", equalTo("0.00"))
                .body("difference", equalTo("0.00"));
        bank.unmatched("entries").then().body("items.amount", contains("7.00", "-40.00"));
        accountant(town)
                .get("/v1/ledgers/" + town.ledger() + "/bank-reconciliation?on=" + TODAY.plusDays(1))
                .then()
                .statusCode(422)
                .body("code", equalTo("no-statement-for-day"))
                .body("figures.coveredTo", equalTo(TODAY.toString()));
    }

    @Test
    void the_database_refuses_what_does_not_add_up_or_is_no_match() throws SQLException {
        String entry = bank.received("booked", "30.00");
        bank.paid("5.00");
        bank.importing(bank.statement(
                        "S1", "0.00", "26.00", BankOfTown.line("b", "31.00"), BankOfTown.line("c", "-5.00")))
                .then()
                .statusCode(201);
        String line = bank.unmatched("bank-lines").path("items[0].id");
        String insert = "INSERT INTO bank_match (id, ledger, line, entry, basis, reason, matched_by, matched_at) VALUES"
                + " (gen_random_uuid(), '%s', '%s', '%s', 'MANUAL', 'x', '%s', now())";
        refused("23514", insert.formatted(town.ledger(), line, entry, "raw"));
        String matched =
                accountant(town).get("/v1/bank-matches?ledger=" + town.ledger()).path("items[0].id");
        refused("42501", "UPDATE bank_match SET undone = true");
        refused("42501", "DELETE FROM bank_match");
        refused("42501", "DELETE FROM bank_line");
        refused("42501", "UPDATE bank_statement SET closing = 0");
        refused("23514", "INSERT INTO bank_unmatch VALUES ('" + matched + "', 'x', 'cashier', now())");
        refused(
                "23514",
                "INSERT INTO bank_statement (id, ledger, number, period_from, period_to, opening, closing, lines,"
                        + " fingerprint, imported_by, imported_at) VALUES (gen_random_uuid(), '" + town.ledger()
                        + "', 'S2', '" + TODAY.plusDays(1) + "', '" + TODAY.plusDays(1)
                        + "', 26, 27, 0, 'f', 'raw', now())");
        refused(
                "23514",
                "INSERT INTO bank_line SELECT gen_random_uuid(), statement, ledger, 99, 'new', booked_on, 1 FROM bank_line"
                        + " WHERE id = '" + line + "'");
    }

    private static void refused(String state, String statement) throws SQLException {
        try (Connection connection =
                TestInfrastructure.addresses().requireDatabases().asApp("funding")) {
            assertThatThrownBy(() -> connection.createStatement().execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(state));
        }
    }

    private Response match(String person, String line, String entry) {
        return once(as(person, Roles.SUBDISTRICT_ACCOUNTANT, town.street()))
                .body(Map.of("line", line, "entry", entry, "reason", "the slip says so"))
                .post("/v1/bank-matches");
    }

    private Response remove(String match) {
        return once(accountant(town))
                .body(Map.of("reason", "wrong one"))
                .post("/v1/bank-matches/" + match + "/removal");
    }
}
