package cn.shequ.kit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /** The leaves that implementations of RFC 6962 have tested each other with since 2013. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void gives_the_known_roots_of_zero_to_eight_leaves() {
        StoredTree stored = new StoredTree();
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(stored.frontier().root()).hasToString(ROOTS.get(size));
            assertThat(stored.tree().root(size)).hasToString(ROOTS.get(size));
            if (size < LEAVES.size()) {
                stored.append(HexFormat.of().parseHex(LEAVES.get(size)));
            }
        }
    }

    @Test
    void gives_the_known_inclusion_and_consistency_proofs() {
        StoredTree stored = new StoredTree();
        LEAVES.forEach(leaf -> stored.append(HexFormat.of().parseHex(leaf)));

        assertThat(hex(stored.tree().inclusion(5, 8).path()))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(stored.tree().inclusion(2, 3).path()))
                .containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(hex(stored.tree().consistency(6, 8).path()))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(stored.tree().consistency(2, 5).path()))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void agrees_with_the_definition_at_every_size() {
        StoredTree stored = StoredTree.ofSize(300);
        for (int size = 0; size <= 300; size++) {
            assertThat(stored.tree().root(size)).as("size %d", size).isEqualTo(stored.definedRoot(size));
            assertThat(new Frontier(size, stored.source()).root()).isEqualTo(stored.definedRoot(size));
        }
    }

    @Test
    void stores_one_interior_node_for_every_leaf_but_the_open_edge() {
        StoredTree stored = StoredTree.ofSize(1000);
        assertThat(stored.nodes()).hasSize(2 * 1000 - Long.bitCount(1000));
    }

    @Test
    void proves_the_inclusion_of_every_leaf_in_every_tree() {
        StoredTree stored = StoredTree.ofSize(130);
        for (int size = 1; size <= 130; size++) {
            Hash root = stored.tree().root(size);
            for (int index = 0; index < size; index++) {
                assertThat(stored.tree().inclusion(index, size).holds(stored.leaf(index), root))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void proves_the_consistency_of_every_tree_with_every_later_one() {
        StoredTree stored = StoredTree.ofSize(130);
        List<Hash> roots = Stream.iterate(0, i -> i + 1)
                .limit(131)
                .map(size -> stored.tree().root(size))
                .toList();
        for (int to = 0; to <= 130; to++) {
            for (int from = 0; from <= to; from++) {
                assertThat(stored.tree().consistency(from, to).holds(roots.get(from), roots.get(to)))
                        .as("from %d to %d", from, to)
                        .isTrue();
            }
        }
    }

    @Test
    void proves_both_in_large_trees_and_no_altered_proof_holds() {
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        StoredTree stored = StoredTree.ofSize(5_000);
        for (int i = 0; i < 400; i++) {
            int to = random.nextInt(2, 5_001);
            int from = random.nextInt(1, to);
            String context = "seed %d, from %d to %d".formatted(seed, from, to);
            Hash fromRoot = stored.tree().root(from);
            Hash toRoot = stored.tree().root(to);
            Hash leaf = stored.leaf(from);

            InclusionProof inclusion = stored.tree().inclusion(from, to);
            assertThat(inclusion.holds(leaf, toRoot)).as(context).isTrue();
            assertThat(inclusion.path()).as(context).hasSizeLessThanOrEqualTo(13);
            Alterations.of(inclusion.path(), random)
                    .forEach(altered -> assertThat(new InclusionProof(from, to, altered).holds(leaf, toRoot))
                            .as(context)
                            .isFalse());
            assertThat(inclusion.holds(stored.leaf(from - 1), toRoot))
                    .as(context)
                    .isFalse();
            assertThat(inclusion.holds(leaf, fromRoot)).as(context).isFalse();

            ConsistencyProof consistency = stored.tree().consistency(from, to);
            assertThat(consistency.holds(fromRoot, toRoot)).as(context).isTrue();
            Alterations.of(consistency.path(), random)
                    .forEach(altered -> assertThat(new ConsistencyProof(from, to, altered).holds(fromRoot, toRoot))
                            .as(context)
                            .isFalse());
            assertThat(consistency.holds(toRoot, fromRoot)).as(context).isFalse();
            assertThat(consistency.holds(stored.tree().root(from - 1), toRoot))
                    .as(context)
                    .isFalse();
        }
    }

    @Test
    void a_tree_that_rewrote_a_leaf_is_consistent_with_nothing_after_it() {
        StoredTree honest = StoredTree.ofSize(100);
        StoredTree forged = new StoredTree();
        for (int i = 0; i < 120; i++) {
            forged.append((i == 42 ? "forged" : "leaf " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        for (int from = 1; from <= 100; from++) {
            boolean holds = forged.tree()
                    .consistency(from, 120)
                    .holds(honest.tree().root(from), forged.tree().root(120));
            assertThat(holds).as("from %d", from).isEqualTo(from <= 42);
        }
    }

    @Test
    void proves_nothing_outside_the_tree() {
        StoredTree stored = StoredTree.ofSize(8);
        assertThatThrownBy(() -> stored.tree().inclusion(8, 8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> stored.tree().inclusion(0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> stored.tree().consistency(9, 8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> stored.tree().root(-1)).isInstanceOf(IllegalArgumentException.class);
        Hash root = stored.tree().root(8);
        assertThat(new InclusionProof(8, 8, List.of()).holds(root, root)).isFalse();
        assertThat(new InclusionProof(-1, 8, List.of()).holds(root, root)).isFalse();
        assertThat(new ConsistencyProof(9, 8, List.of()).holds(root, root)).isFalse();
    }

    @Test
    void a_missing_node_is_an_error_and_not_a_wrong_root() {
        StoredTree stored = StoredTree.ofSize(8);
        stored.nodes().remove(new Node(3, 0));
        assertThatThrownBy(() -> stored.tree().root(8)).isInstanceOf(IllegalStateException.class);
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::toString).toList();
    }
}
