package cn.shequ.funding.ledger;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.openingRecorded;
import static cn.shequ.funding.Calls.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing slips in behind a close or before an opening while two transactions do not see each other yet (Art. 16). */
@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class ClosingRaceComponentTest {

    private static final String VIOLATED = "23514";
    private static final YearMonth NOW = YearMonth.from(TODAY);
    private static final YearMonth LATER = NOW.minusMonths(1);
    private static final YearMonth EARLIER = NOW.minusMonths(2);

    @Inject
    Towns towns;

    private Town town;
    private String fund;
    private RuntimeRole first;
    private RuntimeRole second;
    private ExecutorService others;

    @BeforeEach
    void connect() throws SQLException {
        town = towns.build();
        fund = aFund(town);
        // An entry by raw SQL names any event that is there; this ledger has none of its own yet.
        Town elsewhere = towns.build();
        receive(elsewhere, aFund(elsewhere), "1.00").then().statusCode(201);
        first = RuntimeRole.connect();
        second = RuntimeRole.connect();
        others = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterEach
    void disconnect() throws SQLException {
        first.close();
        others.shutdown();
        second.close();
    }

    @Test
    void a_first_close_waits_for_who_books_in_an_earlier_month_and_is_then_out_of_order() throws Exception {
        aFirstEntryIn(LATER);
        book(first, EARLIER);
        Future<Void> close = others.submit(() -> commit(second, sql -> close(sql, LATER)));
        awaitWaiting(second);
        first.commit();
        refused(close, "closes " + EARLIER.atDay(1) + " next");
    }

    @Test
    void who_books_in_an_earlier_month_waits_for_a_first_close_and_then_finds_it_closed() throws Exception {
        aFirstEntryIn(LATER);
        close(first, LATER);
        Future<Void> booking = others.submit(() -> commit(second, sql -> book(sql, EARLIER)));
        awaitWaiting(second);
        first.commit();
        refused(booking, "is closed");
    }

    @Test
    void writers_wait_for_no_writer_and_later_closes_for_the_writers_of_their_month_alone() throws Exception {
        aFirstEntryIn(EARLIER);
        RuntimeRole.attempt(sql -> close(sql, EARLIER));
        close(first, LATER);
        second.run("SET LOCAL lock_timeout = '5s'");
        book(second, NOW);
        second.commit();
        first.commit();

        Town other = towns.build();
        String theirs = aFund(other);
        book(first, other, aFund(other), EARLIER);
        second.run("SET LOCAL lock_timeout = '5s'");
        book(second, other, theirs, LATER);
        book(second, other, theirs, EARLIER);
        second.commit();
        first.commit();
    }

    @Test
    void an_opening_waits_for_who_books_in_an_earlier_year_and_is_then_not_the_first() throws Exception {
        UUID opening = UUID.fromString(openingRecorded(town, fund, "5.00"));
        book(first, NOW.minusYears(1));
        Future<Void> begin = others.submit(() -> commit(second, sql -> begin(sql, opening)));
        awaitWaiting(second);
        first.commit();
        refused(begin, "has entries already");
    }

    @Test
    void who_books_before_an_opening_waits_for_it_and_then_comes_too_early() throws Exception {
        begin(first, UUID.fromString(openingRecorded(town, fund, "5.00")));
        Future<Void> booking = others.submit(() -> commit(second, sql -> book(sql, EARLIER)));
        awaitWaiting(second);
        first.commit();
        refused(booking, "begins later");
    }

    private void begin(RuntimeRole sql, UUID opening) throws SQLException {
        UUID entry = sql.entry(town.ledger(), "OPENING", opening, TODAY);
        sql.posting(entry, 1, "BANK", null, "5.00");
        sql.posting(entry, 2, "AVAILABLE", fund, "-5.00");
        sql.run("INSERT INTO opening_balance_step VALUES (?, 'APPROVED', 'approver', now(), NULL, ?)", opening, entry);
    }

    private void aFirstEntryIn(YearMonth month) throws SQLException {
        RuntimeRole.attempt(sql -> book(sql, month));
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            try (RuntimeRole sql = RuntimeRole.connect()) {
                return "0".equals(sql.text("""
                        SELECT count(*) FROM unnumbered_entry u JOIN entry e ON e.id = u.entry
                        WHERE e.ledger = ?::uuid""", town.ledger()));
            }
        });
    }

    private void book(RuntimeRole sql, YearMonth month) throws SQLException {
        book(sql, town, fund, month);
    }

    private static void book(RuntimeRole sql, Town town, String fund, YearMonth month) throws SQLException {
        LocalDate day = month.atDay(1);
        UUID booked = sql.receipt(town.ledger(), town.district().value(), "5.00", day);
        sql.posting(booked, 1, "BANK", null, "5.00");
        sql.posting(booked, 2, "AVAILABLE", fund, "-5.00");
    }

    /** December waits for its year. */
    private void close(RuntimeRole sql, YearMonth month) throws SQLException {
        if (month.getMonthValue() == 12) {
            sql.run(
                    "INSERT INTO closed_year VALUES (?::uuid, ?, 0, 0, 0, 0, 'accountant', now())",
                    town.ledger(),
                    month.getYear());
        }
        sql.run(
                "INSERT INTO closed_period VALUES (?::uuid, ?, ?, 'accountant', now())",
                town.ledger(),
                month.getYear(),
                month.getMonthValue());
    }

    private static Void commit(RuntimeRole sql, RuntimeRole.Attempt attempt) throws SQLException {
        attempt.on(sql);
        sql.commit();
        return null;
    }

    private void awaitWaiting(RuntimeRole waiting) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            try (RuntimeRole sql = RuntimeRole.connect()) {
                return "1"
                        .equals(sql.text(
                                "SELECT count(*) FROM pg_locks WHERE pid = ? AND locktype = 'advisory' AND NOT granted",
                                waiting.process()));
            }
        });
    }

    private static void refused(Future<Void> attempt, String why) {
        assertThatThrownBy(() -> attempt.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why)
                .satisfies(refusal ->
                        assertThat(((SQLException) refusal).getSQLState()).isEqualTo(VIOLATED));
    }
}
