package cn.shequ.kit.eventlog;

import cn.shequ.kit.merkle.ConsistencyProof;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.InclusionProof;
import cn.shequ.kit.merkle.MerkleTree;
import cn.shequ.kit.merkle.Node;
import cn.shequ.kit.merkle.NodeSource;
import cn.shequ.kit.merkle.RememberedNodes;
import cn.shequ.kit.merkle.Tile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Roots, proofs and tiles of the tree over the log (RFC 6962, C2SP tiles), for a service that keeps one. */
@ApplicationScoped
public class LogTree {

    private final Jdbi jdbi;
    /** For roots, which are signed: as it is stored at this moment. */
    private final MerkleTree stored;
    /** For proofs, which hold under a root or do not: a node of a minute ago is as good. */
    private final MerkleTree remembered;

    LogTree(Jdbi jdbi) {
        NodeSource nodes = wanted -> jdbi.withHandle(handle -> MerkleNodes.find(handle, wanted));
        this.jdbi = jdbi;
        this.stored = new MerkleTree(nodes);
        this.remembered = new MerkleTree(new RememberedNodes(nodes));
    }

    public long size() {
        return jdbi.withHandle(LogReader::size);
    }

    Hash root(long size) {
        return stored.root(size);
    }

    /** That an event is in the tree of the first {@code size} events. */
    public InclusionProof inclusion(long sequence, long size) {
        requireSize("size", size, 1);
        if (sequence < 0 || sequence >= size) {
            throw EventFeed.outOfRange("sequence", 0, size - 1);
        }
        return remembered.inclusion(sequence, size);
    }

    /** That the tree of {@code to} events only appends to the one of {@code from} events. */
    public ConsistencyProof consistency(long from, long to) {
        requireSize("to", to, 0);
        if (from < 0 || from > to) {
            throw EventFeed.outOfRange("from", 0, to);
        }
        return remembered.consistency(from, to);
    }

    private void requireSize(String field, long size, long least) {
        long present = size();
        if (size < least || size > present) {
            throw EventFeed.outOfRange(field, least, present);
        }
    }

    /** The hashes of a tile, or nothing where the tree does not reach yet or the path names none. */
    public Optional<byte[]> tile(String path) {
        return Tile.at(path).filter(tile -> tile.isWithin(size())).map(this::hashes);
    }

    byte[] hashes(Tile tile) {
        Map<Node, Hash> found = jdbi.withHandle(handle -> MerkleNodes.find(handle, tile.nodes()));
        ByteArrayOutputStream hashes = new ByteArrayOutputStream(tile.width() * Hash.BYTES);
        for (Node node : tile.nodes()) {
            Hash hash = found.get(node);
            if (hash == null) {
                throw new IllegalStateException("the tree lacks " + node);
            }
            hashes.writeBytes(hash.bytes());
        }
        return hashes.toByteArray();
    }
}
