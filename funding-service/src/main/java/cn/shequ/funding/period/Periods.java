package cn.shequ.funding.period;

import cn.shequ.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The closed months and years as recorded. */
@ApplicationScoped
class Periods {

    private final Jdbi jdbi;
    private final Clock clock;

    Periods(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Waits for everybody who books in the month and lets nobody book in it until the transaction ends; before the first
     * close of a ledger, in any month of it.
     */
    void lock(UUID ledger, YearMonth period) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT lock_period(:ledger, :year, :month)")
                .bind("ledger", ledger)
                .bind("year", period.getYear())
                .bind("month", period.getMonthValue())
                .mapTo(String.class)
                .list());
    }

    /** The month to be closed next; empty in a ledger without entries. */
    Optional<YearMonth> next(UUID ledger) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT next_to_close(:ledger)")
                .bind("ledger", ledger)
                .mapTo(LocalDate.class)
                .findOne()
                .map(YearMonth::from));
    }

    Hindrances hindrances(UUID ledger, YearMonth period) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM hindrances(:ledger, :year, :month)")
                .bind("ledger", ledger)
                .bind("year", period.getYear())
                .bind("month", period.getMonthValue())
                .mapTo(Hindrances.class)
                .one());
    }

    void close(UUID ledger, YearMonth period, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO closed_period (ledger, year, month, closed_by, closed_at)
                        VALUES (:ledger, :year, :month, :by, :at)""")
                .bind("ledger", ledger)
                .bind("year", period.getYear())
                .bind("month", period.getMonthValue())
                .bind("by", by)
                .bind("at", clock.instant())
                .execute());
    }

    ControlTotals totals(UUID ledger, YearMonth period) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT (SELECT count(*)::int FROM voucher v WHERE v.ledger = :ledger AND v.year = :year
                                AND v.month = :month) AS vouchers,
                               coalesce(sum(p.amount) FILTER (WHERE p.amount > 0 AND e.booked_on >= :first), 0) AS moved,
                               coalesce(sum(p.amount) FILTER (WHERE p.account = 'BANK'), 0) AS bank,
                               coalesce(sum(p.amount) FILTER (WHERE p.account = 'RECEIVABLE'), 0) AS receivable,
                               coalesce(sum(p.amount) FILTER (WHERE p.account = 'SPENT'), 0) AS spent,
                               coalesce(-sum(p.amount) FILTER (WHERE p.account = 'AVAILABLE'), 0) AS available,
                               coalesce(-sum(p.amount) FILTER (WHERE p.account = 'RESERVED'), 0) AS reserved,
                               coalesce(-sum(p.amount) FILTER (WHERE p.account = 'COMMITTED'), 0) AS committed,
                               coalesce(-sum(p.amount) FILTER (WHERE p.account = 'PAYABLE'), 0) AS payable,
                               coalesce(-sum(p.amount) FILTER (WHERE p.account = 'APPLIED'), 0) AS applied
                        FROM posting p JOIN entry e ON e.id = p.entry
                        WHERE e.ledger = :ledger AND e.booked_on <= :last""")
                .bind("ledger", ledger)
                .bind("year", period.getYear())
                .bind("month", period.getMonthValue())
                .bind("first", period.atDay(1))
                .bind("last", period.atEndOfMonth())
                .mapTo(ControlTotals.class)
                .one());
    }

    /** A closed month without its totals. */
    record Closed(int year, int month, String closedBy, Instant closedAt) {

        YearMonth period() {
            return YearMonth.of(year, month);
        }
    }

    Optional<Closed> find(UUID ledger, YearMonth period) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM closed_period WHERE ledger = :ledger AND year = :year AND month = :month""")
                .bind("ledger", ledger)
                .bind("year", period.getYear())
                .bind("month", period.getMonthValue())
                .mapTo(Closed.class)
                .findOne());
    }

    /** The closed months of a year, the first first. */
    List<Closed> of(UUID ledger, int year) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM closed_period WHERE ledger = :ledger AND year = :year ORDER BY month")
                .bind("ledger", ledger)
                .bind("year", year)
                .mapTo(Closed.class)
                .list());
    }

    Optional<ClosedYear> year(UUID ledger, int year) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM closed_year WHERE ledger = :ledger AND year = :year")
                        .bind("ledger", ledger)
                        .bind("year", year)
                        .mapTo(ClosedYear.class)
                        .findOne());
    }

    void closeYear(ClosedYear closed) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO closed_year (ledger, year, funds_carried, carried, funds_returned, returned, closed_by,
                                                 closed_at)
                        VALUES (:ledger, :year, :fundsCarried, :carried, :fundsReturned, :returned, :closedBy, :closedAt)""")
                .bind("ledger", closed.ledger())
                .bind("year", closed.year())
                .bind("fundsCarried", closed.fundsCarried())
                .bind("carried", closed.carried())
                .bind("fundsReturned", closed.fundsReturned())
                .bind("returned", closed.returned())
                .bind("closedBy", closed.closedBy())
                .bind("closedAt", closed.closedAt())
                .execute());
    }

    void carry(UUID ledger, UUID fund, int year) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO carried_fund (fund, year, ledger, spend_by)
                        VALUES (:fund, :year, :ledger, make_date(:year + 1, 12, 31))""")
                .bind("fund", fund)
                .bind("year", year)
                .bind("ledger", ledger)
                .execute());
    }

    /** What a fund holds at the end of a year and has not spent; reserved or approved money is still on its way out. */
    record Unspent(UUID fund, Money available, Money underway) {}

    /** Funds that end with the year and still hold something, in the order of ids. */
    List<Unspent> unspent(UUID ledger, LocalDate lastDay) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT f.id AS fund, d.available, d.reserved + d.committed AS underway
                        FROM fund f JOIN LATERAL (
                          SELECT * FROM fund_day d WHERE d.fund = f.id AND d.day <= :lastDay
                          ORDER BY d.day DESC LIMIT 1) d ON true
                        WHERE f.ledger = :ledger AND d.available + d.reserved + d.committed > 0
                          AND coalesce((SELECT max(c.spend_by) FROM carried_fund c WHERE c.fund = f.id), f.spend_by)
                              <= :lastDay
                        ORDER BY f.id""")
                .bind("ledger", ledger)
                .bind("lastDay", lastDay)
                .mapTo(Unspent.class)
                .list());
    }

    Instant now() {
        return clock.instant();
    }
}
