package cn.shequ.funding.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
                        WITH moved AS (
                          SELECT p.fund, e.booked_on AS day,
                                 -coalesce(sum(p.amount) FILTER (WHERE p.account = 'AVAILABLE'), 0) AS available,
                                 -coalesce(sum(p.amount) FILTER (WHERE p.account = 'COMMITTED'), 0) AS committed
                          FROM posting p JOIN entry e ON e.id = p.entry
                          WHERE e.ledger = :ledger AND p.account IN ('AVAILABLE', 'COMMITTED')
                          GROUP BY p.fund, e.booked_on),
                        closed AS (
                          SELECT fund, day, sum(available) OVER earlier AS available, sum(committed) OVER earlier AS committed
                          FROM moved WINDOW earlier AS (PARTITION BY fund ORDER BY day)),
                        kept AS (SELECT d.* FROM fund_day d JOIN fund f ON f.id = d.fund WHERE f.ledger = :ledger)
                        SELECT count(*) FROM closed c FULL JOIN kept k USING (fund, day)
                        WHERE c.available IS DISTINCT FROM k.available OR c.committed IS DISTINCT FROM k.committed
                           OR k.available < 0 OR k.committed < 0""", ledger))
                .as("days that do not follow from the postings, or end below zero")
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
                .createQuery("SELECT day, available, committed FROM fund_day WHERE fund = :fund")
                .bind("fund", fund)
                .map((row, context) -> Map.entry(
                        row.getObject("day", LocalDate.class),
                        new FundModel.Closing(
                                fen(row.getBigDecimal("available")), fen(row.getBigDecimal("committed")))))
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

    /** What the log's events alone tell of a ledger's money, in fen. */
    Replayed replay(String ledger) {
        Replayed replayed = new Replayed();
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

    /** The bank account and what each fund spent. */
    static final class Replayed {
        private record Moved(String fund, long amount) {}

        private final Map<String, Moved> entries = new HashMap<>();
        final Map<String, Long> spent = new TreeMap<>();
        long bank;

        private void hear(JsonNode event) {
            JsonNode data = event.path("data");
            switch (event.path("type").asText().replaceAll("^.*funding\\.|\\.v\\d+$", "")) {
                case "receipt-posted" -> {
                    long amount = Money.of(data.path("amount").asText()).fen();
                    entries.put(data.path("entry").asText(), new Moved("", amount));
                    bank += amount;
                }
                case "expenditure-paid" -> {
                    long amount = Money.of(data.path("amount").asText()).fen();
                    String fund = data.path("fund").asText();
                    entries.put(data.path("entry").asText(), new Moved(fund, -amount));
                    bank -= amount;
                    spent.merge(fund, amount, Long::sum);
                }
                case "entry-reversed" -> {
                    // A reservation that is released moves no money in the bank.
                    Moved taken = entries.get(data.path("reversedEntry").asText());
                    if (taken != null) {
                        bank -= taken.amount();
                        if (taken.amount() < 0) {
                            spent.merge(taken.fund(), taken.amount(), Long::sum);
                        }
                    }
                }
                default -> {
                    // Not about the bank.
                }
            }
        }
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
