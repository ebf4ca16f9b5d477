package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.load.HttpConnection;
import cn.shequ.benchmarks.load.Processes;
import cn.shequ.benchmarks.town.Town;
import cn.shequ.localstack.postgres.Databases;
import cn.shequ.localstack.postgres.Sizing;
import cn.shequ.localstack.up.KillableSuite;
import cn.shequ.localstack.up.SuiteService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is measured: the funding service with its own PostgreSQL (fsync and synchronous_commit on), Kafka and issuer, a town
 * of 1,000 funds with money, and the same database once more for the raw limit.
 */
final class Bench implements AutoCloseable {

    static final String DATABASE = "funding";
    private static final String RAW_DATABASE = "raw";
    private static final int FUNDS = 1_000;
    private static final Duration SETTLING = Duration.ofMinutes(5);
    /** A server's JVM, not the notebook's of ./shequ up; and yesterday's figures, told once a day, are told on another day. */
    private static final List<String> JVM =
            List.of("-XX:+UseParallelGC", "-Xms512m", "-Xmx512m", "-Dshequ.indicators.every=off");

    private final BenchOptions options;
    private final KillableSuite suite;
    private final Town town;
    private final RawPool rawPool = new RawPool(this::raw);

    private Bench(BenchOptions options, KillableSuite suite, Town town) {
        this.options = options;
        this.suite = suite;
        this.town = town;
    }

    /** On data that are there already, or on a new town. */
    static Bench start(BenchOptions options, Path data, Sizing sizing) throws IOException, SQLException {
        List<String> jvm = new ArrayList<>(JVM);
        jvm.addAll(options.jvm());
        KillableSuite suite = KillableSuite.start(options.home(), data, Set.of(SuiteService.FUNDING), jvm, sizing);
        try {
            Databases databases = suite.addresses().requireDatabases();
            requireDurable(databases);
            Optional<Town> kept = Town.find(databases);
            if (kept.isPresent()) {
                return new Bench(options, suite, kept.get());
            }
            Bench bench = new Bench(options, suite, Town.build(databases, FUNDS));
            bench.fill();
            copy(databases);
            return bench;
        } catch (IOException | SQLException | RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    static void requireDurable(Databases databases) throws SQLException {
        try (Connection connection = databases.asApp(DATABASE);
                Statement sql = connection.createStatement();
                ResultSet row =
                        sql.executeQuery("SELECT current_setting('fsync'), current_setting('synchronous_commit')")) {
            row.next();
            if (!row.getString(1).equals("on") || !row.getString(2).equals("on")) {
                throw new IllegalStateException("figures without fsync are no figures");
            }
        }
    }

    /** Money for every fund, as it comes in: by receipts. */
    private void fill() throws IOException {
        String token = Town.token(suite.addresses().mint(), "bench-finance", "finance-officer");
        try (HttpConnection connection = new HttpConnection(
                service(), "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n")) {
            for (UUID fund : town.funds()) {
                HttpConnection.Answer answer =
                        connection.send("POST", "/v1/receipts", "Idempotency-Key: " + fund + "\r\n", """
                        {"ledger": "%s", "payer": "%s", "amount": "50000000.00", "bookedOn": "%s",
                         "bankReference": "%s", "fund": "%s"}""".formatted(
                                        town.ledger(), Town.DISTRICT, Town.TODAY, fund, fund));
                if (answer.status() != 201) {
                    throw new IOException("no money came in: " + answer.status() + " " + answer.text());
                }
            }
        }
    }

    /** The raw limit gets a database of its own, the same to the byte, in the same server. */
    private static void copy(Databases databases) throws SQLException {
        try (Connection server = databases.asSuperuser("postgres");
                Statement sql = server.createStatement()) {
            sql.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + DATABASE + "'");
            sql.execute("CREATE DATABASE " + RAW_DATABASE + " TEMPLATE " + DATABASE);
            sql.execute("GRANT CONNECT ON DATABASE " + RAW_DATABASE + " TO funding_app");
        }
    }

    /** As the service connects, in its role, to the copy. */
    Connection raw() throws SQLException {
        Databases databases = suite.addresses().requireDatabases();
        return DriverManager.getConnection(
                databases.url(RAW_DATABASE), "funding_app", databases.passwordOf("funding_app"));
    }

    RawPool rawPool() {
        return rawPool;
    }

    void awaitNumbered() throws SQLException, InterruptedException {
        try (Connection connection = suite.addresses().requireDatabases().asApp(DATABASE);
                Statement sql = connection.createStatement()) {
            long deadline = System.nanoTime() + SETTLING.toNanos();
            while (System.nanoTime() < deadline) {
                try (ResultSet row = sql.executeQuery("""
                        SELECT (SELECT max(id) FROM event_outbox) <= (SELECT max(outbox_id) FROM event_log)
                           AND (SELECT next_sequence FROM event_publication) > (SELECT max(sequence) FROM event_log)
                           AND NOT EXISTS (SELECT FROM unnumbered_entry)""")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("events wait for their numbers too long");
    }

    /** How many events have numbers. */
    long logSize() throws SQLException {
        try (Connection connection = suite.addresses().requireDatabases().asApp(DATABASE);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT coalesce(max(sequence) + 1, 0) FROM event_log")) {
            row.next();
            return row.getLong(1);
        }
    }

    BenchOptions options() {
        return options;
    }

    KillableSuite suite() {
        return suite;
    }

    Town town() {
        return town;
    }

    URI service() {
        return suite.services().uri(SuiteService.FUNDING);
    }

    Processes processes() {
        return new Processes(suite, SuiteService.FUNDING);
    }

    @Override
    public void close() throws IOException {
        suite.close();
    }
}
