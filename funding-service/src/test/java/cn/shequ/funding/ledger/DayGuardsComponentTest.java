package cn.shequ.funding.ledger;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approver;
import static cn.shequ.funding.Calls.cashier;
import static cn.shequ.funding.Calls.expenditure;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receive;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds in the end holds on every day before, also to raw SQL of the service's own role (Art. 16). */
@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class DayGuardsComponentTest {

    private static final LocalDate EARLIER = TODAY.minusDays(9);

    @Inject
    Towns towns;

    private Town town;
    private String fund;

    @BeforeEach
    void receives() {
        town = towns.build();
        fund = aFund(town);
        receive(town, fund, "100.00", EARLIER).then().statusCode(201);
    }

    private static Response say(RequestSpecification who, String path, Map<String, ?> body) {
        return once(who).body(body).post(path);
    }

    private String reserved(LocalDate day) {
        String id = say(
                        accountant(town),
                        "/v1/commitments",
                        Map.of("fund", fund, "amount", "40.00", "bookedOn", day, "until", TODAY))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        say(approver(town), "/v1/commitments/" + id + "/approval", Map.of())
                .then()
                .statusCode(200);
        return id;
    }

    @Test
    void a_reservation_is_not_released_on_a_day_on_which_only_another_one_is_there() {
        reserved(EARLIER);
        UUID late = UUID.fromString(reserved(TODAY));
        refused("on a day on which less is reserved", sql -> {
            UUID entry = sql.entry(town.ledger(), "RELEASE", late, TODAY.minusDays(1));
            sql.posting(entry, 1, "RESERVED", fund, "40.00");
            sql.posting(entry, 2, "AVAILABLE", fund, "-40.00");
            sql.run("INSERT INTO commitment_step VALUES (?, 'RELEASED', 'approver', now(), 'x', ?)", late, entry);
            sql.run("INSERT INTO commitment_move VALUES (?, ?, -40)", entry, late);
        });
    }

    @Test
    void no_more_comes_back_of_an_expenditure_on_a_day_than_was_paid() {
        Map<String, Object> spending = new HashMap<>(expenditure(fund, "60.00"));
        spending.put("bookedOn", EARLIER);
        String path = "/v1/expenditures/"
                + say(accountant(town), "/v1/expenditures", spending)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        say(approver(town), path + "/approval", Map.of()).then().statusCode(200);
        String payment = say(cashier(town), path + "/payment", Map.of("bookedOn", EARLIER))
                .then()
                .statusCode(200)
                .extract()
                .path("steps[1].entry");
        String refund = say(
                        accountant(town),
                        path + "/refunds",
                        Map.of("amount", "60.00", "bookedOn", EARLIER, "bankReference", UUID.randomUUID()))
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
        say(accountant(town), "/v1/entries/" + refund + "/reversal", Map.of("bookedOn", TODAY))
                .then()
                .statusCode(201);
        refused("more came back on a day than was paid", sql -> {
            UUID entry = reversal(sql, payment, TODAY.minusDays(1));
            sql.run("""
                    INSERT INTO expenditure_step (expenditure, step, by_person, at, entry)
                    SELECT document, 'RETURNED', 'raw', now(), id FROM entry WHERE id = ?""", entry);
        });
    }

    private String givenBack(String amount, DivisionCode payee, LocalDate day) {
        return say(
                        accountant(town),
                        "/v1/fund-returns",
                        Map.of("fund", fund, "amount", amount, "payee", payee, "bookedOn", day))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String owed(String giveBack) {
        return say(approver(town), "/v1/fund-returns/" + giveBack + "/approval", Map.of())
                .then()
                .statusCode(200)
                .extract()
                .path("steps[0].entry");
    }

    @Test
    void what_is_owed_back_is_not_freed_on_a_day_on_which_only_something_else_is_owed() {
        owed(givenBack("40.00", town.district(), EARLIER));
        String bounces = givenBack("40.00", town.district(), EARLIER);
        String owed = owed(bounces);
        String paid = say(cashier(town), "/v1/fund-returns/" + bounces + "/payment", Map.of("bookedOn", EARLIER))
                .then()
                .statusCode(200)
                .extract()
                .path("steps[1].entry");
        say(accountant(town), "/v1/entries/" + paid + "/reversal", Map.of("bookedOn", TODAY))
                .then()
                .statusCode(201);
        refused("before what it follows", sql -> {
            UUID entry = reversal(sql, owed, TODAY.minusDays(1));
            sql.run("""
                    INSERT INTO fund_return_step (return, step, by_person, at, entry)
                    SELECT document, 'WITHDRAWN', 'raw', now(), id FROM entry WHERE id = ?""", entry);
        });
    }

    @Test
    void nobody_gets_back_what_bounced() {
        String city = say(
                        finance(town.district()),
                        "/v1/receipts",
                        Map.of(
                                "ledger",
                                town.ledger(),
                                "payer",
                                town.city(),
                                "fund",
                                fund,
                                "amount",
                                "100.00",
                                "bookedOn",
                                TODAY,
                                "bankReference",
                                UUID.randomUUID()))
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
        String proposed = givenBack("40.00", town.city(), TODAY);
        say(accountant(town), "/v1/entries/" + city + "/reversal", Map.of("bookedOn", TODAY))
                .then()
                .statusCode(201);
        refused(
                "of 0.00 that was given",
                sql -> sql.run(
                        "INSERT INTO fund_return_step VALUES (?::uuid, 'APPROVED', 'raw', now(), NULL, ?)",
                        proposed,
                        UUID.randomUUID()));
    }

    /** The very opposite of an entry, on a day. */
    private static UUID reversal(RuntimeRole sql, String entry, LocalDate day) throws SQLException {
        UUID id = UUID.randomUUID();
        sql.run("""
                INSERT INTO entry (id, ledger, booked_on, kind, document, reverses, made_by, recorded_at, event)
                SELECT ?, ledger, ?, 'REVERSAL', document, id, 'raw', now(), event FROM entry WHERE id = ?::uuid""", id, day, entry);
        sql.run("""
                INSERT INTO posting (entry, line, account, fund, category, payer, amount)
                SELECT ?, line, account, fund, category, payer, -amount FROM posting WHERE entry = ?::uuid""", id, entry);
        return id;
    }

    private static void refused(String why, RuntimeRole.Attempt attempt) {
        assertThatThrownBy(() -> RuntimeRole.attempt(attempt))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }
}
