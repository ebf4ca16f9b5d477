package cn.shequ.kit.eventlog;

import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.Node;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** The stored nodes of the tree over the log; level 0 is the log itself. */
final class MerkleNodes {
    private MerkleNodes() {}

    /** The log is only looked into for leaves. */
    static Map<Node, Hash> find(Handle handle, Collection<Node> wanted) {
        Map<Node, Hash> found = new HashMap<>();
        handle.createQuery("""
                        SELECT w.level, w.index, coalesce(n.hash, l.leaf_hash) AS hash
                        FROM unnest(:levels, :indexes) AS w (level, index)
                        LEFT JOIN merkle_node n ON n.level = w.level AND n.index = w.index
                        LEFT JOIN event_log l ON l.sequence = CASE WHEN w.level = 0 THEN w.index END
                        WHERE n.hash IS NOT NULL OR l.leaf_hash IS NOT NULL""")
                .bind("levels", levels(handle, wanted))
                .bind("indexes", indexes(handle, wanted))
                .map((row, context) ->
                        found.put(new Node(row.getInt("level"), row.getLong("index")), Hash.of(row.getBytes("hash"))))
                .list();
        return found;
    }

    static void insert(Handle handle, Map<Node, Hash> completed) {
        if (completed.isEmpty()) {
            return;
        }
        byte[][] hashes = completed.values().stream().map(Hash::bytes).toArray(byte[][]::new);
        handle.createUpdate("""
                        INSERT INTO merkle_node (level, index, hash)
                        SELECT * FROM unnest(:levels, :indexes, :hashes)""")
                .bind("levels", levels(handle, completed.keySet()))
                .bind("indexes", indexes(handle, completed.keySet()))
                .bind("hashes", SqlArrays.of(handle, "bytea", hashes))
                .execute();
    }

    private static Argument levels(Handle handle, Collection<Node> nodes) {
        return SqlArrays.of(
                handle,
                "smallint",
                nodes.stream().map(node -> (short) node.level()).toArray(Short[]::new));
    }

    private static Argument indexes(Handle handle, Collection<Node> nodes) {
        return SqlArrays.of(handle, "bigint", nodes.stream().map(Node::index).toArray(Long[]::new));
    }
}
