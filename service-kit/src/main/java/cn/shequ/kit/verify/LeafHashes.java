package cn.shequ.kit.verify;

import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.Tile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Walks the leaf hashes of a bundle's tiles, one tile in memory at a time. */
final class LeafHashes {

    private final Bundle bundle;
    private final List<Tile> tiles;
    private int tile = -1;
    private byte[] hashes = new byte[0];
    private int position;

    LeafHashes(Bundle bundle, long size) {
        this.bundle = bundle;
        this.tiles = Tile.ofLeaves(size);
    }

    boolean hasNext() {
        return position < hashes.length || tile + 1 < tiles.size();
    }

    Hash next() throws IOException {
        if (position == hashes.length) {
            tile++;
            Tile next = tiles.get(tile);
            hashes = bundle.tile(next.path());
            if (hashes.length != next.width() * Hash.BYTES) {
                throw new IOException("tile/" + next.path() + " has " + hashes.length + " bytes instead of "
                        + next.width() * Hash.BYTES);
            }
            position = 0;
        }
        Hash hash = Hash.of(Arrays.copyOfRange(hashes, position, position + Hash.BYTES));
        position += Hash.BYTES;
        return hash;
    }
}
