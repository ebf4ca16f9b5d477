package cn.shequ.funding.bank;

import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.rulebook.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Matches as recorded, those taken back included. */
@ApplicationScoped
class BankMatches {

    /** Every entry that moves the bank account, and by how much. */
    private static final String MOVEMENTS = """
            SELECT e.id AS entry, e.ledger, e.kind, e.document, e.booked_on, e.made_by, b.amount
            FROM entry e JOIN LATERAL (
              SELECT sum(p.amount) AS amount FROM posting p WHERE p.entry = e.id AND p.account = 'BANK') b ON b.amount <> 0
            WHERE e.kind <> 'OPENING'
            """;

    private static final String SELECT = """
            SELECT m.*, u.reason AS unmatch_reason, u.unmatched_by, u.unmatched_at
            FROM bank_match m LEFT JOIN bank_unmatch u ON u.match = m.id
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    BankMatches(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Matches what carries the bank's own reference on both sides. */
    int matchByReference(UUID ledger, String by) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO bank_match (id, ledger, line, entry, basis, matched_by, matched_at)
                        SELECT uuidv7(), l.ledger, l.id, e.id, 'BANK_REFERENCE', :by, :at
                        FROM bank_line l
                        JOIN receipt r ON r.ledger = l.ledger AND r.bank_reference = l.bank_reference AND r.amount = l.amount
                        JOIN entry e ON e.document = r.id AND e.kind = 'RECEIPT'
                        WHERE l.ledger = :ledger
                          AND NOT EXISTS (SELECT FROM bank_match m WHERE m.line = l.id AND NOT m.undone)
                          AND NOT EXISTS (SELECT FROM bank_match m WHERE m.entry = e.id AND NOT m.undone)
                        ON CONFLICT DO NOTHING""")
                .bind("ledger", ledger)
                .bind("by", by)
                .bind("at", clock.instant())
                .execute());
    }

    /**
     * Matches by amount, direction and near days where neither side has a second candidate. What the caller paid counts as a
     * candidate and is left to somebody else.
     */
    int matchByAmount(UUID ledger, String by, Rule window) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        WITH open_line AS (
                          SELECT l.id, l.booked_on, l.amount FROM bank_line l WHERE l.ledger = :ledger
                            AND NOT EXISTS (SELECT FROM bank_match m WHERE m.line = l.id AND NOT m.undone)),
                        open_entry AS (
                          SELECT v.* FROM (%s AND e.ledger = :ledger
                            AND e.booked_on BETWEEN (SELECT min(booked_on) - :days FROM open_line)
                                                AND (SELECT max(booked_on) + :days FROM open_line)) v
                          WHERE NOT EXISTS (SELECT FROM bank_match m WHERE m.entry = v.entry AND NOT m.undone)),
                        candidate AS (
                          SELECT l.id AS line, v.entry, v.kind IN ('PAYMENT', 'RETURN_PAYMENT') AND v.made_by = :by AS own,
                                 count(*) OVER (PARTITION BY l.id) AS of_line, count(*) OVER (PARTITION BY v.entry) AS of_entry
                          FROM open_line l JOIN open_entry v
                            ON v.amount = l.amount AND abs(v.booked_on - l.booked_on) <= :days)
                        INSERT INTO bank_match (id, ledger, line, entry, basis, rule, matched_by, matched_at)
                        SELECT uuidv7(), :ledger, line, entry, 'AMOUNT_AND_DATE', :rule, :by, :at FROM candidate
                        WHERE of_line = 1 AND of_entry = 1 AND NOT own
                        ON CONFLICT DO NOTHING""".formatted(MOVEMENTS))
                .bind("ledger", ledger)
                .bind("days", window.whole())
                .bind("rule", window.reference())
                .bind("by", by)
                .bind("at", clock.instant())
                .execute());
    }

    /** Keeps what a person matched; empty when one side is matched already. */
    Optional<UUID> add(UUID ledger, NewMatch match, String by) {
        UUID id = Ids.next();
        int added = jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO bank_match (id, ledger, line, entry, basis, reason, matched_by, matched_at)
                        VALUES (:id, :ledger, :line, :entry, 'MANUAL', :reason, :by, :at) ON CONFLICT DO NOTHING""")
                .bindMethods(match)
                .bind("id", id)
                .bind("ledger", ledger)
                .bind("by", by)
                .bind("at", clock.instant())
                .execute());
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Takes a match back; false when somebody did already. */
    boolean undo(UUID match, String reason, String by) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO bank_unmatch (match, reason, unmatched_by, unmatched_at)
                        VALUES (:match, :reason, :by, :at) ON CONFLICT DO NOTHING""")
                        .bind("match", match)
                        .bind("reason", reason)
                        .bind("by", by)
                        .bind("at", clock.instant())
                        .execute())
                == 1;
    }

    Optional<BankMatch> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE m.id = :id")
                .bind("id", id)
                .mapTo(BankMatch.class)
                .findOne());
    }

    Page<BankMatch> of(UUID ledger, PageRequest page) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(
                                SELECT + "WHERE m.ledger = :ledger AND m.id > :after ORDER BY m.id LIMIT :most")
                        .bind("ledger", ledger)
                        .bind("after", page.afterId())
                        .bind("most", page.limit() + 1)
                        .mapTo(BankMatch.class)
                        .list()),
                page,
                match -> match.id().toString());
    }

    /** The entry, when it moves the bank account. */
    Optional<BankMovement> movement(UUID entry) {
        return jdbi.withHandle(handle -> handle.createQuery(MOVEMENTS + "AND e.id = :entry")
                .bind("entry", entry)
                .mapTo(BankMovement.class)
                .findOne());
    }
}
