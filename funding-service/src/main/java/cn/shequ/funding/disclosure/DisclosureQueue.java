package cn.shequ.funding.disclosure;

import cn.shequ.kit.division.DivisionCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Which communities and periods are to be looked at again, and how far the looking has come. It outlives a restart, and
 * instances that work at the same time pass over what another one has in hand.
 */
@ApplicationScoped
class DisclosureQueue {

    private final Jdbi jdbi;

    DisclosureQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Everything of events below {@code logSize} and of periods up to {@code periodTo} was looked at. */
    public record Progress(long logSize, LocalDate periodTo) {}

    /** A community, and the first day from which its money has to be looked at. */
    public record Touched(DivisionCode community, LocalDate from) {}

    /** A community's period to be looked at. */
    public record Due(DivisionCode community, LocalDate periodFrom, LocalDate periodTo) {
        Period period() {
            return new Period(periodFrom, periodTo);
        }
    }

    /** Locked until the transaction ends; nothing while another instance has it. */
    Optional<Progress> lock() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT log_size, period_to FROM disclosure_progress FOR UPDATE SKIP LOCKED")
                .mapTo(Progress.class)
                .findOne());
    }

    void advance(Progress to) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE disclosure_progress SET log_size = :logSize, period_to = :periodTo")
                .bindMethods(to)
                .execute());
    }

    /** Communities of which something became known that was booked in a period that is public already. */
    List<Touched> bookedLate(Progress since, long logSize) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT f.community, min(e.booked_on) AS from_day
                        FROM event_log g JOIN entry e ON e.event = g.outbox_id
                        JOIN posting p ON p.entry = e.id JOIN fund f ON f.id = p.fund
                        WHERE g.sequence >= :since AND g.sequence < :logSize AND e.booked_on <= :periodTo
                          AND f.community IS NOT NULL
                        GROUP BY f.community""")
                .bind("since", since.logSize())
                .bind("logSize", logSize)
                .bind("periodTo", since.periodTo())
                .map((row, context) -> new Touched(
                        DivisionCode.of(row.getString("community")), row.getObject("from_day", LocalDate.class)))
                .list());
    }

    /** Communities that have something to disclose in the periods that have become due. */
    List<Touched> newlyDue(Progress since, LocalDate periodTo) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT community, greatest(min(first_day), CAST(:after AS date) + 1) AS from_day FROM (
                          SELECT m.division AS community, min(m.day) AS first_day FROM division_movement m
                          WHERE m.day <= :to AND NOT EXISTS (SELECT FROM ledger l WHERE l.division = m.division)
                          GROUP BY m.division
                          UNION ALL
                          SELECT community, min(due_on) FROM obligation
                          WHERE community IS NOT NULL AND due_on <= :to
                            AND CAST(opened_at AT TIME ZONE 'Asia/Shanghai' AS date) <= :to GROUP BY community) known
                        GROUP BY community""")
                .bind("after", since.periodTo())
                .bind("to", periodTo)
                .map((row, context) -> new Touched(
                        DivisionCode.of(row.getString("community")), row.getObject("from_day", LocalDate.class)))
                .list());
    }

    /** What is there already and was set aside is tried at once: what became known may be what it needs. */
    void add(List<Due> due) {
        if (due.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO disclosure_due (community, period_from, period_to)
                    VALUES (:community, :periodFrom, :periodTo)
                    ON CONFLICT (community, period_from) DO UPDATE SET retry_at = NULL""");
            due.forEach(each -> batch.bindMethods(each).add());
            batch.execute();
        });
    }

    /** Some that may be tried now, the oldest periods first. */
    List<Due> waiting(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT community, period_from, period_to FROM disclosure_due
                        WHERE retry_at IS NULL OR retry_at <= :now
                        ORDER BY period_from, community LIMIT :most""")
                .bind("now", now)
                .bind("most", most)
                .mapTo(Due.class)
                .list());
    }

    /** Whether it is this one's to publish; it comes back when the transaction fails. */
    boolean take(Due due) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                        DELETE FROM disclosure_due WHERE (community, period_from) IN (
                          SELECT community, period_from FROM disclosure_due
                          WHERE community = :community AND period_from = :periodFrom FOR UPDATE SKIP LOCKED)""").bindMethods(due).execute())
                == 1;
    }

    void setAside(Due due, String reason, Instant now, Instant retryAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE disclosure_due
                        SET failures = failures + 1, reason = :reason, failed_at = :now, retry_at = :retryAt
                        WHERE community = :community AND period_from = :periodFrom""")
                .bindMethods(due)
                .bind("reason", reason)
                .bind("now", now)
                .bind("retryAt", retryAt)
                .execute());
    }

    /** Those that failed and wait, the oldest periods first. */
    List<SetAside> setAside(int most) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT community, period_from, failures, reason FROM disclosure_due
                        WHERE failures > 0 ORDER BY period_from, community LIMIT :most""").bind("most", most).mapTo(SetAside.class).list());
    }

    long countSetAside() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM disclosure_due WHERE failures > 0")
                .mapTo(Long.class)
                .one());
    }
}
