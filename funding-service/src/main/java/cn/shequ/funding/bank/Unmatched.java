package cn.shequ.funding.bank;

import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * What stands on one side only at the end of a day (未达账项). A line counts as matched when its entry was booked by that day,
 * an entry when its line is of that day or before. A booking that was taken back before the bank knew of it is no open item.
 */
@ApplicationScoped
class Unmatched {

    private static final String LINES = """
            SELECT l.*, CAST(NULL AS uuid) AS match, CAST(NULL AS uuid) AS entry FROM bank_line l
            WHERE l.ledger = :ledger AND l.booked_on <= :on
              AND NOT EXISTS (SELECT FROM bank_match m JOIN entry e ON e.id = m.entry
                              WHERE m.line = l.id AND NOT m.undone AND e.booked_on <= :on)
            """;

    private static final String ENTRIES = """
            SELECT v.* FROM (
              SELECT e.id AS entry, e.ledger, e.kind, e.document, e.booked_on, e.made_by, e.reverses, b.amount
              FROM entry e JOIN LATERAL (
                SELECT sum(p.amount) AS amount FROM posting p WHERE p.entry = e.id AND p.account = 'BANK') b ON b.amount <> 0
              WHERE e.ledger = :ledger AND e.kind <> 'OPENING'
                AND e.booked_on BETWEEN :since AND :on
                AND NOT EXISTS (SELECT FROM bank_match m JOIN bank_line l ON l.id = m.line
                                WHERE m.entry = e.id AND NOT m.undone AND l.booked_on <= :on)) v
            WHERE NOT EXISTS (
              SELECT FROM entry o WHERE (o.id = v.reverses OR o.reverses = v.entry) AND o.booked_on BETWEEN :since AND :on
                AND NOT EXISTS (SELECT FROM bank_match m JOIN bank_line l ON l.id = m.line
                                WHERE m.entry = o.id AND NOT m.undone AND l.booked_on <= :on))
            """;

    private final Jdbi jdbi;

    Unmatched(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** On the statement and not booked. */
    Page<BankLine> lines(UUID ledger, LocalDate on, PageRequest page) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(LINES + "AND l.id > :after ORDER BY l.id LIMIT :most")
                        .bind("ledger", ledger)
                        .bind("on", on)
                        .bind("after", page.afterId())
                        .bind("most", page.limit() + 1)
                        .mapTo(BankLine.class)
                        .list()),
                page,
                line -> line.id().toString());
    }

    /** Booked and not on the statement. */
    Page<BankMovement> entries(UUID ledger, LocalDate since, LocalDate on, PageRequest page) {
        return Page.of(
                jdbi.withHandle(
                        handle -> handle.createQuery(ENTRIES + "AND v.entry > :after ORDER BY v.entry LIMIT :most")
                                .bind("ledger", ledger)
                                .bind("since", since)
                                .bind("on", on)
                                .bind("after", page.afterId())
                                .bind("most", page.limit() + 1)
                                .mapTo(BankMovement.class)
                                .list()),
                page,
                movement -> movement.entry().toString());
    }

    /** All figures of one moment, in one statement. */
    BankReconciliation.Figures figures(UUID ledger, LocalDate since, LocalDate on, Money bankBalance) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT CAST(:bankBalance AS numeric) AS bank_balance,
                          (SELECT coalesce(sum(p.amount), 0) FROM entry e
                           JOIN posting p ON p.entry = e.id AND p.account = 'BANK'
                           WHERE e.ledger = :ledger AND e.booked_on <= :on) AS book_balance,
                          l.received AS received_not_booked, l.paid AS paid_not_booked,
                          v.received AS booked_not_received, v.paid AS booked_not_paid
                        FROM (SELECT coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS received,
                                     coalesce(-sum(amount) FILTER (WHERE amount < 0), 0) AS paid FROM (%s) line) l,
                             (SELECT coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS received,
                                     coalesce(-sum(amount) FILTER (WHERE amount < 0), 0) AS paid FROM (%s) movement) v""".formatted(LINES, ENTRIES))
                .bind("ledger", ledger)
                .bind("since", since)
                .bind("on", on)
                .bind("bankBalance", bankBalance)
                .mapTo(BankReconciliation.Figures.class)
                .one());
    }
}
