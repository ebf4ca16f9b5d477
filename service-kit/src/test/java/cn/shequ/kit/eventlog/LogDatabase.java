package cn.shequ.kit.eventlog;

import cn.shequ.events.EventData;
import cn.shequ.events.workforce.VolunteerRegistered;
import cn.shequ.localstack.TestInfrastructure;
import cn.shequ.localstack.postgres.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A database of its own with the kit's tables, used as the runtime role that services have. */
final class LogDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String COMMUNITY = "220102001001";

    private final Databases databases = TestInfrastructure.addresses().requireDatabases();
    private final String name = "log" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();

    LogDatabase() {
        try {
            databases.ensure(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> owner = databases.configuration(name);
        Flyway.configure()
                .dataSource(databases.url(name), owner.get("SHEQU_DB_OWNER"), owner.get("SHEQU_DB_OWNER_PASSWORD"))
                .locations("db/kit")
                .placeholders(Map.of("runtime_role", owner.get("SHEQU_DB_USER")))
                .load()
                .migrate();
    }

    Connection connect() throws SQLException {
        return databases.asApp(name);
    }

    /** As the role that owns the tables and may do anything to them. */
    Connection connectAsOwner() throws SQLException {
        return databases.asOwner(name);
    }

    /** A connection that can be found by its purpose. */
    Connection connect(String purpose) throws SQLException {
        Connection connection = connect();
        connection.setClientInfo("ApplicationName", purpose);
        return connection;
    }

    Handle open() {
        return Jdbi.open(this::connect);
    }

    /** Ends every connection to this database, as a lost network would. */
    int cutConnections() throws SQLException {
        return cutConnections("");
    }

    /** Ends the connections of a purpose; their server processes are gone then, and their locks with them. */
    int cutConnections(String purpose) throws SQLException {
        try (Handle superuser = Jdbi.open(() -> databases.asSuperuser(name))) {
            return superuser
                    .createQuery("SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity WHERE datname = :name"
                            + " AND pid <> pg_backend_pid() AND starts_with(application_name, :purpose)")
                    .bind("name", name)
                    .bind("purpose", purpose)
                    .mapTo(Boolean.class)
                    .list()
                    .size();
        }
    }

    /** Commits events and gives them their numbers, tree included. */
    void commitAndNumber(int events) {
        commit(Stream.generate(LogDatabase::anyEvent).limit(events).toArray(EventData[]::new));
        Sequencer sequencer = new Sequencer(true, 1_000);
        try (Handle handle = open()) {
            while (sequencer.takeTurn(handle) == Sequencer.Turn.FULL) {}
        }
    }

    /** Takes a copy of the whole database. */
    void backUp() throws SQLException {
        copy(name, name + "_backup");
    }

    /** Puts the copy in the database's place. */
    void restore() throws SQLException {
        copy(name + "_backup", name);
        databases.ensure(name);
    }

    private void copy(String from, String to) throws SQLException {
        cutConnections();
        try (Handle superuser = Jdbi.open(() -> databases.asSuperuser("postgres"))) {
            superuser.execute("DROP DATABASE IF EXISTS " + to + " WITH (FORCE)");
            superuser.execute("CREATE DATABASE " + to + " TEMPLATE " + from);
        }
    }

    static EventData event(String subject) {
        return event(subject, COMMUNITY);
    }

    static EventData event(String subject, String community) {
        return new VolunteerRegistered(subject, community, LocalDate.of(2026, 1, 5));
    }

    static EventData anyEvent() {
        return event(UUID.randomUUID().toString());
    }

    /** Commits events of one transaction. */
    void commit(EventData... events) {
        try (Handle handle = open()) {
            handle.useTransaction(transaction -> insert(transaction, events));
        }
    }

    static void insert(Handle handle, EventData... events) {
        Outbox.insert(handle, List.of(events), Instant.now(), null);
    }

    List<NumberedEvent> log() {
        try (Handle handle = open()) {
            return handle.createQuery("SELECT * FROM event_log ORDER BY sequence")
                    .map((row, context) -> NumberedEvent.read(row))
                    .list();
        }
    }

    List<String> subjectsInLog() {
        try (Handle handle = open()) {
            return handle.createQuery("""
                            SELECT o.subject FROM event_log l JOIN event_outbox o ON o.id = l.outbox_id
                            ORDER BY l.sequence""").mapTo(String.class).list();
        }
    }

    <T> T single(Class<T> type, String sql) {
        try (Handle handle = open()) {
            return handle.createQuery(sql).mapTo(type).one();
        }
    }
}
