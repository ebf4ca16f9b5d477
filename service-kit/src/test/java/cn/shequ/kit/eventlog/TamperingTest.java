package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.Node;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.verify.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody with the owner's password, triggers and constraints off, changes what is stored; and somebody who has the
 * signing key as well. Every trial is undone before the next. The table that this prints stands in docs/reliability.md.
 */
class TamperingTest {

    private static final int EVENTS = 70;
    private static final int[] VICTIMS = {0, 1, 2, 31, 32, 33, 47, 63, 64, 66, 68};

    @TempDir
    Path outside;

    private final LogDatabase database = new LogDatabase();
    private final Map<String, Outcome> table = new LinkedHashMap<>();
    private Connection asService;
    private Connection asOwner;
    private Jdbi owner;
    private LogParts log;
    private SignedNote signed;
    private Path kept;

    /** What was tried of one kind, and how many trials each way of looking noticed. */
    private static final class Outcome {
        private int tried;
        private int byVerify;
        private int byCheckpoint;
        private int byInspection;
        private int unnoticed;
    }

    /** A change of what is stored. */
    @FunctionalInterface
    private interface Change {
        void make(Handle sql, int victim);
    }

    @BeforeEach
    void anHonestLogOfWhichAnAuditorKeptTheCheckpoint() throws IOException, SQLException {
        database.commitAndNumber(EVENTS);
        asService = database.connect();
        log = LogParts.of(Jdbi.create(asService), outside);
        signed = log.signer().checkpoint();
        kept = Files.writeString(outside.resolve("auditor.txt"), signed.encoded());
        asOwner = database.connectAsOwner();
        owner = Jdbi.create(asOwner);
        owner.useHandle(sql -> {
            sql.execute("CREATE TABLE kept_log AS TABLE event_log");
            sql.execute("CREATE TABLE kept_node AS TABLE merkle_node");
            for (String each : List.of("event_log", "merkle_node")) {
                sql.execute("ALTER TABLE " + each + " DISABLE TRIGGER USER");
                sql.createQuery("SELECT conname FROM pg_constraint WHERE conrelid = CAST(:table AS regclass)"
                                + " AND contype IN ('c', 'f', 'p', 'u')")
                        .bind("table", each)
                        .mapTo(String.class)
                        .list()
                        .forEach(name -> sql.execute("ALTER TABLE " + each + " DROP CONSTRAINT " + name + " CASCADE"));
            }
        });
    }

    @AfterEach
    void close() throws SQLException {
        asService.close();
        asOwner.close();
    }

    @Test
    void noChangeOfWhatIsStoredGoesUnnoticed() throws IOException {
        assertThat(noticedByVerify()).as("untouched").isFalse();
        assertThat(noticedByCheckpoint()).as("untouched").isFalse();
        assertThat(noticedByInspection()).as("untouched").isFalse();

        columnsOfTheEvent();
        nodesOfTheTree();
        rows();

        System.out.println(asText());
        assertThat(columns("event_log"))
                .as("every column has its trial")
                .allMatch(column -> table.containsKey("event_log." + column));
        assertThat(columns("merkle_node")).allMatch(column -> table.containsKey("merkle_node." + column));
        assertThat(table.values()).allMatch(outcome -> outcome.tried >= 5 && outcome.unnoticed == 0);
        for (String signedContent : List.of(
                "event_log.sequence",
                "event_log.bytes",
                "event_log.leaf_hash",
                "bytes, with the leaf hash made to fit",
                "bytes, with leaf hash and all nodes made to fit",
                "a row deleted",
                "two rows swapped",
                "a row inserted",
                "the tail cut")) {
            Outcome outcome = table.get(signedContent);
            assertThat(outcome.byVerify).as(signedContent).isEqualTo(outcome.tried);
        }
        Outcome stolenKey = table.get("the tail rewritten and signed with the stolen key");
        assertThat(stolenKey.byVerify).isZero();
        assertThat(stolenKey.byCheckpoint).isEqualTo(stolenKey.tried);
    }

