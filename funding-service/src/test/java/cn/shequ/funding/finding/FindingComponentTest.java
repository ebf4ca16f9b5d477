package cn.shequ.funding.finding;

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

import cn.shequ.funding.Calls;
import cn.shequ.funding.Debts;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.ledger.RuntimeRole;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.time.BusinessCalendar;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Days of 2024, so that the debts of other tests are left alone. */
@Tag("art-5")
@Tag("art-11")
@Tag("art-16")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class FindingComponentTest {

    /** A Saturday of Spring Festival; people work again on Sunday the 18th. */
    private static final LocalDate DUE = LocalDate.of(2024, 2, 10);

    private static final LocalDate OPENED = DUE.minusMonths(1);
    private static final LocalDate DEADLINE = LocalDate.of(2024, 2, 18);
    private static final LocalDate LAST_DAY_TO_BOOK = LocalDate.of(2024, 2, 21);
    private static final LocalDate JUDGED = LocalDate.of(2024, 2, 22);

    @Inject
    Towns towns;

    @Inject
    Debts debts;

    @Inject
    Examiner examiner;

    @Inject
    BusinessCalendar calendar;

    @Inject
    Jdbi jdbi;

    private Town town;

    @BeforeEach
    void build() {
        town = towns.build();
    }

    private Response pay(String obligation, String amount, LocalDate bookedOn) {
        Map<String, Object> receipt = receipt(town, amount);
        receipt.put("bookedOn", bookedOn);
        receipt.put("settles", List.of(Map.of("obligation", obligation, "amount", amount)));
        Response answer = once(finance(town.district())).body(receipt).post("/v1/receipts");
        answer.then().statusCode(201);
        return answer;
    }

    private ValidatableResponse found(String obligation) {
        return finance(town.district())
                .get("/v1/obligations/" + obligation)
                .then()
                .statusCode(200);
    }

    private List<String> told(String type, String subject) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT data FROM event_outbox WHERE type = :type AND subject = :subject")
                        .bind("type", "cn.shequ.funding." + type + ".v1")
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void nothing_paid_by_the_next_business_day_is_late_once_the_books_had_their_days() {
        String obligation = debts.owesSince(OPENED, town, 0, "5000.00", DUE);
        examiner.goThrough(LAST_DAY_TO_BOOK);
        found(obligation).body("finding", nullValue());

        examiner.goThrough(JUDGED);
        examiner.goThrough(JUDGED.plusDays(1));
        found(obligation)
                .body("finding.kind", equalTo("LATE"))
                .body("finding.paidInTime", equalTo("0.00"))
                .body("finding.deadline", equalTo(DEADLINE.toString()))
                .body("finding.provisional", equalTo(false))
                .body("finding.foundOn", equalTo(JUDGED.toString()));
        assertThat(told("obligation-late", obligation)).hasSize(1);
        cases(obligation).body("items.kind", contains("LATE")).body("items[0].amountOwed", equalTo("5000.00"));
    }

    @Test
    void nobody_is_late_for_what_was_told_after_its_due_day() {
        String toldToday = debts.owes(town, 0, "5000.00", DUE);
        examiner.goThrough(JUDGED);
        found(toldToday).body("finding", nullValue());
    }

    @Test
    void less_than_owed_is_short_and_what_comes_later_changes_nothing_about_it() {
        String obligation = debts.owesSince(OPENED, town, 0, "5000.00", DUE);
        pay(obligation, "1200.50", DEADLINE);
        pay(obligation, "3799.50", DEADLINE.plusDays(1));
        examiner.goThrough(JUDGED);
        found(obligation)
                .body("status", equalTo("SETTLED"))
                .body("finding.kind", equalTo("SHORT"))
                .body("finding.paidInTime", equalTo("1200.50"));
        assertThat(told("obligation-short", obligation)).hasSize(1);
        finance(town.district())
                .get("/v1/findings?kind=SHORT")
                .then()
                .body("items.obligation", contains(obligation))
                .body("items[0].missing", equalTo("3799.50"))
                .body("items[0].payer", equalTo(town.district().value()));
        finance(town.neighbour()).get("/v1/findings").then().body("items", empty());
        as("officer", Roles.DEPARTMENT_OFFICER, town.district(), Calls.DEPARTMENT)
                .get("/v1/findings")
                .then()
                .body("items", empty());
    }

    @Test
    void money_that_came_on_the_deadline_is_in_time_until_it_bounces() {
        String obligation = debts.owesSince(OPENED, town, 0, "5000.00", DUE);
        String entry = pay(obligation, "5000.00", DEADLINE).path("entry");
        examiner.goThrough(JUDGED);
        found(obligation).body("finding", nullValue());

        Calls.reverse(town, entry).then().statusCode(201);
        examiner.goThrough(JUDGED.plusDays(7));
        examiner.goThrough(JUDGED.plusDays(8));
        found(obligation).body("finding.kind", equalTo("LATE")).body("finding.foundOn", equalTo("2024-02-29"));
    }

    @Test
    void what_was_late_was_settled_and_bounced_is_late_once_more_and_a_case_of_its_own() throws Exception {
        String obligation = debts.owesSince(OPENED, town, 0, "5000.00", DUE);
        examiner.goThrough(JUDGED);
        dismissed(obligation);
        examiner.goThrough(JUDGED.plusDays(1));
        assertThat(told("obligation-late", obligation)).hasSize(1);

        Calls.reverse(town, pay(obligation, "5000.00", JUDGED).path("entry"))
                .then()
                .statusCode(201);
        found(obligation).body("status", equalTo("OPEN")).body("owedAgainOn", equalTo(TODAY.toString()));
        LocalDate deadline = calendar.onOrAfter(TODAY);
        LocalDate lastDayToBook = calendar.plus(deadline, 3);
        examiner.goThrough(lastDayToBook);
        assertThat(told("obligation-late", obligation)).hasSize(1);

        atOnce(() -> examiner.goThrough(lastDayToBook.plusDays(1)));
        examiner.goThrough(lastDayToBook.plusDays(2));
        found(obligation).body("finding.kind", equalTo("LATE")).body("finding.deadline", equalTo(deadline.toString()));
        assertThat(told("obligation-late", obligation)).hasSize(2);
        cases(obligation)
                .body("items.kind", contains("LATE", "LATE"))
                .body("items.occurrence", contains(0, 1))
                .body("items.stage", contains("DISMISSED", "REPORTED"));
        finance(town.district())
                .get("/v1/findings?ledger=" + town.ledger())
                .then()
                .body("items.findAll { it.obligation == '" + obligation + "' }.occurrence", contains(0, 1));
    }

    @Test
    void what_bounced_and_is_paid_again_on_the_day_it_is_known_is_not_late_once_more_until_that_bounces() {
        String obligation = debts.owesSince(OPENED, town, 0, "5000.00", DUE);
        pay(obligation, "2000.00", DEADLINE);
        examiner.goThrough(JUDGED);
        Calls.reverse(town, pay(obligation, "3000.00", JUDGED).path("entry"))
                .then()
                .statusCode(201);
        String again = pay(obligation, "3000.00", TODAY).path("entry");
        LocalDate judged = calendar.plus(calendar.onOrAfter(TODAY), 3).plusDays(1);
        examiner.goThrough(judged);
        assertThat(told("obligation-short", obligation)).hasSize(1);

        Calls.reverse(town, again).then().statusCode(201);
        examiner.goThrough(judged);
        examiner.goThrough(judged.plusDays(1));
        assertThat(told("obligation-short", obligation)).hasSize(2);
        found(obligation).body("finding.paidInTime", equalTo("2000.00"));
        cases(obligation).body("items.kind", contains("SHORT", "SHORT")).body("items.occurrence", contains(0, 1));
    }

    private void dismissed(String obligation) {
        String id = cases(obligation).extract().path("items[0].id");
        once(as("auditor", Roles.AUDITOR, town.city()))
                .body(Map.of("statement", "账户信息有误，非主观原因"))
                .post("/v1/violations/" + id + "/dismissal")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse cases(String subject) {
        return as("auditor", Roles.AUDITOR, town.city())
                .get("/v1/violations?subject=" + subject)
                .then()
                .statusCode(200);
    }

    private static void atOnce(Runnable instance) throws Exception {
        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            for (var each : IntStream.range(0, 4)
                    .mapToObj(i -> instances.submit(instance))
                    .toList()) {
                each.get();
            }
        }
    }

    @Test
    void many_instances_find_each_once_and_leave_none_out() throws Exception {
        List<String> owed = IntStream.range(0, Examining.BATCH + 10)
                .mapToObj(i -> debts.owesSince(OPENED, town, i % 3, "100.00", DUE))
                .toList();
        atOnce(() -> examiner.goThrough(JUDGED));
        examiner.goThrough(JUDGED);
        List<String> late = jdbi.withHandle(
                handle -> handle.createQuery("SELECT obligation FROM finding WHERE kind = 'LATE' AND ledger = :ledger")
                        .bind("ledger", UUID.fromString(town.ledger()))
                        .mapTo(String.class)
                        .list());
        assertThat(late).containsExactlyInAnyOrderElementsOf(owed);
    }

    @Test
    @Tag("art-15")
    void what_a_pool_did_not_pass_on_by_its_day_is_withheld() {
        Town other = towns.build();
        String pool = pool(town, "30000.00");
        String passedOn = pool(other, "30000.00");
        passOn(other, passedOn, "30000.00");
        passOn(town, pool, "12000.01");
        // 30 November 2024 is a Saturday.
        examiner.goThrough(LocalDate.of(2024, 12, 5));
        assertThat(told("funds-withheld", pool)).isEmpty();
        examiner.goThrough(LocalDate.of(2024, 12, 6));
        examiner.goThrough(LocalDate.of(2024, 12, 7));
        assertThat(told("funds-withheld", pool)).singleElement().asString().contains("17999.99", "2024-12-02");
        assertThat(told("funds-withheld", passedOn)).isEmpty();
        cases(pool).body("items.kind", contains("WITHHOLDING"));
    }

    private static String pool(Town town, String amount) {
        String fund = once(finance(town.district()))
                .body(Map.of(
                        "ledger",
                        town.pool(),
                        "source",
                        "CITY",
                        "purpose",
                        "POOL",
                        "fiscalYear",
                        2024,
                        "spendBy",
                        "2024-12-31"))
                .post("/v1/funds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> receipt = receipt(town, amount);
        receipt.put("ledger", town.pool());
        receipt.put("fund", fund);
        receipt.put("bookedOn", LocalDate.of(2024, 4, 1));
        once(finance(town.district())).body(receipt).post("/v1/receipts").then().statusCode(201);
        return fund;
    }

    /** What is approved is committed and so not withheld. */
    private static void passOn(Town town, String fund, String amount) {
        Map<String, Object> spending = Calls.expenditure(fund, amount);
        spending.put("category", "PREMISES_UPKEEP");
        spending.put("communities", List.of(Map.of("community", town.community(), "amount", amount)));
        spending.put("bookedOn", LocalDate.of(2024, 6, 3));
        String id = once(as("accountant", Roles.SUBDISTRICT_ACCOUNTANT, town.district()))
                .body(spending)
                .post("/v1/expenditures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        once(as("approver", Roles.SUBDISTRICT_APPROVER, town.district()))
                .post("/v1/expenditures/" + id + "/approval")
                .then()
                .statusCode(200);
    }

    @Test
    void the_database_refuses_a_finding_or_an_all_clear_that_the_books_do_not_bear_out() {
        String obligation = debts.owesSince(OPENED, town, 0, "5000.00", DUE);
        pay(obligation, "1000.00", DEADLINE);
        String finding = """
                INSERT INTO finding (id, kind, obligation, ledger, fund, division, community, payer, amount_owed,
                                     amount_actual, due_on, deadline, provisional, found_on, found_at)
                SELECT gen_random_uuid(), ?, id, ledger, fund, division, community, payer, amount_due, ?::numeric, due_on,
                       ?::date, false, ?::date, now() FROM obligation WHERE id = ?::uuid""";
        refused("23514", sql -> sql.run(finding, "LATE", "0.00", "2024-02-18", "2024-02-22", obligation));
        refused("23514", sql -> sql.run(finding, "SHORT", "999.99", "2024-02-18", "2024-02-22", obligation));
        refused("23514", sql -> sql.run(finding, "SHORT", "1000.00", "2024-02-18", "2024-02-18", obligation));
        String allClear = "INSERT INTO examination (subject, deadline, examined_on) VALUES (?::uuid, ?::date, ?::date)";
        refused("23514", sql -> sql.run(allClear, obligation, "2024-02-18", "2024-02-22"));
        refused("23514", sql -> sql.run(allClear, UUID.randomUUID(), "2024-02-18", "2024-02-22"));
        refused("42501", sql -> sql.run("UPDATE obligation SET examined = 'IN_TIME'"));
        refused("42501", sql -> sql.run("UPDATE obligation SET occurrence = 1, owed_again_on = due_on"));
        examiner.goThrough(JUDGED);
        String foundAgain =
                finding.replace("finding (id,", "finding (occurrence, id,").replace("SELECT gen", "SELECT ?, gen");
        refused("23514", sql -> sql.run(foundAgain, 0, "SHORT", "1000.00", "2024-02-18", "2024-02-22", obligation));
        refused("23514", sql -> sql.run(foundAgain, 1, "SHORT", "1000.00", "2024-02-18", "2024-02-22", obligation));
        refused("23505", sql -> sql.run("""
                INSERT INTO violation (id, kind, origin, subject, occurrence, ledger, division, body, amount_owed,
                                       amount_actual, found_on, evidence, recorded_at)
                SELECT gen_random_uuid(), kind, origin, subject, occurrence, ledger, division, body, amount_owed,
                       amount_actual, found_on, evidence, now() FROM violation WHERE subject = ?::uuid""", obligation));
        for (String table : List.of("finding", "examination", "obligation_cancellation")) {
            refused("42501", sql -> sql.run("DELETE FROM " + table));
        }
        String cancellation = """
                INSERT INTO obligation_cancellation (obligation, amount, reason, reference, cancelled_on, recorded_at)
                VALUES (?::uuid, ?::numeric, 'PLACEMENT_EXITED', gen_random_uuid(), ?::date, now())""";
        refused("23514", sql -> sql.run(cancellation, obligation, "4000.00", DUE));
        refused("23514", sql -> sql.run(cancellation, obligation, "3999.99", DUE.minusDays(1)));
    }

    private static void refused(String state, RuntimeRole.Attempt attempt) {
        assertThatThrownBy(() -> RuntimeRole.attempt(attempt))
                .isInstanceOf(java.sql.SQLException.class)
                .satisfies(thrown -> assertThat(((java.sql.SQLException) thrown).getSQLState())
                        .isEqualTo(state));
    }
}
