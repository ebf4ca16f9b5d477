package cn.shequ.funding.purchase;

import cn.shequ.kit.division.DivisionCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The OCDS releases as they were composed; they are only ever added. */
@ApplicationScoped
class Releases {

    private final Jdbi jdbi;
    private final Clock clock;

    Releases(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A release and its number in the order of all. */
    record Published(long number, Instant releasedAt, String release) {}

    int count(UUID purchase) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM purchase_release WHERE purchase = :purchase")
                        .bind("purchase", purchase)
                        .mapTo(Integer.class)
                        .one());
    }

    /**
     * Keeps a release whose event was just appended. It is known from the same log number on as the money that it tells
     * of, when any was booked for the purchase in this transaction; else from its own.
     */
    void add(UUID purchase, String releaseId, String release, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO purchase_release (release_id, purchase, released_at, release, event)
                        VALUES (:releaseId, :purchase, :at, :release, coalesce(
                          (SELECT max(e.event) FROM purchase_document d JOIN entry e ON e.document = d.document
                           WHERE d.purchase = :purchase AND e.made_in = pg_current_xact_id()),
                          currval('event_outbox_id_seq')))""")
                .bind("releaseId", releaseId)
                .bind("purchase", purchase)
                .bind("at", at)
                .bind("release", release)
                .execute());
    }

    /** Gives numbers to what waits for one. Call it before reading in order. */
    void numberWaiting() {
        jdbi.useHandle(handle -> handle.createQuery("SELECT number_purchase_releases()")
                .mapTo(String.class)
                .list());
    }

    /** After a number, in order. */
    List<Published> after(long number, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT n.number, r.released_at, r.release
                        FROM purchase_release_number n JOIN purchase_release r ON r.id = n.release
                        WHERE n.number > :number ORDER BY n.number LIMIT :most""")
                .bind("number", number)
                .bind("most", most)
                .mapTo(Published.class)
                .list());
    }

    /** All of one purchase, oldest first: one for each step and each assessment. */
    List<Published> of(UUID purchase, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT r.id AS number, r.released_at, r.release FROM purchase_release r
                        WHERE r.purchase = :purchase ORDER BY r.id LIMIT :most""")
                .bind("purchase", purchase)
                .bind("most", most)
                .mapTo(Published.class)
                .list());
    }

    /** The division whose ledger pays. */
    ReleaseFacts.Named payer(UUID ledger) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT l.division AS code, coalesce((SELECT d.name FROM division d WHERE d.code = l.division
                          AND d.valid_from <= :today ORDER BY d.valid_from DESC LIMIT 1), l.division) AS name
                        FROM ledger l WHERE l.id = :ledger""")
                .bind("ledger", ledger)
                .bind("today", LocalDate.now(clock))
                .mapTo(ReleaseFacts.Named.class)
                .one());
    }

    /** The department that asks, else the division. */
    ReleaseFacts.Named demander(DivisionCode division, @Nullable String department) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT coalesce(:department, :division) AS code,
                          coalesce((SELECT name FROM department WHERE credit_code = :department),
                                   (SELECT d.name FROM division d WHERE d.code = :division AND d.valid_from <= :today
                                    ORDER BY d.valid_from DESC LIMIT 1), :division) AS name""")
                .bind("department", department)
                .bind("division", division)
                .bind("today", LocalDate.now(clock))
                .mapTo(ReleaseFacts.Named.class)
                .one());
    }

    @Nullable
    Instant publishedAt(UUID purchase) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT at FROM purchase_step WHERE purchase = :purchase AND step = 'PUBLISHED'")
                .bind("purchase", purchase)
                .mapTo(Instant.class)
                .findOne()
                .orElse(null));
    }
}
