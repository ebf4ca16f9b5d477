package cn.shequ.funding.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What the database holds of a ledger, read without the service's own code. */
@ApplicationScoped
class Books {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;

    Books(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void awaitVouchers(String ledger) {
        await().atMost(Duration.ofSeconds(60)).until(() -> number("""
                        SELECT count(*) FROM unnumbered_entry u JOIN entry e ON e.id = u.entry WHERE e.ledger = :ledger""", ledger) == 0);
    }

    void requireBalanced(String ledger) {
        assertThat(number("""
                        SELECT count(*) FROM (
                          SELECT p.entry FROM posting p JOIN entry e ON e.id = p.entry WHERE e.ledger = :ledger
                          GROUP BY p.entry HAVING sum(p.amount) <> 0 OR count(*) < 2) unbalanced""", ledger)).as("entries that do not sum to zero").isZero();
    }

    /** The days as they follow from the postings, against the days as the triggers kept them. */
    void requireDaysOfPostings(String ledger) {
        assertThat(number("""
                        WITH kept AS (SELECT d.* FROM fund_day d JOIN fund f ON f.id = d.fund WHERE f.ledger = :ledger),
                        closed AS (
                          SELECT k.fund, k.day, p.account, p.category, sum(p.amount) AS amount
                          FROM kept k JOIN posting p ON p.fund = k.fund JOIN entry e ON e.id = p.entry
                          WHERE e.booked_on <= k.day GROUP BY 1, 2, 3, 4 HAVING sum(p.amount) <> 0),
                        told AS (
                          SELECT k.fund, k.day, t.* FROM kept k, LATERAL (
                            VALUES ('AVAILABLE', NULL, -k.available), ('RESERVED', NULL, -k.reserved),
                                   ('COMMITTED', NULL, -k.committed), ('PAYABLE', NULL, -k.payable),
                                   ('APPLIED', NULL, -k.applied), ('RECEIVABLE', NULL, k.receivable)
                            UNION ALL SELECT 'SPENT', key, value::numeric FROM jsonb_each_text(k.spent)
                          ) t (account, category, amount) WHERE t.amount <> 0)
                        SELECT (SELECT count(*) FROM (
                                  (TABLE closed EXCEPT TABLE told) UNION ALL (TABLE told EXCEPT TABLE closed)) differing)
                             + (SELECT count(*) FROM kept WHERE least(available, reserved, committed, payable) < 0)
                             + (SELECT count(*) FROM (
                                  SELECT DISTINCT p.fund, e.booked_on FROM posting p JOIN entry e ON e.id = p.entry
                                  WHERE e.ledger = :ledger AND p.fund IS NOT NULL
                                  EXCEPT SELECT fund, day FROM kept) without)""", ledger))
                .as("days that do not follow from the postings, or end below zero")
                .isZero();
    }

    /** What is kept of the days of a ledger's divisions, against the postings of all entries that have their vouchers. */
    void requireDivisionsOfPostings(String ledger) {
        assertThat(number("""
                        WITH place AS (
                          SELECT DISTINCT coalesce(f.community, l.division) AS division
                          FROM fund f JOIN ledger l ON l.id = f.ledger WHERE l.id = :ledger),
                        moved AS (
                          SELECT coalesce(f.community, l.division) AS division, e.booked_on AS day,
                                 coalesce(-sum(p.amount) FILTER (WHERE p.account NOT IN ('RECEIVABLE', 'SPENT')), 0) AS received,
                                 coalesce(-sum(p.amount) FILTER (WHERE p.account = 'APPLIED'), 0) AS applied
                          FROM voucher v JOIN entry e ON e.id = v.entry JOIN posting p ON p.entry = e.id
                          JOIN fund f ON f.id = p.fund JOIN ledger l ON l.id = f.ledger
                          WHERE coalesce(f.community, l.division) IN (SELECT division FROM place)
                          GROUP BY 1, 2)
                        SELECT count(*) FROM moved m FULL JOIN
                          (SELECT * FROM division_day WHERE division IN (SELECT division FROM place)) k USING (division, day)
                        WHERE (m.received, m.applied) IS DISTINCT FROM (k.received, k.applied)""", ledger))
                .as("days of divisions that do not follow from the postings")
                .isZero();
    }

    void requireClosedPeriodsUntouched(String ledger) {
        assertThat(number("""
                        SELECT count(*) FROM entry e JOIN closed_period c ON c.ledger = e.ledger
                          AND c.year = extract(year FROM e.booked_on) AND c.month = extract(month FROM e.booked_on)
                        WHERE e.ledger = :ledger AND e.recorded_at > c.closed_at""", ledger))
                .as("entries in periods that were closed before")
                .isZero();
    }

    /** Each day of a fund with what it closed at, in fen. */
    Map<LocalDate, FundModel.Closing> closings(UUID fund) {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT day, available, reserved, committed, payable FROM fund_day WHERE fund = :fund")
                .bind("fund", fund)
                .map((row, context) -> Map.entry(
                        row.getObject("day", LocalDate.class),
                        new FundModel.Closing(
                                fen(row.getBigDecimal("available")),
                                fen(row.getBigDecimal("reserved")),
                                fen(row.getBigDecimal("committed")),
                                fen(row.getBigDecimal("payable")))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    void awaitNumbered() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> number("SELECT count(*) FROM event_outbox o WHERE NOT EXISTS "
                                + "(SELECT FROM event_log l WHERE l.outbox_id = o.id)")
                        == 0);
    }

    long logSize() {
        return number("SELECT coalesce(max(sequence) + 1, 0) FROM event_log");
    }

    /** What the log's events alone tell of a ledger's money. */
    Replay replay(String ledger) {
        Replay replayed = new Replay();
        List<byte[]> events = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT bytes FROM event_log WHERE partition_key = :ledger ORDER BY sequence")
                .bind("ledger", ledger)
                .mapTo(byte[].class)
                .list());
        for (byte[] event : events) {
            try {
                replayed.hear(JSON.readTree(event));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return replayed;
    }

    private long number(String query, String ledger) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("ledger", UUID.fromString(ledger))
                .mapTo(Long.class)
                .one());
    }

    private long number(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static long fen(BigDecimal yuan) {
        return new Money(yuan).fen();
    }
}
