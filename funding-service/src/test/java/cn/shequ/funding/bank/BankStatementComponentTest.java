package cn.shequ.funding.bank;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
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
    void a_statement_that_adds_up_is_imported_once() {
        Map<String, Object> statement =
                bank.statement("S1", "0.00", "90.00", BankOfTown.line("a", "100.00"), BankOfTown.line("b", "-10.00"));
        Response first = bank.importing(statement);
        first.then()
                .statusCode(201)
                .body("lines", equalTo(2))
                .body("matched", equalTo(0))
                .body("closing", equalTo("90.00"));
        bank.importing(statement).then().statusCode(200).body("id", equalTo(first.path("id")));
        accountant(town)
                .get("/v1/bank-statements?ledger=" + town.ledger())
                .then()
                .body("items", hasSize(1));
        accountant(town)
                .get("/v1/bank-statements/" + first.path("id") + "/lines")
                .then()
                .statusCode(200)
                .body("items.amount", contains("100.00", "-10.00"));
        bank.importing(bank.statement("S1", "0.00", "100.00", BankOfTown.line("a", "100.00")))
                .then()
                .statusCode(409)
                .body("code", equalTo("statement-differs"))
                .body("figures.closing", equalTo("90.00"));
    }

    @Test
    void a_statement_that_does_not_add_up_is_refused_with_the_figures() {
        bank.importing(bank.statement("S1", "5.00", "100.00", BankOfTown.line("a", "100.00")))
                .then()
                .statusCode(422)
                .body("code", equalTo("statement-does-not-add-up"))
                .body("figures.sum", equalTo("105.00"))
                .body("figures.difference", equalTo("-5.00"));
    }

    @Test
    void statements_follow_on_each_other_and_share_no_line() {
        bank.importing(bank.statement("S1", "0.00", "100.00", BankOfTown.line("a", "100.00")))
                .then()
                .statusCode(201);
        Map<String, Object> second = bank.statement("S2", "90.00", "90.00");
        second.put("periodFrom", TODAY.plusDays(1));
        second.put("periodTo", TODAY.plusDays(2));
        bank.importing(second)
                .then()
                .statusCode(422)
                .body("code", equalTo("statement-not-next"))
                .body("figures.requiredOpening", equalTo("100.00"));
        Map<String, Object> again = new HashMap<>(second);
        Map<String, Object> sameLine = BankOfTown.line("a", "1.00");
        sameLine.put("bookedOn", TODAY.plusDays(1));
        again.putAll(Map.of("opening", "100.00", "closing", "101.00", "lines", List.of(sameLine)));
        bank.importing(again)
                .then()
                .statusCode(409)
                .body("code", equalTo("bank-line-on-other-statement"))
                .body("figures.bankReferences", contains("a"));
        second.putAll(Map.of("opening", "100.00", "closing", "100.00"));
        bank.importing(second).then().statusCode(201);
    }

    @Test
    void every_wrong_line_is_named() {
        Map<String, Object> late = BankOfTown.line("c", "1.00");
        late.put("bookedOn", TODAY.plusDays(1));
        bank.importing(bank.statement(
                        "S1",
                        "0.00",
                        "3.00",
                        BankOfTown.line("a", "1.00"),
                        BankOfTown.line("a", "1.00"),
                        BankOfTown.line("b", "0.00"),
                        late))
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
    void other_territories_and_roles_neither_see_nor_import() {
        Map<String, Object> statement = bank.statement("S1", "0.00", "0.00");
        String id = bank.importing(statement).path("id");
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
        Map<String, Object> statement = bank.statement("S1", "0.00", "100.00", BankOfTown.line("a", "100.00"));
        Callable<Integer> sending = () -> bank.importing(statement).statusCode();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = clients.invokeAll(
                    IntStream.range(0, 6).mapToObj(i -> sending).toList());
            assertThat(answers).extracting(Future::resultNow).containsOnlyOnce(201);
            assertThat(answers).extracting(Future::resultNow).containsOnly(200, 201);
        }
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
                        BankOfTown.FROM.toString(),
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
}
