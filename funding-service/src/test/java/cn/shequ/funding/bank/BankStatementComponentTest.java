package cn.shequ.funding.bank;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.cashier;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.pay;
import static cn.shequ.funding.Calls.receipt;
import static cn.shequ.funding.Calls.recorded;
import static cn.shequ.funding.Calls.reverse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
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
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
@Tag("art-16")
class BankStatementComponentTest {

    private static final LocalDate FROM = TODAY.minusDays(9);

    private static final String ACCOUNTANT = "accountant";

    @Inject
    Towns towns;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = aFund(town);
    }

    @Test
    void a_statement_that_adds_up_is_imported_once() {
        Map<String, Object> statement = statement("S1", "0.00", "90.00", line("a", "100.00"), line("b", "-10.00"));
        Response first = importing(statement);
        first.then()
                .statusCode(201)
                .body("lines", equalTo(2))
                .body("matched", equalTo(0))
                .body("closing", equalTo("90.00"));
        importing(statement).then().statusCode(200).body("id", equalTo(first.path("id")));
        accountant(town)
                .get("/v1/bank-statements?ledger=" + town.ledger())
                .then()
                .body("items", hasSize(1));
        accountant(town)
                .get("/v1/bank-statements/" + first.path("id") + "/lines")
                .then()
                .statusCode(200)
                .body("items.amount", contains("100.00", "-10.00"));
        importing(statement("S1", "0.00", "100.00", line("a", "100.00")))
                .then()
                .statusCode(409)
                .body("code", equalTo("statement-differs"))
                .body("figures.closing", equalTo("90.00"));
    }

    @Test
    void a_statement_that_does_not_add_up_is_refused_with_the_figures() {
        importing(statement("S1", "5.00", "100.00", line("a", "100.00")))
                .then()
                .statusCode(422)
                .body("code", equalTo("statement-does-not-add-up"))
                .body("figures.sum", equalTo("105.00"))
                .body("figures.difference", equalTo("-5.00"));
    }

    @Test
    void statements_follow_on_each_other_and_share_no_line() {
        importing(statement("S1", "0.00", "100.00", line("a", "100.00"))).then().statusCode(201);
        Map<String, Object> second = statement("S2", "90.00", "90.00");
        second.put("periodFrom", TODAY.plusDays(1));
        second.put("periodTo", TODAY.plusDays(2));
        importing(second)
                .then()
                .statusCode(422)
                .body("code", equalTo("statement-not-next"))
                .body("figures.requiredOpening", equalTo("100.00"));
        Map<String, Object> again = new HashMap<>(second);
        Map<String, Object> sameLine = line("a", "1.00");
        sameLine.put("bookedOn", TODAY.plusDays(1));
        again.putAll(Map.of("opening", "100.00", "closing", "101.00", "lines", List.of(sameLine)));
        importing(again)
                .then()
                .statusCode(409)
                .body("code", equalTo("bank-line-on-other-statement"))
                .body("figures.bankReferences", contains("a"));
        second.putAll(Map.of("opening", "100.00", "closing", "100.00"));
        importing(second).then().statusCode(201);
    }

    @Test
    void every_wrong_line_is_named() {
        Map<String, Object> late = line("c", "1.00");
        late.put("bookedOn", TODAY.plusDays(1));
        importing(statement("S1", "0.00", "3.00", line("a", "1.00"), line("a", "1.00"), line("b", "0.00"), late))
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("lines[1].bankReference", "lines[2].amount", "lines[3].bookedOn"));
    }

    @Test
    void the_banks_own_table_is_read_by_declared_columns() {
        String table = """
                日期,时间,流水号,收入,支出,摘要
                %s,09:12,T1,"12,000.00",,拨款
                %s,15:40,T2,,1200.5,印制费
                """.formatted(TODAY, TODAY.toString().replace("-", ""));
        Response imported = table(table, "bookedOn,-,bankReference,moneyIn,moneyOut,remark", "10799.50");
        imported.then().statusCode(201).body("lines", equalTo(2));
        accountant(town)
                .get("/v1/bank-statements/" + imported.path("id") + "/lines")
                .then()
                .body("items.amount", contains("12000.00", "-1200.50"))
                .body("items.remark", contains("拨款", "印制费"));
    }

    @Test
    void a_table_that_cannot_be_read_is_refused_by_line_and_column() {
        table("a,b,c\nx,T1,many\n", "bookedOn,bankReference,amount", "0.00")
                .then()
                .statusCode(400)
                .body("errors.field", contains("lines[0].bookedOn", "lines[0].amount"));
        table("a,b\n", "bookedOn,colour", "0.00").then().statusCode(400).body("errors.field", contains("columns"));
        table("a,b\n\"open", "bookedOn,bankReference,amount", "0.00").then().statusCode(400);
    }

    @Test
    void what_carries_the_banks_reference_or_is_alone_in_its_amount_is_matched_at_once() {
        received("in-1", "100.00");
        received("typed wrong", "250.00");
        received("in-3", "30.00");
        received("in-4", "30.00");
        paid("40.00");
        importing(statement(
                        "S1",
                        "0.00",
                        "370.00",
                        line("in-1", "100.00"),
                        line("in-2", "250.00"),
                        line("x-3", "30.00"),
                        line("x-4", "30.00"),
                        line("out-1", "-40.00")))
                .then()
                .statusCode(201)
                .body("matched", equalTo(3));
        accountant(town)
                .get("/v1/bank-matches?ledger=" + town.ledger())
                .then()
                .body("items.basis", contains("BANK_REFERENCE", "AMOUNT_AND_DATE", "AMOUNT_AND_DATE"))
                .body("items[1].rule", equalTo("reconciliation.date-window@1"));
        // Two lines and two entries of 30.00: only a person can tell.
        unmatched("bank-lines").then().body("items.amount", contains("30.00", "30.00"));
        unmatched("entries").then().body("items.amount", contains("30.00", "30.00"));
    }

    @Test
    void a_person_matches_and_takes_back_with_a_reason_and_all_of_it_stays() {
        String entry = received("booked", "30.00");
        received("other", "30.00");
        importing(statement("S1", "0.00", "30.00", line("bank", "30.00")))
                .then()
                .statusCode(201);
        String line = unmatched("bank-lines").path("items[0].id");
        String match =
                match(ACCOUNTANT, line, entry).then().statusCode(201).extract().path("id");
        match(ACCOUNTANT, line, entry).then().statusCode(409).body("code", equalTo("already-matched"));
        unmatched("bank-lines").then().body("items", hasSize(0));
        remove(match).then().statusCode(200).body("unmatchReason", equalTo("wrong one"));
        remove(match).then().statusCode(409).body("code", equalTo("already-unmatched"));
        unmatched("bank-lines").then().body("items", hasSize(1));
        match(ACCOUNTANT, line, entry).then().statusCode(201);
        accountant(town).get("/v1/bank-matches?ledger=" + town.ledger()).then().body("items", hasSize(2));
    }

    @Test
    void different_amounts_are_not_the_same_movement() {
        String entry = received("booked", "30.00");
        importing(statement("S1", "0.00", "31.00", line("bank", "31.00")))
                .then()
                .statusCode(201);
        match(ACCOUNTANT, unmatched("bank-lines").path("items[0].id"), entry)
                .then()
                .statusCode(422)
                .body("code", equalTo("match-amounts-differ"))
                .body("figures.line", equalTo("31.00"))
                .body("figures.entry", equalTo("30.00"));
    }

    @Test
    void who_paid_does_not_reconcile_it() {
        received("in", "100.00");
        String entry = paid("40.00");
        Map<String, Object> statement = statement("S1", "0.00", "60.00", line("in", "100.00"), line("out", "-40.00"));
        once(as("cashier", Roles.SUBDISTRICT_ACCOUNTANT, town.street()))
                .body(statement)
                .post("/v1/bank-statements")
                .then()
                .statusCode(201)
                .body("matched", equalTo(1));
        String line = unmatched("bank-lines").path("items[0].id");
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
        received("in-1", "100.00");
        received("never", "7.00");
        paid("40.00");
        String mistake = received("mistake", "500.00");
        reverse(town, mistake).then().statusCode(201);
        Map<String, Object> interest = line("interest", "0.55");
        Map<String, Object> fee = line("fee", "-2.00");
        importing(statement("S1", "0.00", "98.55", line("in-1", "100.00"), interest, fee))
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
                .get("/v1/ledgers/" + town.ledger() + "/bank-reconciliation?on=" + FROM)
                .then()
                .body("bankBalance", equalTo("0.00"))
                .body("difference", equalTo("0.00"));
        unmatched("entries").then().body("items.amount", contains("7.00", "-40.00"));
        accountant(town)
                .get("/v1/ledgers/" + town.ledger() + "/bank-reconciliation?on=" + TODAY.plusDays(1))
                .then()
                .statusCode(422)
                .body("code", equalTo("no-statement-for-day"))
                .body("figures.coveredTo", equalTo(TODAY.toString()));
    }

    @Test
    void other_territories_and_roles_neither_see_nor_import() {
        Map<String, Object> statement = statement("S1", "0.00", "0.00");
        String id = importing(statement).path("id");
        finance(town.neighbour()).get("/v1/bank-statements/" + id).then().statusCode(404);
        once(finance(town.neighbour()))
                .body(statement)
                .post("/v1/bank-statements")
                .then()
                .statusCode(404);
        once(as("approver", Roles.SUBDISTRICT_APPROVER, town.street()))
                .body(statement)
                .post("/v1/bank-statements")
                .then()
                .statusCode(403);
        as("auditor", Roles.AUDITOR, town.city())
                .get("/v1/bank-statements/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void many_who_import_the_same_statement_import_it_once() throws Exception {
        Map<String, Object> statement = statement("S1", "0.00", "100.00", line("a", "100.00"));
        Callable<Integer> sending = () -> importing(statement).statusCode();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = clients.invokeAll(
                    IntStream.range(0, 6).mapToObj(i -> sending).toList());
            assertThat(answers).extracting(Future::resultNow).containsOnlyOnce(201);
            assertThat(answers).extracting(Future::resultNow).containsOnly(200, 201);
        }
    }

    @Test
    void the_database_refuses_what_does_not_add_up_or_is_no_match() throws SQLException {
        String entry = received("booked", "30.00");
        paid("5.00");
        importing(statement("S1", "0.00", "26.00", line("b", "31.00"), line("c", "-5.00")))
                .then()
                .statusCode(201);
        String line = unmatched("bank-lines").path("items[0].id");
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

    /** The entry of money that came in under a reference of the bank. */
    private String received(String reference, String amount) {
        Map<String, Object> receipt = receipt(town, amount);
        receipt.put("fund", fund);
        receipt.put("bankReference", reference);
        return once(finance(town.district()))
                .body(receipt)
                .post("/v1/receipts")
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
    }

    /** The entry of a payment by the cashier. */
    private String paid(String amount) {
        String expenditure = recorded(town, fund, amount);
        approve(town, expenditure).then().statusCode(200);
        List<String> entries =
                pay(town, expenditure).then().statusCode(200).extract().path("steps.entry");
        return entries.getLast();
    }

    private static Map<String, Object> line(String reference, String amount) {
        Map<String, Object> line = new HashMap<>();
        line.put("bankReference", reference);
        line.put("bookedOn", TODAY);
        line.put("amount", amount);
        return line;
    }

    @SafeVarargs
    private Map<String, Object> statement(String number, String opening, String closing, Map<String, Object>... lines) {
        Map<String, Object> statement = new HashMap<>();
        statement.put("ledger", town.ledger());
        statement.put("number", number);
        statement.put("periodFrom", FROM);
        statement.put("periodTo", TODAY);
        statement.put("opening", opening);
        statement.put("closing", closing);
        statement.put("lines", List.of(lines));
        return statement;
    }

    private Response importing(Map<String, Object> statement) {
        return accountant(town).body(statement).post("/v1/bank-statements");
    }

    private Response table(String table, String columns, String closing) {
        return accountant(town)
                .contentType("text/csv; charset=GB18030")
                .queryParams(Map.of(
                        "ledger",
                        town.ledger(),
                        "number",
                        "T",
                        "periodFrom",
                        FROM.toString(),
                        "periodTo",
                        TODAY.toString(),
                        "opening",
                        "0.00",
                        "closing",
                        closing,
                        "columns",
                        columns))
                .body(table.getBytes(Charset.forName("GB18030")))
                .post("/v1/bank-statements/table");
    }

    private Response unmatched(String side) {
        return accountant(town).get("/v1/ledgers/" + town.ledger() + "/unmatched-" + side + "?on=" + TODAY);
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
