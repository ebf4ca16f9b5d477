package cn.shequ.kit.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RememberedNodesTest {

    private static final int LEAVES = 3_000;

    private final StoredTree stored = StoredTree.ofSize(LEAVES);
    private final List<Node> read = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree(new RememberedNodes(this::read));

    private Map<Node, Hash> read(Collection<Node> wanted) {
        read.addAll(wanted);
        Map<Node, Hash> found = new HashMap<>(stored.source().nodes(wanted));
        // Nothing but what is asked for: all else must have been remembered.
        found.keySet().retainAll(wanted);
        return found;
    }

    @Test
    void proofs_are_the_same_at_the_first_and_at_every_later_time() {
        for (int time = 0; time < 2; time++) {
            for (int size : new int[] {LEAVES / 2, LEAVES}) {
                for (int leaf = 0; leaf < size; leaf += 37) {
                    assertThat(tree.inclusion(leaf, size))
                            .isEqualTo(stored.tree().inclusion(leaf, size));
                    assertThat(tree.consistency(leaf, size))
                            .isEqualTo(stored.tree().consistency(leaf, size));
                }
            }
        }
    }

    @Test
    void upper_nodes_are_read_once_and_lower_ones_each_time() {
        tree.inclusion(5, LEAVES);
        List<Node> first = List.copyOf(read);
        read.clear();

        tree.inclusion(5, LEAVES);

        assertThat(first).anyMatch(node -> node.level() >= RememberedNodes.LOWEST);
        assertThat(read)
                .containsExactlyElementsOf(first.stream()
                        .filter(node -> node.level() < RememberedNodes.LOWEST)
                        .toList());
    }

    @Test
    void what_is_not_stored_yet_is_looked_for_again() {
        Node missing = new Node(RememberedNodes.LOWEST, 1_000);
        RememberedNodes remembered = new RememberedNodes(wanted -> {
            read.addAll(wanted);
            return Map.of();
        });

        assertThat(remembered.nodes(List.of(missing))).isEmpty();
        assertThat(remembered.nodes(List.of(missing))).isEmpty();
        assertThat(read).containsExactly(missing, missing);
    }
}
