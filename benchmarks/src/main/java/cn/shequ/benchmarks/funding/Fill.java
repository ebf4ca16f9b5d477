package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.fill.Cleaning;
import cn.shequ.benchmarks.fill.Indexes;
import cn.shequ.benchmarks.town.Street;
import cn.shequ.benchmarks.town.Town;
import cn.shequ.localstack.postgres.Databases;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.FutureTask;

/** Fills the running service's database with a history, further and further: as if it had been written years ago. */
final class Fill {

    private static final int STREETS = 100;
    private static final List<String> TABLES = List.of(
            "event_outbox",
            "event_log",
            "merkle_node",
            "entry",
            "posting",
            "voucher",
            "ledger_day",
            "ledger_month",
            "ledger_year",
            "division_day",
            "fund_day",
            "receipt",
            "fund",
            "expenditure",
            "expenditure_detail",
            "expenditure_step",
            "idempotency_key",
            "unnumbered_entry");

    private final Databases databases;
    private final PrintStream out;
    private final History history;
    private long filled;

    /**
     * Goes on where an earlier one ended, if there was one.
     *
     * @param generation after how many events a fund is followed by another
     */
    Fill(Bench bench, PrintStream out, long events, long generation) throws SQLException {
        this.databases = bench.suite().addresses().requireDatabases();
        this.out = out;
        List<Street> streets = new ArrayList<>();
        streets.add(new Street(Town.STREET, bench.town().ledger(), bench.town().funds()));
        List<Street> found = Street.find(databases);
        streets.addAll(found.isEmpty() ? Street.build(databases, STREETS - 1, 0) : found);
        this.history = new History(events, generation, List.copyOf(streets));
        this.filled = alreadyFilled();
    }

    /** An event's number is in the ids of its entry and of itself: both are there, or the fill was cut off. */
    private long alreadyFilled() throws SQLException {
        try (Connection connection = databases.asSuperuser(Bench.DATABASE);
                PreparedStatement last = connection.prepareStatement("""
                        SELECT (SELECT id FROM entry WHERE id < ? ORDER BY id DESC LIMIT 1),
                               (SELECT event_id FROM event_log WHERE event_id < ? ORDER BY event_id DESC LIMIT 1)""")) {
            last.setObject(1, History.Kind.FUND.id(0));
            last.setObject(2, History.Kind.EXPENDITURE.id(0));
            try (ResultSet row = last.executeQuery()) {
                row.next();
                long entries = History.Kind.countUntil(row.getObject(1, UUID.class));
                if (entries != History.Kind.countUntil(row.getObject(2, UUID.class))) {
                    throw new IllegalStateException("an earlier fill was cut off: remove its data");
                }
                return entries;
            }
        }
    }

    History history() {
        return history;
    }

    /** Events of the history in the log so far. */
    long filled() {
        return filled;
    }

    void to(long events) throws Exception {
        if (filled >= events) {
            return;
        }
        long began = System.nanoTime();
        Cleaning.byItself(databases, false);
        Indexes indexes;
        try (Connection log = filling();
                Connection ledgers = filling()) {
            indexes = Indexes.drop(log, TABLES);
            log.setAutoCommit(false);
            LogFill logFill = new LogFill(log, history);
            LedgerFill ledgerFill = new LedgerFill(ledgers, history);
            FutureTask<Void> booked = new FutureTask<>(() -> {
                ledgerFill.write(filled, events, logFill.firstOutbox());
                return null;
            });
            Thread.ofPlatform().daemon().name("ledgers").start(booked);
            logFill.write(filled, events);
            booked.get();
        }
        filled = events;
        try (Connection server = databases.asSuperuser(Bench.DATABASE);
                Statement sql = server.createStatement()) {
            indexes.create(sql);
            sql.execute("VACUUM (ANALYZE) " + String.join(", ", TABLES));
            sql.execute("CHECKPOINT");
            Cleaning.byItself(databases, true);
            try (ResultSet row = sql.executeQuery("SELECT pg_database_size(current_database())")) {
                row.next();
                out.printf(
                        Locale.ROOT,
                        "filled to %d events in %.0f s, %.1f GB%n",
                        events,
                        (System.nanoTime() - began) / 1e9,
                        row.getLong(1) / 1e9);
            }
        }
        Bench.requireDurable(databases);
    }

    private Connection filling() throws SQLException {
        Connection connection = databases.asSuperuser(Bench.DATABASE);
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
        }
        return connection;
    }
}
