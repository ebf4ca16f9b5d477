package cn.shequ.benchmarks.funding;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Posting and numbering while the log is large. */
final class GrowingWrites {

    private static final int BURST = 20_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Bench bench;
    private final Posting posting;
    private final Fill fill;

    GrowingWrites(Bench bench, Fill fill, PrintStream out) throws Exception {
        this.bench = bench;
        this.posting = new Posting(bench, out);
        this.fill = fill;
    }

    void warmUp() throws Exception {
        posting.warmUp();
    }

    Map<String, Round> rounds() {
        Map<String, Round> rounds = new LinkedHashMap<>();
        for (int clients : List.of(1, 32)) {
            rounds.put(
                    "posting, " + clients + " clients",
                    () -> Figure.once(Cost.ofRate(posting.service(clients).perSecond())));
        }
        rounds.put("numbering " + BURST + " events that wait", () -> Figure.once(Cost.ofRate(number())));
        return rounds;
    }

    /** From the first of them that has its number to the last: how long the sequencer slept before is not its speed. */
    private double number() throws Exception {
        long size = bench.logSize();
        append();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long began = 0;
        long first = size;
        while (System.nanoTime() < deadline) {
            long now = bench.logSize();
            if (first == size && now > size) {
                first = now;
                began = System.nanoTime();
            }
            if (now >= size + BURST) {
                double seconds = (System.nanoTime() - began) / 1e9;
                bench.awaitNumbered();
                return (size + BURST - first) / seconds;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IllegalStateException("events wait for their numbers too long");
    }

    /** In the service's own role, in one transaction: events like those of the history. */
    private void append() throws Exception {
        History.Told like = fill.history().at(fill.filled() - 1);
        try (Connection connection =
                        bench.suite().addresses().requireDatabases().asApp(Bench.DATABASE);
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO event_outbox
                          (type, source, subject, dataschema, partition_key, division, data, occurred_at)
                        SELECT ?, '/funding', ?, ?, ?, ?, ?, now() FROM generate_series(1, ?)""")) {
            insert.setString(1, "cn.shequ.funding." + like.type());
            insert.setString(2, like.subject().toString());
            insert.setString(3, like.schema());
            insert.setString(4, like.street().ledger().toString());
            insert.setString(5, like.street().division());
            insert.setString(6, like.data());
            insert.setInt(7, BURST);
            insert.execute();
        }
    }
}
