package cn.shequ.kit.verify;

import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.Tile;
import java.io.IOException;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The leaf hashes of a bundle's tiles, one tile in memory at a time. */
final class TiledLeaves {

    private static final byte NODE_PREFIX = 1;

    private final Bundle bundle;
    private final long size;
    private final MessageDigest sha256 = Sha256.digest();
    private long present = -1;
    private byte[] hashes = new byte[0];

    TiledLeaves(Bundle bundle, long size) {
        this.bundle = bundle;
        this.size = size;
    }

    /** The roots of the whole tree and of its first leaves. */
    record Roots(Hash whole, @Nullable Hash earlier) {}

    /** @throws BrokenTile when a tile is not there or has not the size it must have */
    Roots roots(long earlier) throws IOException {
        Frontier whole = new Frontier();
        Frontier first = new Frontier();
        for (long start = 0; start < size; start += Tile.FULL_WIDTH) {
            load(start / Tile.FULL_WIDTH);
            int width = hashes.length / Hash.BYTES;
            whole.append(root(hashes, width));
            if (start < earlier) {
                first.append(root(hashes, (int) Math.min(width, earlier - start)));
            }
        }
        return new Roots(whole.root(), earlier <= size ? first.root() : null);
    }

    /** Whether the leaf of that number is the hash that lies there. */
    boolean isAt(long sequence, byte[] others, int offset) throws IOException {
        int position = at(sequence);
        return Arrays.equals(hashes, position, position + Hash.BYTES, others, offset, offset + Hash.BYTES);
    }

    Hash leaf(long sequence) throws IOException {
        int position = at(sequence);
        return Hash.of(Arrays.copyOfRange(hashes, position, position + Hash.BYTES));
    }

    private int at(long sequence) throws IOException {
        load(sequence / Tile.FULL_WIDTH);
        return (int) (sequence % Tile.FULL_WIDTH) * Hash.BYTES;
    }

    private void load(long index) throws IOException {
        if (index == present) {
            return;
        }
        Tile tile = new Tile(0, index, (int) Math.min(Tile.FULL_WIDTH, size - index * Tile.FULL_WIDTH));
        byte[] content = bundle.tile(tile.path());
        long expected = (long) tile.width() * Hash.BYTES;
        if (content == null || content.length != expected) {
            throw new BrokenTile(new Finding.TileBroken(tile.path(), content == null ? -1 : content.length, expected));
        }
        hashes = content;
        present = index;
    }

    /** The root of up to 256 leaves: neighbours are joined level by level, and an odd one moves up as it is. */
    private Hash root(byte[] leaves, int width) {
        byte[] level = Arrays.copyOf(leaves, width * Hash.BYTES);
        try {
            for (int count = width; count > 1; count = (count + 1) / 2) {
                for (int pair = 0; pair < count / 2; pair++) {
                    sha256.update(NODE_PREFIX);
                    sha256.update(level, pair * 2 * Hash.BYTES, 2 * Hash.BYTES);
                    sha256.digest(level, pair * Hash.BYTES, Hash.BYTES);
                }
                if (count % 2 == 1) {
                    System.arraycopy(level, (count - 1) * Hash.BYTES, level, count / 2 * Hash.BYTES, Hash.BYTES);
                }
            }
        } catch (DigestException impossible) {
            throw new AssertionError("A SHA-256 hash has 32 bytes", impossible);
        }
        return Hash.of(Arrays.copyOf(level, Hash.BYTES));
    }

    /** A tile is not there or has not the size it must have. */
    static final class BrokenTile extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Finding.TileBroken finding;

        BrokenTile(Finding.TileBroken finding) {
            super(finding.path());
            this.finding = finding;
        }

        Finding.TileBroken finding() {
            return finding;
        }
    }
}
