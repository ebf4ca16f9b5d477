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

    private static final String KNOWN = """
             AND EXISTS (SELECT FROM event_log g WHERE g.outbox_id = p.event AND g.sequence <= :knownAt)
            """;

    private final Jdbi jdbi;

    Statements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Totals(Money opening, Money debit, Money credit) {}

    /**
     * Where postings are found: those of a fund by themselves, those of a ledger by its entries.
     *
     * @param days whose columns of day and order lead there
     */
    private record Source(String postings, String days) {

        static final Source FUND = new Source(" FROM posting p WHERE p.fund = :fund AND p.account = :account", "p");
        static final Source LEDGER = new Source(
                " FROM entry e JOIN posting p ON p.entry = e.id WHERE e.ledger = :ledger AND p.account = :account",
                "e");

        static Source of(StatementQuery wanted) {
            return wanted.fund() == null ? LEDGER : FUND;
        }
    }

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
            Totals totals = totals(handle, wanted);
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

    /** What was there at first is kept by days, for all that is recorded; what somebody knew is not, and its postings are added up. */
    private static Totals totals(Handle handle, StatementQuery wanted) {
        if (wanted.knownAt() != null) {
            return known(handle, wanted);
        }
        return wanted.fund() == null ? ofLedger(handle, wanted) : ofFund(handle, wanted);
    }

    private static Totals ofLedger(Handle handle, StatementQuery wanted) {
        return query(handle, wanted, """
                        SELECT (SELECT coalesce(sum(debit - credit), 0) FROM moved_until(:ledger, CAST(:first AS date) - 1)
                                WHERE account = :account) AS opening,
                               coalesce(sum(debit), 0) AS debit, coalesce(sum(credit), 0) AS credit
                        FROM ledger_movement
                        WHERE ledger = :ledger AND account = :account AND day BETWEEN :first AND :last""").mapTo(Totals.class).one();
    }

    private static Totals ofFund(Handle handle, StatementQuery wanted) {
        return query(handle, wanted, """
                        SELECT (SELECT coalesce(sum(amount), 0) FROM held_by(:fund, CAST(:first AS date) - 1)
                                WHERE account = :account) AS opening,
                               coalesce(sum(greatest(amount, 0)), 0) AS debit,
                               coalesce(sum(greatest(-amount, 0)), 0) AS credit
                        FROM posting WHERE fund = :fund AND account = :account AND booked_on BETWEEN :first AND :last""").mapTo(Totals.class).one();
    }

    private static Totals known(Handle handle, StatementQuery wanted) {
        return query(handle, wanted, """
                        SELECT coalesce(sum(p.amount) FILTER (WHERE p.booked_on < :first), 0) AS opening,
                               coalesce(sum(p.amount) FILTER (WHERE p.booked_on >= :first AND p.amount > 0), 0) AS debit,
                               coalesce(-sum(p.amount) FILTER (WHERE p.booked_on >= :first AND p.amount < 0), 0) AS credit
                        <postings> AND <days>.booked_on <= :last <known>""").mapTo(Totals.class).one();
    }

    private static Page<Statement.Line> lines(Handle handle, StatementQuery wanted, PageRequest page, Money opening) {
        Place place = Place.read(page, wanted.from(), opening);
        List<Statement.Line> found = query(handle, wanted, """
                        SELECT s.*, e.kind, e.document,
                               v.year || '-' || lpad(v.month::text, 2, '0') || '-' || lpad(v.number::text, 4, '0')
                                 AS voucher,
                               :balance + sum(s.amount) OVER (ORDER BY s.booked_on, s.recorded, s.line) AS balance
                        FROM (SELECT p.entry, p.recorded, p.line, p.booked_on, p.fund, p.category, p.payer, p.amount
                              <postings> AND <days>.booked_on BETWEEN greatest(CAST(:first AS date), :day) AND :last
                              AND (<days>.booked_on, <days>.recorded, p.line) > (:day, :recorded, :line) <known>
                              ORDER BY <days>.booked_on, <days>.recorded, p.line LIMIT :most) s
                        JOIN entry e ON e.id = s.entry LEFT JOIN voucher v ON v.entry = s.entry
                        ORDER BY s.booked_on, s.recorded, s.line""")
                .bind("balance", place.balance())
                .bind("day", place.day())
                .bind("recorded", place.recorded())
                .bind("line", place.line())
                .bind("most", page.limit() + 1)
                .mapTo(Statement.Line.class)
                .list();
        return Page.of(found, page, Place::after);
    }

    private static Query query(Handle handle, StatementQuery wanted, String sql) {
        Source source = Source.of(wanted);
        return handle.createQuery(sql)
                .define("postings", source.postings())
                .define("days", source.days())
                .define("known", wanted.knownAt() == null ? "" : KNOWN)
                .bind("ledger", wanted.ledger())
                .bind("account", wanted.account())
                .bind("fund", wanted.fund())
                .bind("knownAt", wanted.knownAt())
                .bind("first", wanted.from())
                .bind("last", wanted.to());
    }
}