    /** The limit of what hashes can do, and why checkpoints are to be fetched often. */
    @Test
    void whatIsNewerThanEveryKeptCheckpointIsNotNoticedWhenTheKeyIsStolenToo() throws IOException {
        database.commitAndNumber(5);
        owner.useHandle(sql -> {
            rewrite(sql, EVENTS + 2);
            rebuild(sql);
        });
        SignedNote forged = log.signer().checkpoint();
        assertThat(verify(log, forged, "--since=" + kept)).isZero();
    }

    private void columnsOfTheEvent() {
        column("sequence", "sequence + 1000");
        column("outbox_id", "(SELECT min(id) FROM event_outbox o WHERE o.id <> outbox_id)");
        column("event_id", "gen_random_uuid()");
        column("type", "type || 'x'");
        column("partition_key", "partition_key || '1'");
        column("division", "'220103001001'");
        column("occurred_at", "occurred_at + interval '1 microsecond'");
        column("traceparent", "'00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'");
        column("bytes", "set_bit(bytes, 100, 1 - get_bit(bytes, 100))");
        column("leaf_hash", "set_bit(leaf_hash, 100, 1 - get_bit(leaf_hash, 100))");
        each("bytes, with the leaf hash made to fit", TamperingTest::rewrite);
        each("bytes, with leaf hash and all nodes made to fit", (sql, victim) -> {
            rewrite(sql, victim);
            rebuild(sql);
        });
    }

    private void column(String name, String value) {
        each(
                "event_log." + name,
                (sql, victim) ->
                        sql.execute("UPDATE event_log SET " + name + " = " + value + " WHERE sequence = ?", victim));
    }

    private void nodesOfTheTree() {
        for (String change : List.of(
                "hash = set_bit(hash, 7, 1 - get_bit(hash, 7))",
                "level = CAST(level + 20 AS smallint)",
                "index = index + 1000")) {
            String column = change.substring(0, change.indexOf(' '));
            List<int[]> nodes = owner.withHandle(
                    sql -> sql.createQuery("SELECT level, index FROM merkle_node WHERE index % 3 = 0 ORDER BY 1, 2")
                            .map((row, context) -> new int[] {row.getInt(1), row.getInt(2)})
                            .list());
            nodes.forEach(node -> trial(
                    "merkle_node." + column,
                    sql -> sql.execute(
                            "UPDATE merkle_node SET " + change + " WHERE level = ? AND index = ?", node[0], node[1])));
        }
    }

    private void rows() {
        each("a row deleted", (sql, victim) -> sql.execute("DELETE FROM event_log WHERE sequence = ?", victim));
        each(
                "two rows swapped",
                (sql, victim) -> sql.execute(
                        "UPDATE event_log SET sequence = CASE sequence WHEN ? THEN ? ELSE ? END WHERE sequence IN (?, ?)",
                        victim,
                        victim + 1,
                        victim,
                        victim,
                        victim + 1));
        each("a row inserted", (sql, victim) -> {
            sql.execute("UPDATE event_log SET sequence = sequence + 1 WHERE sequence >= ?", victim);
            sql.execute("""
                    INSERT INTO event_log (sequence, outbox_id, event_id, type, partition_key, division, occurred_at,
                                           traceparent, bytes, leaf_hash)
                    SELECT ?, outbox_id, event_id, type, partition_key, division, occurred_at, traceparent, bytes,
                           leaf_hash
                    FROM kept_log WHERE sequence = 50""", victim);
        });
        each("the tail cut", (sql, victim) -> {
            sql.execute("DELETE FROM event_log WHERE sequence >= ?", victim);
            rebuild(sql);
        });
        for (int victim : VICTIMS) {
            stolenKey(victim);
        }
    }

    private void each(String kind, Change change) {
        for (int victim : VICTIMS) {
            trial(kind, sql -> change.make(sql, victim));
        }
    }

    /** Changes, looks in all three ways, and undoes. */
    private void trial(String kind, Consumer<Handle> change) {
        owner.useHandle(change::accept);
        note(kind, noticedByVerify(), noticedByCheckpoint(), noticedByInspection());
        undo();
    }

    private void note(String kind, boolean byVerify, boolean byCheckpoint, boolean byInspection) {
        Outcome outcome = table.computeIfAbsent(kind, any -> new Outcome());
        outcome.tried++;
        outcome.byVerify += byVerify ? 1 : 0;
        outcome.byCheckpoint += byCheckpoint ? 1 : 0;
        outcome.byInspection += byInspection ? 1 : 0;
        outcome.unnoticed += byVerify || byCheckpoint || byInspection ? 0 : 1;
    }

