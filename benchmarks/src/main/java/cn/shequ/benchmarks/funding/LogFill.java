package cn.shequ.benchmarks.funding;

import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.Node;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a history into the log as the sequencer would have: outbox, numbered bytes, leaf hashes, the tree's nodes and how far
 * the work has come; a batch is there as a whole or not at all, so the service that runs beside it finds nothing to do. Nobody else
 * appends meanwhile.
 */
final class LogFill {

    private static final int BATCH = 20_000;

    private final Connection connection;
    private final History history;
    private final Frontier tree;
    private final long firstSequence;
    private final long firstOutbox;

    /** @param connection of a superuser, in which triggers do not run and nothing is committed by itself */
    LogFill(Connection connection, History history) throws SQLException {
        this.connection = connection;
        this.history = history;
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("""
                    SELECT (SELECT coalesce(max(sequence) + 1, 0) FROM event_log),
                           (SELECT coalesce(max(id) + 1, 1) FROM event_outbox),
                           (SELECT count(*) FROM event_outbox o WHERE o.id > (SELECT max(outbox_id) FROM event_log))""")) {
            row.next();
            if (row.getLong(3) > 0) {
                throw new IllegalStateException("events wait for their numbers");
            }
            firstSequence = row.getLong(1);
            firstOutbox = row.getLong(2);
        }
        this.tree = new Frontier(firstSequence, this::nodes);
    }

    /** Where the first event stands in the outbox; the others follow. */
    long firstOutbox() {
        return firstOutbox;
    }

    void write(long from, long end) throws SQLException, IOException {
        for (long first = from; first < end; first += BATCH) {
            long last = Math.min(end, first + BATCH);
            writeBatch(first, last, from);
            settle(last - from);
            connection.commit();
        }
    }

    private void settle(long written) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            long last = firstOutbox + written - 1;
            sql.execute("SELECT setval('event_outbox_id_seq', " + last + ")");
            sql.execute("UPDATE event_sequencing SET settled_outbox_id = " + last);
            sql.execute("UPDATE event_publication SET next_sequence = " + (firstSequence + written));
        }
    }

    private void writeBatch(long first, long end, long from) throws SQLException, IOException {
        List<History.Told> events = new ArrayList<>(BATCH);
        try (BinaryCopy outbox = new BinaryCopy(
                connection,
                "event_outbox",
                "id, event_id, type, source, subject, dataschema, partition_key, division, data, occurred_at")) {
            for (long number = first; number < end; number++) {
                History.Told told = history.at(number);
                events.add(told);
                outbox.row()
                        .bigint(firstOutbox + number - from)
                        .uuid(told.id())
                        .text("cn.shequ.funding." + told.type())
                        .text("/funding")
                        .text(told.subject().toString())
                        .text(told.schema())
                        .text(told.street().ledger().toString())
                        .text(told.street().division())
                        .text(told.data())
                        .time(told.at());
            }
        }
        Map<Node, Hash> completed = new HashMap<>();
        try (BinaryCopy log = new BinaryCopy(
                connection,
                "event_log",
                "sequence, outbox_id, event_id, type, partition_key, division, occurred_at, bytes, leaf_hash")) {
            for (History.Told told : events) {
                byte[] bytes = told.numbered(tree.size());
                Hash leaf = Hash.ofLeaf(bytes);
                log.row()
                        .bigint(tree.size())
                        .bigint(firstOutbox + tree.size() - firstSequence)
                        .uuid(told.id())
                        .text("cn.shequ.funding." + told.type())
                        .text(told.street().ledger().toString())
                        .text(told.street().division())
                        .time(told.at())
                        .bytes(bytes)
                        .bytes(leaf.bytes());
                tree.append(leaf, completed::put);
            }
        }
        try (BinaryCopy nodes = new BinaryCopy(connection, "merkle_node", "level, index, hash")) {
            for (Map.Entry<Node, Hash> node : completed.entrySet()) {
                nodes.row()
                        .smallint(node.getKey().level())
                        .bigint(node.getKey().index())
                        .bytes(node.getValue().bytes());
            }
        }
    }

    private Map<Node, Hash> nodes(Collection<Node> wanted) {
        Map<Node, Hash> found = new HashMap<>();
        try (PreparedStatement leaf =
                        connection.prepareStatement("SELECT leaf_hash FROM event_log WHERE sequence = ?");
                PreparedStatement inner =
                        connection.prepareStatement("SELECT hash FROM merkle_node WHERE index = ? AND level = ?")) {
            for (Node node : wanted) {
                PreparedStatement hash = node.level() == 0 ? leaf : inner;
                hash.setLong(1, node.index());
                if (node.level() > 0) {
                    hash.setInt(2, node.level());
                }
                try (ResultSet row = hash.executeQuery()) {
                    row.next();
                    found.put(node, Hash.of(row.getBytes(1)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tree cannot be read", e);
        }
        return found;
    }
}
