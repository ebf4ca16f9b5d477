package cn.shequ.funding.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * What was published of purchases as known at a number of the fund event log, a piece at a time: what is known at a number
 * never changes, so pieces read one after another fit together.
 */
@ApplicationScoped
public class PublishedPurchases {

    /** In figures, each release speaks for itself: this is its own text, read as JSON. */
    private static final String RELEASE = """
            SELECT r.id, r.purchase, r.released_at, r.release, j.said #>> '{tag,0}' AS tag,
                   (j.said #>> '{tender,value,amount}')::numeric AS tender_value,
                   a.awards, a.award_value, c.contracts, c.contract_value, t.transactions, t.transaction_value
            FROM purchase_release r
            JOIN event_log g ON g.outbox_id = r.event AND g.sequence <= :knownAt
            JOIN purchase p ON p.id = r.purchase AND p.ledger = ANY (:ledgers)
            CROSS JOIN LATERAL (SELECT r.release::jsonb AS said) j
            CROSS JOIN LATERAL (
              SELECT count(*) AS awards, coalesce(sum((one #>> '{value,amount}')::numeric), 0) AS award_value
              FROM jsonb_array_elements(j.said -> 'awards') one WHERE one ->> 'status' = 'active') a
            CROSS JOIN LATERAL (
              SELECT count(*) AS contracts, coalesce(sum((one #>> '{value,amount}')::numeric), 0) AS contract_value
              FROM jsonb_array_elements(j.said -> 'contracts') one) c
            CROSS JOIN LATERAL (
              SELECT count(*) AS transactions, coalesce(sum((one #>> '{value,amount}')::numeric), 0) AS transaction_value
              FROM jsonb_array_elements(j.said -> 'contracts') contract,
                   jsonb_array_elements(contract #> '{implementation,transactions}') one) t
            """;

    private final Jdbi jdbi;

    PublishedPurchases(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Which purchases, and as known when.
     *
     * @param knownAt the last number of the log that counts
     */
    public record Asked(List<UUID> ledgers, long knownAt) {

        public Asked {
            ledgers = List.copyOf(ledgers);
        }
    }

    /** A purchase of which something was published, and when last. */
    public record Known(UUID purchase, Instant lastReleasedAt) {}

    /** The releases after one, in the order of composing. */
    public List<PublishedRelease> releases(Asked asked, long after, int most) {
        return jdbi.withHandle(
                handle -> bind(handle.createQuery(RELEASE + "WHERE r.id > :after ORDER BY r.id LIMIT :most"), asked)
                        .bind("after", after)
                        .bind("most", most)
                        .mapTo(PublishedRelease.class)
                        .list());
    }

    /** The same of one purchase. */
    public List<PublishedRelease> releasesOf(UUID purchase, Asked asked, long after, int most) {
        return jdbi.withHandle(handle -> bind(
                        handle.createQuery(
                                RELEASE + "WHERE r.purchase = :purchase AND r.id > :after ORDER BY r.id LIMIT :most"),
                        asked)
                .bind("purchase", purchase)
                .bind("after", after)
                .bind("most", most)
                .mapTo(PublishedRelease.class)
                .list());
    }

    /** The purchases after one, by id. */
    public List<Known> purchases(Asked asked, UUID after, int most) {
        return jdbi.withHandle(handle -> bind(handle.createQuery("""
                        SELECT p.id AS purchase, max(r.released_at) AS last_released_at
                        FROM purchase p JOIN purchase_release r ON r.purchase = p.id
                        JOIN event_log g ON g.outbox_id = r.event AND g.sequence <= :knownAt
                        WHERE p.ledger = ANY (:ledgers) AND p.id > :after
                        GROUP BY p.id ORDER BY p.id LIMIT :most"""), asked)
                .bind("after", after)
                .bind("most", most)
                .mapTo(Known.class)
                .list());
    }

    public BookedPurchases booked(Asked asked) {
        return jdbi.withHandle(handle -> bind(handle.createQuery("""
                        SELECT
                          (SELECT coalesce(-sum(s.amount), 0) FROM purchase p JOIN purchase_contract c ON c.purchase = p.id
                           JOIN entry e ON e.document = c.commitment AND e.kind = 'RESERVATION'
                           JOIN event_log g ON g.outbox_id = e.event AND g.sequence <= :knownAt
                           JOIN posting s ON s.entry = e.id AND s.account = 'RESERVED'
                           WHERE p.ledger = ANY (:ledgers)) AS reserved,
                          count(*) AS movements, coalesce(sum(m.amount), 0) AS paid
                        FROM purchase_money m JOIN purchase p ON p.id = m.purchase AND p.ledger = ANY (:ledgers)
                        JOIN event_log g ON g.outbox_id = m.event AND g.sequence <= :knownAt"""), asked)
                .mapTo(BookedPurchases.class)
                .one());
    }

    private static Query bind(Query query, Asked asked) {
        return query.bind("knownAt", asked.knownAt())
                .bind("ledgers", asked.ledgers().toArray(UUID[]::new));
    }
}