    private void undo() {
        owner.useHandle(sql -> {
            sql.execute("TRUNCATE event_log, merkle_node");
            sql.execute("INSERT INTO event_log SELECT * FROM kept_log");
            sql.execute("INSERT INTO merkle_node SELECT * FROM kept_node");
        });
    }

    /** Rewrites history, fits hash and nodes to it, and signs it with the log's own key. */
    private void stolenKey(int victim) {
        owner.useHandle(sql -> {
            rewrite(sql, victim);
            rebuild(sql);
        });
        try {
            Path thief = Files.createTempDirectory(outside, "thief");
            Files.copy(outside.resolve("key.pem"), thief.resolve("key.pem"));
            LogParts his = LogParts.of(Jdbi.create(asService), thief);
            SignedNote forged = his.signer().checkpoint();
            note(
                    "the tail rewritten and signed with the stolen key",
                    verify(his, forged) != 0,
                    verify(his, forged, "--since=" + kept) == 1 && noticedByCheckpoint(),
                    noticedByInspection());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        undo();
    }

    /** Another event under the same number, as the owner of the table would write it. */
    private static void rewrite(Handle sql, int victim) {
        sql.execute("""
                UPDATE event_log SET bytes = convert_to(
                    replace(convert_from(bytes, 'UTF8'), '2026-01-05', '2026-01-06'), 'UTF8')
                WHERE sequence = ?""", victim);
        sql.execute("UPDATE event_log SET leaf_hash = sha256('\\x00'::bytea || bytes) WHERE sequence = ?", victim);
    }

    private static void rebuild(Handle sql) {
        sql.execute("DELETE FROM merkle_node");
        Map<Node, Hash> completed = new LinkedHashMap<>();
        Frontier tree = new Frontier();
        sql.createQuery("SELECT leaf_hash FROM event_log ORDER BY sequence")
                .mapTo(byte[].class)
                .list()
                .forEach(leaf -> tree.append(Hash.of(leaf), completed::put));
        MerkleNodes.insert(sql, completed);
    }

    /** Whether the bundle that the service hands out under what it signed is found unsound, or cannot even be made. */
    private boolean noticedByVerify() {
        return verify(log, signed) != 0;
    }

    /** Whether the service refuses to sign on top of what it kept. */
    private boolean noticedByCheckpoint() {
        try {
            return !log.signer().checkpoint().text().equals(signed.text());
        } catch (RuntimeException refused) {
            return true;
        }
    }

    private boolean noticedByInspection() {
        return !log.inspection().between(0, EVENTS).isEmpty();
    }

    private int verify(LogParts parts, SignedNote checkpoint, String... options) {
        Path bundle = outside.resolve("bundle.zip");
        try (OutputStream output = Files.newOutputStream(bundle)) {
            parts.export().write(checkpoint, output);
        } catch (IOException | RuntimeException cannotBeMade) {
            return 1;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> arguments = Stream.concat(
                        Stream.of(bundle.toString(), "--key=" + parts.signer().key()), Stream.of(options))
                .toList();
        return new Verify(false, new PrintStream(said, true, UTF_8), events -> {}).run(arguments);
    }

    private List<String> columns(String ofTable) {
        return owner.withHandle(
                sql -> sql.createQuery("SELECT column_name FROM information_schema.columns WHERE table_name = :table")
                        .bind("table", ofTable)
                        .mapTo(String.class)
                        .list());
    }

    private String asText() {
        List<String> lines = new ArrayList<>();
        lines.add("| Changed | Tried | Unnoticed | by `verify` | by the kept checkpoint | by the inspection |");
        lines.add("|---|---|---|---|---|---|");
        table.forEach((kind, outcome) -> lines.add("| %s | %d | %d | %d | %d | %d |"
                .formatted(
                        kind,
                        outcome.tried,
                        outcome.unnoticed,
                        outcome.byVerify,
                        outcome.byCheckpoint,
                        outcome.byInspection)));
        return String.join("\n", lines);
    }
}
