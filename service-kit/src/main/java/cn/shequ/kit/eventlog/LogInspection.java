package cn.shequ.kit.eventlog;

import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.Node;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Compares what lies beside the signed bytes with them: the columns by which the log is searched, redacted and published,
 * and the stored nodes of the tree. No auditor depends on these, because bundles and tiles are checked by themselves;
 * but somebody may have changed them, and the service can say where.
 */
@ApplicationScoped
public class LogInspection {

    private final Jdbi jdbi;

    LogInspection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Something that does not agree with the bytes of an event. */
    public record Disagreement(long sequence, String what) {}

    private record Row(
            NumberedEvent event,
            @Nullable UUID appended,
            @Nullable String traceAppended) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    NumberedEvent.read(row), row.getObject("appended", UUID.class), row.getString("trace_appended"));
        }
    }

    /** What disagrees among the events of {@code from} to {@code end} (exclusive) and the nodes that they complete. */
    public List<Disagreement> between(long from, long end) {
        List<Disagreement> found = new ArrayList<>();
        jdbi.useHandle(handle -> {
            long expected = from;
            for (Row row : rows(handle, from, end)) {
                long sequence = row.event().sequence();
                for (; expected < sequence; expected++) {
                    found.add(new Disagreement(expected, "missing"));
                }
                expected = sequence + 1;
                compare(row, what -> found.add(new Disagreement(sequence, what)));
            }
            for (; expected < end; expected++) {
                found.add(new Disagreement(expected, "missing"));
            }
            nodes(handle, from, end, found);
        });
        return found;
    }

    private static List<Row> rows(Handle handle, long from, long end) {
        return handle.createQuery("""
                        SELECT l.*, o.event_id AS appended, o.traceparent AS trace_appended
                        FROM event_log l LEFT JOIN event_outbox o ON o.id = l.outbox_id
                        WHERE l.sequence >= :from AND l.sequence < :end ORDER BY l.sequence""")
                .bind("from", from)
                .bind("end", end)
                .map((row, context) -> Row.read(row))
                .list();
    }

    private static void compare(Row row, Consumer<String> disagrees) {
        NumberedEvent event = row.event();
        if (!Hash.ofLeaf(event.bytes()).equals(event.leafHash())) {
            disagrees.accept("leaf_hash");
        }
        if (!event.id().equals(row.appended())) {
            disagrees.accept("outbox_id");
        }
        if (!Objects.equals(event.traceparent(), row.traceAppended())) {
            disagrees.accept("traceparent");
        }
        try {
            JsonNode said = EventJson.mapper().readTree(event.bytes());
            unequal("sequence", String.valueOf(event.sequence()), said.path("sequence"), disagrees);
            unequal("event_id", event.id().toString(), said.path("id"), disagrees);
            unequal("type", event.type(), said.path("type"), disagrees);
            unequal("partition_key", event.partitionKey(), said.path("partitionkey"), disagrees);
            unequal("division", event.division(), said.path("division"), disagrees);
            if (!event.occurredAt().equals(Instant.parse(said.path("time").asText()))) {
                disagrees.accept("occurred_at");
            }
        } catch (IOException | DateTimeException unreadable) {
            disagrees.accept("bytes");
        }
    }

    private static void unequal(String column, String value, JsonNode said, Consumer<String> disagrees) {
        if (!value.equals(said.asText())) {
            disagrees.accept(column);
        }
    }

    /** A node must be the hash of the two below it. It is found with the last event that it covers. */
    private static void nodes(Handle handle, long from, long end, List<Disagreement> found) {
        List<Node> completed = completed(from, end);
        List<Node> wanted = new ArrayList<>(completed);
        completed.forEach(node -> {
            wanted.add(left(node));
            wanted.add(right(node));
        });
        Map<Node, Hash> stored = MerkleNodes.find(handle, wanted);
        for (Node node : completed) {
            Hash left = stored.get(left(node));
            Hash right = stored.get(right(node));
            Hash own = stored.get(node);
            if (left == null
                    || right == null
                    || own == null
                    || !Hash.ofNode(left, right).equals(own)) {
                found.add(new Disagreement(last(node), "merkle_node " + node.level() + "/" + node.index()));
            }
        }
    }

    private static List<Node> completed(long from, long end) {
        List<Node> nodes = new ArrayList<>();
        for (long leaf = from; leaf < end; leaf++) {
            for (int level = 1; ((leaf + 1) & ((1L << level) - 1)) == 0; level++) {
                nodes.add(new Node(level, leaf >> level));
            }
        }
        return nodes;
    }

    private static Node left(Node node) {
        return new Node(node.level() - 1, 2 * node.index());
    }

    private static Node right(Node node) {
        return new Node(node.level() - 1, 2 * node.index() + 1);
    }

    private static long last(Node node) {
        return ((node.index() + 1) << node.level()) - 1;
    }
}
