package cn.shequ.kit.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, 0/000",
        "0, 999, 256, 0/999",
        "0, 1000, 256, 0/x001/000",
        "3, 1234067, 256, 3/x001/x234/067",
        "0, 1234067, 12, 0/x001/x234/067.p/12",
        "5, 7, 255, 5/007.p/255"
    })
    void is_spelled_as_c2sp_spells_it(int level, long index, int width, String path) {
        Tile tile = new Tile(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(Tile.at(path)).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/",
                "0/1",
                "0/0001",
                "0/x000/001",
                "6/000",
                "-1/000",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/007",
                "0/000.p/",
                "0/001/002",
                "0/x001/",
                "0/000/",
                "0/../000",
                "0/x001/x002/x003/x004/x005/006"
            })
    void nothing_else_names_a_tile(String path) {
        assertThat(Tile.at(path)).isEmpty();
    }

    @Test
    void the_tiles_of_a_tree_hold_every_leaf_once_and_only_the_last_is_partial() {
        for (long size : new long[] {0, 1, 255, 256, 257, 512, 70_000}) {
            List<Tile> tiles = Tile.ofLeaves(size);
            assertThat(tiles.stream().mapToLong(Tile::width).sum()).isEqualTo(size);
            assertThat(tiles).allMatch(tile -> tile.isWithin(size));
            assertThat(tiles.stream().limit(Math.max(0, tiles.size() - 1))).allMatch(tile -> tile.width() == 256);
        }
    }

    @Test
    void a_tile_of_a_higher_level_holds_the_roots_of_the_tiles_below_it() {
        StoredTree stored = StoredTree.ofSize(1100);
        Tile upper = new Tile(1, 0, 4);
        assertThat(upper.isWithin(1100)).isTrue();
        assertThat(new Tile(1, 0, 5).isWithin(1100)).isFalse();
        for (Node node : upper.nodes()) {
            Frontier tile = new Frontier();
            new Tile(0, node.index(), 256)
                    .nodes()
                    .forEach(leaf -> tile.append(stored.nodes().get(leaf)));
            assertThat(stored.nodes().get(node)).isEqualTo(tile.root());
        }
    }
}
