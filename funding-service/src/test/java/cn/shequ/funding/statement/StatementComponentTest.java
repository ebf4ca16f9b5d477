package cn.shequ.funding.statement;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.pay;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.recorded;
import static cn.shequ.funding.Calls.reverse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.ledger.Account;
import cn.shequ.kit.money.Money;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class StatementComponentTest {

    private static final LocalDate FROM = TODAY.minusDays(20);

    @Inject
    Towns towns;

    @Inject
    Jdbi jdbi;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = aFund(town);
    }

    private JsonPath statement(String query) {
        return accountant(town)
                .get("/v1/ledgers/" + town.ledger() + "/statement?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String period(Account account, LocalDate from, LocalDate to) {
        return "account=" + account + "&from=" + from + "&to=" + to;
    }

    @Test
    void it_shows_each_posting_with_voucher_and_running_balance_between_opening_and_closing() {
        receive(town, fund, "100.00", FROM.minusDays(1)).then().statusCode(201);
        receive(town, fund, "40.00", TODAY.minusDays(2)).then().statusCode(201);
        approve(town, recorded(town, fund, "30.00")).then().statusCode(200);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        statement(period(Account.AVAILABLE, FROM, TODAY)).getList("items.voucher"))
                .hasSize(2)
                .doesNotContainNull());
        JsonPath statement = statement(period(Account.AVAILABLE, FROM, TODAY) + "&fund=" + fund);
        assertThat(statement.getString("opening")).isEqualTo("-100.00");
        assertThat(statement.getList("items.balance")).containsExactly("-140.00", "-110.00");
        assertThat(statement.getString("debit")).isEqualTo("30.00");
        assertThat(statement.getString("credit")).isEqualTo("40.00");
        assertThat(statement.getString("closing")).isEqualTo("-110.00");
    }

    @Test
    void pages_follow_each_other_without_loss_and_the_balance_runs_on() {
        for (int i = 0; i < 5; i++) {
            receive(town, fund, "1.00", TODAY.minusDays(i)).then().statusCode(201);
        }
        List<String> balances = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = statement(period(Account.BANK, FROM, TODAY) + "&limit=2" + cursor);
            balances.addAll(page.getList("items.balance"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);
        assertThat(balances).containsExactly("1.00", "2.00", "3.00", "4.00", "5.00");
    }

    @Test
    void at_any_day_and_number_it_closes_with_the_trial_balance() {
        Random random = new Random(16);
        String other = aFund(town);
        receive(town, fund, "500.00", TODAY.minusDays(15)).then().statusCode(201);
        for (int i = 0; i < 8; i++) {
            String pot = random.nextBoolean() ? fund : other;
            String entry = receive(town, pot, (1 + random.nextInt(90)) + ".50", TODAY.minusDays(random.nextInt(15)))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("entry");
            switch (random.nextInt(3)) {
                case 0 -> reverse(town, entry).then().statusCode(201);
                case 1 -> {
                    String expenditure = recorded(town, fund, (1 + random.nextInt(20)) + ".25");
                    approve(town, expenditure).then().statusCode(200);
                    pay(town, expenditure).then().statusCode(200);
                }
                default -> {}
            }
        }
        List<Long> numbers = numbered();
        for (int i = 0; i < 12; i++) {
            LocalDate day = TODAY.minusDays(random.nextInt(16));
            long number = numbers.get(random.nextInt(numbers.size()));
            Account account = Account.values()[random.nextInt(Account.values().length)];
            List<Map<String, String>> accounts = accountant(town)
                    .get("/v1/ledgers/" + town.ledger() + "/trial-balance?bookedOn=" + day + "&knownAt=" + number)
                    .path("accounts");
            String expected = accounts.stream()
                    .filter(line -> account.name().equals(line.get("account")))
                    .map(line -> line.get("balance"))
                    .findFirst()
                    .orElse("0.00");
            JsonPath statement = statement(period(account, FROM, day) + "&limit=200&knownAt=" + number);
            assertThat(statement.getString("closing"))
                    .as("%s on %s at %s", account, day, number)
                    .isEqualTo(expected);
            List<String> balances = statement.getList("items.balance");
            assertThat(balances.isEmpty() ? statement.getString("opening") : balances.getLast())
                    .isEqualTo(expected);
            assertThat(statement.getList("items.amount", String.class).stream()
                            .map(Money::of)
                            .reduce(Money.of(statement.getString("opening")), Money::plus))
                    .isEqualTo(Money.of(expected));
        }
    }

    @Test
    void of_one_fund_it_shows_what_was_posted_as_anybody_knew_it() {
        String other = aFund(town);
        receive(town, other, "77.00", TODAY.minusDays(9)).then().statusCode(201);
        String bounced = receive(town, fund, "500.00", TODAY.minusDays(9))
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
        String paid = recorded(town, fund, "60.25");
        approve(town, paid).then().statusCode(200);
        pay(town, paid).then().statusCode(200);
        receive(town, fund, "30.00", TODAY.minusDays(4)).then().statusCode(201);
        approve(town, recorded(town, fund, "8.00")).then().statusCode(200);
        reverse(town, bounced).then().statusCode(201);
        List<Long> numbers = numbered();
        for (LocalDate day : List.of(TODAY.minusDays(9), TODAY.minusDays(4), TODAY)) {
            requireAsPosted(day, null);
            requireAsPosted(day, numbers.getFirst());
            requireAsPosted(day, numbers.get(numbers.size() / 2));
            requireAsPosted(day, numbers.getLast());
        }
        assertThat(posted(Account.RECEIVABLE, TODAY, null)).isEqualTo(Money.of("38.25"));
    }

    /** Each account of the fund, over a period that ends and over one that begins on a day. */
    private void requireAsPosted(LocalDate day, @Nullable Long number) {
        String ofFund = "&limit=2&fund=" + fund + (number == null ? "" : "&knownAt=" + number);
        for (Account account : Account.values()) {
            Money posted = posted(account, day, number);
            JsonPath page = statement(period(account, FROM, day) + ofFund);
            assertThat(money(page, "closing"))
                    .as("%s on %s at %s", account, day, number)
                    .isEqualTo(posted);
            Money balance = money(page, "opening");
            for (String next = ""; next != null; next = page.getString("next")) {
                page = next.isEmpty() ? page : statement(period(account, FROM, day) + ofFund + "&cursor=" + next);
                for (String amount : page.getList("items.amount", String.class)) {
                    balance = balance.plus(Money.of(amount));
                }
            }
            assertThat(balance)
                    .as("pages of %s until %s at %s", account, day, number)
                    .isEqualTo(posted);
            assertThat(money(statement(period(account, day.plusDays(1), day.plusDays(40)) + ofFund), "opening"))
                    .isEqualTo(posted);
        }
    }

    /** By the fund's postings and their entries alone. */
    private Money posted(Account account, LocalDate day, @Nullable Long number) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT coalesce(sum(p.amount), 0)
                        FROM posting p JOIN entry e ON e.id = p.entry JOIN event_log g ON g.outbox_id = e.event
                        WHERE p.fund = CAST(:fund AS uuid) AND p.account = :account AND e.booked_on <= :day
                          AND g.sequence <= coalesce(CAST(:number AS bigint), g.sequence)""")
                .bind("fund", fund)
                .bind("account", account)
                .bind("day", day)
                .bind("number", number)
                .mapTo(Money.class)
                .one());
    }

    private static Money money(JsonPath from, String field) {
        return Money.of(from.getString(field));
    }

    @Test
    void what_is_kept_by_months_and_days_is_at_every_moment_what_the_postings_add_up_to() {
        for (int i = 0; i < 6; i++) {
            receive(town, fund, "10.00", TODAY.minusDays(i % 3)).then().statusCode(201);
            approve(town, recorded(town, fund, "1.50")).then().statusCode(200);
            assertThat(notAsPosted()).isEmpty();
        }
        receive(town, fund, "7.00", TODAY.minusYears(1)).then().statusCode(201);
        assertThat(notAsPosted()).isEmpty();
        numbered();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        statement(period(Account.AVAILABLE, FROM, TODAY)).getList("items.voucher"))
                .doesNotContainNull());
        assertThat(notAsPosted()).isEmpty();
        assertThat(statement(period(Account.AVAILABLE, TODAY, TODAY)).getString("opening"))
                .isEqualTo("-47.00");
    }

    /** Days and accounts whose movement, or what moved until then, is not that of their postings, seen at one moment. */
    private List<String> notAsPosted() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH kept AS (
                          SELECT account, day, sum(debit) AS debit, sum(credit) AS credit FROM ledger_movement
                          WHERE ledger = CAST(:ledger AS uuid) GROUP BY account, day),
                        posted AS (
                          SELECT p.account, e.booked_on AS day, sum(greatest(p.amount, 0)) AS debit,
                                 sum(greatest(-p.amount, 0)) AS credit
                          FROM entry e JOIN posting p ON p.entry = e.id
                          WHERE e.ledger = CAST(:ledger AS uuid) GROUP BY p.account, e.booked_on)
                        SELECT account || ' ' || day FROM kept FULL JOIN posted USING (account, day)
                        WHERE (kept.debit, kept.credit) IS DISTINCT FROM (posted.debit, posted.credit)
                        UNION ALL
                        SELECT p.account || ' until ' || p.day FROM (
                          SELECT account, day, sum(debit) OVER so_far AS debit, sum(credit) OVER so_far AS credit
                          FROM posted WINDOW so_far AS (PARTITION BY account ORDER BY day)) p
                        CROSS JOIN LATERAL (
                          SELECT sum(m.debit) AS debit, sum(m.credit) AS credit
                          FROM moved_until(CAST(:ledger AS uuid), p.day) m WHERE m.account = p.account) u
                        WHERE (p.debit, p.credit) IS DISTINCT FROM (u.debit, u.credit)""")
                .bind("ledger", town.ledger())
                .mapTo(String.class)
                .list());
    }

    /** The log numbers of the ledger's entries, once all of them have one. */
    private List<Long> numbered() {
        List<Long> numbers = new ArrayList<>();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            numbers.clear();
            numbers.addAll(jdbi.withHandle(handle -> handle.createQuery("""
                            SELECT coalesce(g.sequence, -1) FROM entry e LEFT JOIN event_log g ON g.outbox_id = e.event
                            WHERE e.ledger = CAST(:ledger AS uuid) ORDER BY e.recorded""")
                    .bind("ledger", town.ledger())
                    .mapTo(Long.class)
                    .list()));
            return !numbers.contains(-1L);
        });
        return numbers;
    }

    @Test
    void a_period_without_bounds_or_of_another_ledgers_fund_is_refused() {
        accountant(town)
                .get("/v1/ledgers/" + town.ledger() + "/statement?" + period(Account.BANK, TODAY.minusDays(366), TODAY))
                .then()
                .statusCode(422)
                .body("code", equalTo("statement-too-long"))
                .body("figures.most", equalTo(366));
        finance(town.district())
                .get("/v1/ledgers/" + town.ledger() + "/statement?" + period(Account.AVAILABLE, FROM, TODAY) + "&fund="
                        + aFund(town, town.pool()))
                .then()
                .statusCode(422)
                .body("code", equalTo("fund-of-other-ledger"));
        accountant(town)
                .get("/v1/ledgers/" + town.ledger() + "/statement?account=BANK&from=-5000-01-01&to=-5000-02-01")
                .then()
                .statusCode(400)
                .body("errors.field", contains("from"));
        accountant(town)
                .get("/v1/ledgers/" + town.ledger() + "/statement")
                .then()
                .statusCode(400);
        finance(town.neighbour())
                .get("/v1/ledgers/" + town.ledger() + "/statement?" + period(Account.BANK, FROM, TODAY))
                .then()
                .statusCode(404);
    }
}
