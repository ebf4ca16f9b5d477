package cn.shequ.funding.export;

import cn.shequ.funding.ledger.Ledger;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads the books a piece at a time. Everything is as known at one log number, and what is known at a number never
 * changes: pieces read one after another fit together without a long transaction.
 */
@ApplicationScoped
class Books implements BookSource {

    private static final int BATCH = 500;

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;

    Books(Jdbi jdbi, Jurisdiction jurisdiction) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
    }

    /** The ledgers of a division and below it, within the caller's territory. */
    List<Ledger> ledgers(@Nullable DivisionCode division) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT l.* FROM ledger l
                        WHERE %s AND (CAST(:division AS char(12)) IS NULL OR EXISTS (
                          SELECT FROM division_ancestry a WHERE a.descendant = l.division AND a.ancestor = :division
                            AND a.valid_from <= :today AND (a.valid_to IS NULL OR a.valid_to >= :today)))
                        ORDER BY l.division""".formatted(Jurisdiction.within("l.division")))
                .bind("division", division)
                .bindMap(jurisdiction.bindings())
                .mapTo(Ledger.class)
                .list());
    }

    @Override
    public void lines(Ledger ledger, BookScope scope, Taker<BookLine> taker) throws IOException {
        long after = 0;
        while (true) {
            List<BookLine> batch = linesAfter(ledger, scope, after);
            for (BookLine line : batch) {
                taker.take(line);
            }
            if (batch.isEmpty()) {
                return;
            }
            after = batch.getLast().recorded();
        }
    }

    private List<BookLine> linesAfter(Ledger ledger, BookScope scope, long after) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT e.*, e.id AS entry, v.number,
                               p.line, p.account, p.fund, p.category, p.payer, p.amount
                        FROM (SELECT n.*, g.sequence FROM entry n JOIN event_log g ON g.outbox_id = n.event
                              WHERE n.ledger = :ledger AND n.recorded > :after
                                AND n.booked_on BETWEEN :from AND :to AND g.sequence <= :knownAt
                              ORDER BY n.recorded LIMIT :most) e
                        JOIN posting p ON p.entry = e.id
                        LEFT JOIN voucher v ON v.entry = e.id
                        ORDER BY e.recorded, p.line""")
                .bind("ledger", ledger.id())
                .bind("after", after)
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("knownAt", scope.knownAt())
                .bind("most", BATCH)
                .mapTo(BookLine.class)
                .list());
    }

    @Override
    public List<BookBalance> balances(Ledger ledger, BookScope scope) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.account, p.fund, p.category, p.payer,
                               coalesce(sum(p.amount) FILTER (WHERE e.booked_on < :from), 0) AS opening,
                               coalesce(sum(p.amount) FILTER (WHERE e.booked_on >= :from AND p.amount > 0), 0) AS debit,
                               coalesce(-sum(p.amount) FILTER (WHERE e.booked_on >= :from AND p.amount < 0), 0) AS credit,
                               sum(p.amount) AS closing
                        FROM entry e JOIN event_log g ON g.outbox_id = e.event JOIN posting p ON p.entry = e.id
                        WHERE e.ledger = :ledger AND e.booked_on <= :to AND g.sequence <= :knownAt
                        GROUP BY p.account, p.fund, p.category, p.payer
                        ORDER BY p.account, p.fund, p.category, p.payer""")
                .bind("ledger", ledger.id())
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("knownAt", scope.knownAt())
                .mapTo(BookBalance.class)
                .list());
    }

    @Override
    public List<BookFund> funds(Ledger ledger, BookScope scope) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT f.id, f.source, f.purpose, f.community, f.fiscal_year, f.spend_by
                        FROM fund f WHERE f.ledger = :ledger AND EXISTS (
                          SELECT FROM posting p JOIN entry e ON e.id = p.entry JOIN event_log g ON g.outbox_id = e.event
                          WHERE p.fund = f.id AND e.booked_on <= :to AND g.sequence <= :knownAt)
                        ORDER BY f.id""")
                .bind("ledger", ledger.id())
                .bind("to", scope.to())
                .bind("knownAt", scope.knownAt())
                .mapTo(BookFund.class)
                .list());
    }
}
