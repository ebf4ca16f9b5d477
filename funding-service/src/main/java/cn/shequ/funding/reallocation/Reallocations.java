package cn.shequ.funding.reallocation;

import cn.shequ.funding.fund.Funds;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The reallocations as recorded. */
@ApplicationScoped
class Reallocations {

    private static final String SELECT = """
            SELECT r.id, r.ledger, l.division, r.fund, r.to_fund, r.amount, r.booked_on, r.document_number, r.evidence,
                   r.decided_for, r.commitment, encode(r.salt, 'hex') AS salt, r.decided_by, r.decided_at, e.id AS entry,
                   v.id AS reversed_by
            FROM reallocation r JOIN ledger l ON l.id = r.ledger
            JOIN entry e ON e.document = r.id AND e.kind = 'REALLOCATION'
            LEFT JOIN entry v ON v.reverses = e.id
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    Reallocations(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void add(
            UUID id,
            UUID ledger,
            NewReallocation wanted,
            @Nullable String decidedFor,
            String commitment,
            byte[] salt,
            String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO reallocation (id, ledger, fund, to_fund, amount, booked_on, document_number, evidence,
                                                  decided_for, commitment, salt, decided_by, decided_at)
                        VALUES (:id, :ledger, :fund, :toFund, :amount, :bookedOn, :documentNumber, :evidence,
                                :decidedFor, :commitment, decode(:salt, 'hex'), :by, :at)""")
                .bind("id", id)
                .bind("ledger", ledger)
                .bind("fund", wanted.fund())
                .bind("toFund", wanted.toFund())
                .bind("amount", wanted.amount())
                .bind("bookedOn", wanted.bookedOn())
                .bind("documentNumber", wanted.documentNumber())
                .bind("evidence", wanted.evidence())
                .bind("decidedFor", decidedFor)
                .bind("commitment", commitment)
                .bind("salt", HexFormat.of().formatHex(salt))
                .bind("by", by)
                .bind("at", clock.instant())
                .execute());
    }

    Optional<Reallocation> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE r.id = :id")
                .bind("id", id)
                .mapTo(Reallocation.class)
                .findOne());
    }

    Page<Reallocation> of(UUID ledger, PageRequest page) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(
                                SELECT + "WHERE r.ledger = :ledger AND r.id > :from ORDER BY r.id LIMIT :most")
                        .bind("ledger", ledger)
                        .bind("from", Funds.afterId(page))
                        .bind("most", page.limit() + 1)
                        .mapTo(Reallocation.class)
                        .list()),
                page,
                each -> each.id().toString());
    }

    /** Who paid money into the fund or owes it. */
    Set<String> payersOf(UUID fund) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT payer FROM obligation WHERE fund = :fund
                        UNION SELECT payer FROM receipt WHERE fund = :fund""").bind("fund", fund).mapTo(String.class).set());
    }
}
