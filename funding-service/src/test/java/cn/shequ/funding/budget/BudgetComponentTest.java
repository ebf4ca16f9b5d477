package cn.shequ.funding.budget;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.funding.Debts;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.ledger.RuntimeRole;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-15")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class BudgetComponentTest {

    @Inject
    Towns towns;

    @Inject
    Debts debts;

    private Town town;

    @BeforeEach
    void build() {
        town = towns.build();
    }

    private Map<String, Object> budget(DivisionCode division, int year, String workingCosts) {
        return new HashMap<>(Map.of(
                "division",
                division,
                "fiscalYear",
                year,
                "lines",
                Map.of(
                        "UPKEEP",
                        "900.00",
                        "INFORMATISATION",
                        "300.00",
                        "WORKING_COSTS",
                        workingCosts,
                        "TRAINING",
                        "0.00",
                        "PAY",
                        "9600.00")));
    }

    private Response draft(Map<String, ?> wanted) {
        return once(finance(town.district())).body(wanted).post("/v1/budgets");
    }

    private Response adopt(String person, String id) {
        return once(as(person, Roles.FINANCE_OFFICER, town.district()))
                .body(Map.of("documentNumber", "示例财预〔2026〕12号", "adoptedOn", TODAY))
                .post("/v1/budgets/" + id + "/adoption");
    }

    private String adopted(int year, String workingCosts) {
        String id = draft(budget(town.district(), year, workingCosts))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        adopt("head", id).then().statusCode(200).body("adoption.version", equalTo(1));
        return id;
    }

    @Test
    void a_budget_is_adopted_once_by_another_person_and_then_amended() {
        String id = draft(budget(town.district(), 2026, "2000.00")).path("id");
        adopt("finance", id).then().statusCode(422).body("code", equalTo("budget-adopted-by-drafter"));
        String rival = draft(budget(town.district(), 2026, "1.00")).path("id");
        adopt("head", id).then().statusCode(200).body("total", equalTo("12800.00"));
        adopt("head", rival)
                .then()
                .statusCode(409)
                .body("code", equalTo("budget-already-adopted"))
                .body("articles", contains(15))
                .body("figures.inForce", equalTo(id));
        draft(budget(town.district(), 2026, "1.00")).then().statusCode(409);

        Map<String, Object> amendment = budget(town.district(), 2026, "2500.00");
        amendment.put("amends", id);
        String amended = draft(amendment).then().statusCode(201).extract().path("id");
        adopt("head", amended).then().statusCode(200).body("adoption.version", equalTo(2));
    }

    @Test
    void a_fall_against_the_year_before_is_reported() {
        adopted(2025, "2000.00");
        String fell = adopted(2026, "1999.99");
        adopted(2027, "2500.00");
        finance(town.district())
                .get("/v1/budgets/" + fell)
                .then()
                .body("fell", equalTo(true))
                .body("growth", equalTo("-0.01"))
                .body("execution.find { it.line == 'WORKING_COSTS' }.growth", equalTo("-0.01"));
        as("auditor", Roles.AUDITOR, town.city())
                .get("/v1/budgets?fell=true&division=" + town.district())
                .then()
                .body("items.id", contains(fell));
    }

    @Test
    void execution_stands_beside_the_figures() {
        String id = adopted(TODAY.getYear(), "2000.00");
        String obligation = debts.owes(town, 0, "500.00", TODAY.withDayOfYear(1));
        Map<String, Object> payment = receipt(town, "400.00");
        payment.put("settles", List.of(Map.of("obligation", obligation, "amount", "400.00")));
        once(finance(town.district())).body(payment).post("/v1/receipts").then().statusCode(201);
        finance(town.district())
                .get("/v1/budgets/" + id)
                .then()
                .body("growth", nullValue())
                .body("execution.find { it.line == 'WORKING_COSTS' }.budgeted", equalTo("2000.00"))
                .body("execution.find { it.line == 'WORKING_COSTS' }.paid", equalTo("400.00"))
                .body("execution.find { it.line == 'WORKING_COSTS' }.spent", equalTo("0.00"))
                .body("execution.find { it.line == 'PAY' }.paid", equalTo("0.00"));
    }

    @Test
    void what_is_incomplete_of_a_community_or_of_others_is_refused() {
        Map<String, Object> incomplete = budget(town.district(), 2026, "1.00");
        incomplete.put("lines", Map.of("PAY", "1.00"));
        draft(incomplete)
                .then()
                .statusCode(422)
                .body("code", equalTo("budget-lines-incomplete"))
                .body("figures.missing", contains("UPKEEP", "INFORMATISATION", "WORKING_COSTS", "TRAINING"));
        draft(budget(town.district(), 2026, "-1.00"))
                .then()
                .statusCode(422)
                .body("figures.negative", contains("WORKING_COSTS"));
        draft(budget(town.community(), 2026, "1.00"))
                .then()
                .statusCode(422)
                .body("code", equalTo("budget-of-community"));
        draft(budget(town.neighbour(), 2026, "1.00")).then().statusCode(404);
        String id = draft(budget(town.district(), 2026, "1.00")).path("id");
        finance(town.neighbour()).get("/v1/budgets/" + id).then().statusCode(404);
        finance(town.neighbour()).get("/v1/budgets").then().body("items", empty());
        as("accountant", Roles.SUBDISTRICT_ACCOUNTANT, town.district())
                .get("/v1/budgets/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void the_database_adopts_a_year_once_and_keeps_every_version() {
        String id = adopted(2026, "2000.00");
        String rival = """
                INSERT INTO budget_adoption (budget, division, fiscal_year, version, document_number, adopted_on, adopted_by,
                                             adopted_at)
                SELECT id, division, fiscal_year, ?, 'x', current_date, ?, now() FROM budget WHERE id = ?::uuid""";
        refused("23505", sql -> sql.run(rival, 1, "head", id));
        refused("23514", sql -> sql.run(rival, 2, "head", id));
        String own = draft(budget(town.district(), 2027, "1.00")).path("id");
        refused("23514", sql -> sql.run(rival, 1, "finance", own));
        refused("23514", sql -> sql.run("""
                INSERT INTO budget (id, division, fiscal_year, drafted_by, drafted_at)
                SELECT gen_random_uuid(), division, fiscal_year, drafted_by, now() FROM budget WHERE id = ?::uuid""", id));
        for (String table : List.of("budget", "budget_line", "budget_adoption")) {
            refused("42501", sql -> sql.run("DELETE FROM " + table));
        }
    }

    private static void refused(String state, RuntimeRole.Attempt attempt) {
        assertThatThrownBy(() -> RuntimeRole.attempt(attempt))
                .isInstanceOfSatisfying(SQLException.class, thrown -> assertThat(thrown.getSQLState())
                        .isEqualTo(state));
    }
}
