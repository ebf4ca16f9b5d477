package cn.shequ.funding.statement;

import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads postings in the order of booking days, and within a day in the order of recording, with their running balance. */
@ApplicationScoped
class Statements {

    private static final String FROM = """
             FROM posting p JOIN entry e ON e.id = p.entry
             WHERE e.ledger = :ledger AND p.account = :account AND (CAST(:fund AS uuid) IS NULL OR p.fund = :fund)
               AND (CAST(:knownAt AS bigint) IS NULL
                    OR EXISTS (SELECT FROM event_log g WHERE g.outbox_id = e.event AND g.sequence <= :knownAt))
            """;

    private final Jdbi jdbi;

    Statements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Totals(Money opening, Money debit, Money credit) {}

    /** Where a page begins: after a posting, with the balance that stood there. */
    private record Place(LocalDate day, long recorded, int line, Money balance) {

        static Place read(PageRequest page, LocalDate from, Money opening) {
            if (page.after().isEmpty()) {
                return new Place(from.minusDays(1), 0, 0, opening);
            }
            String[] parts = page.after().split("/", -1);
            try {
                return new Place(
                        LocalDate.parse(parts[0]),
                        Long.parseLong(parts[1]),
                        Integer.parseInt(parts[2]),
                        Money.of(parts[3]));
            } catch (RuntimeException notOurs) {
                throw Refusal.of(HttpProblem.INVALID_CURSOR);
            }
        }

        static String after(Statement.Line line) {
            return line.bookedOn() + "/" + line.recorded() + "/" + line.line() + "/" + line.balance();
        }
    }

    Statement read(StatementQuery wanted, PageRequest page) {
        return jdbi.withHandle(handle -> {
            Totals totals = wanted.fund() == null && wanted.knownAt() == null
                    ? asKept(handle, wanted)
                    : byPostings(handle, wanted);
            Page<Statement.Line> lines = lines(handle, wanted, page, totals.opening());
            return new Statement(
                    wanted.ledger(),
                    wanted.account(),
                    wanted.fund(),
                    wanted.from(),
                    wanted.to(),
                    wanted.knownAt(),
                    totals.opening(),
                    totals.debit(),
                    totals.credit(),
                    totals.opening().plus(totals.debit()).minus(totals.credit()),
                    lines.items(),
                    lines.next());
        });
    }

    /** Of a whole ledger all that is recorded is kept by years, months and days. */
    private static Totals asKept(Handle handle, StatementQuery wanted) {
        return handle.createQuery("""
                        SELECT (SELECT coalesce(sum(debit - credit), 0) FROM moved_until(:ledger, CAST(:first AS date) - 1)
                                WHERE account = :account) AS opening,
                               coalesce(sum(debit), 0) AS debit, coalesce(sum(credit), 0) AS credit
                        FROM ledger_movement
                        WHERE ledger = :ledger AND account = :account AND day BETWEEN :first AND :last""")
                .bind("ledger", wanted.ledger())
                .bind("account", wanted.account())
                .bind("first", wanted.from())
                .bind("last", wanted.to())
                .mapTo(Totals.class)
                .one();
    }

    private static Totals byPostings(Handle handle, StatementQuery wanted) {
        return bind(handle.createQuery("""
                        SELECT coalesce(sum(p.amount) FILTER (WHERE e.booked_on < :first), 0) AS opening,
                               coalesce(sum(p.amount) FILTER (WHERE e.booked_on >= :first AND p.amount > 0), 0) AS debit,
                               coalesce(-sum(p.amount) FILTER (WHERE e.booked_on >= :first AND p.amount < 0), 0)
                                 AS credit""" + FROM + "AND e.booked_on <= :last"), wanted)
                .mapTo(Totals.class)
                .one();
    }

    private static Page<Statement.Line> lines(Handle handle, StatementQuery wanted, PageRequest page, Money opening) {
        Place place = Place.read(page, wanted.from(), opening);
        List<Statement.Line> found = bind(handle.createQuery("""
                        SELECT s.*, v.year || '-' || lpad(v.month::text, 2, '0') || '-' || lpad(v.number::text, 4, '0')
                                 AS voucher,
                               :balance + sum(s.amount) OVER (ORDER BY s.booked_on, s.recorded, s.line) AS balance
                        FROM (SELECT p.entry, e.recorded, p.line, e.booked_on, e.kind, e.document, p.fund, p.category,
                                     p.payer, p.amount""" + FROM + """
                              AND e.booked_on BETWEEN :first AND :last
                              AND (e.booked_on, e.recorded, p.line) > (:day, :recorded, :line)
                              ORDER BY e.booked_on, e.recorded, p.line LIMIT :most) s
                        LEFT JOIN voucher v ON v.entry = s.entry
                        ORDER BY s.booked_on, s.recorded, s.line"""), wanted)
                .bind("balance", place.balance())
                .bind("day", place.day())
                .bind("recorded", place.recorded())
                .bind("line", place.line())
                .bind("most", page.limit() + 1)
                .mapTo(Statement.Line.class)
                .list();
        return Page.of(found, page, Place::after);
    }

    private static Query bind(Query query, StatementQuery wanted) {
        return query.bind("ledger", wanted.ledger())
                .bind("account", wanted.account())
                .bind("fund", wanted.fund())
                .bind("knownAt", wanted.knownAt())
                .bind("first", wanted.from())
                .bind("last", wanted.to());
    }
}
