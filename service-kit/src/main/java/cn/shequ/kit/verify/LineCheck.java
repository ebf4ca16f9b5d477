package cn.shequ.kit.verify;

import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.Redaction;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks the lines of a bundle in their order and compares each with its leaf. Where one does not agree it looks at the
 * number the event gives itself and at the line after, so that one missing line is one finding and not one for every
 * line behind it.
 */
final class LineCheck {

    private static final long NONE = -1;

    private final long size;
    private final long earlier;
    private final @Nullable TiledLeaves leaves;
    private final Findings findings;
    private final Announcements announcements;
    private final LongConsumer progress;
    private final Frontier lineTree = new Frontier();
    private long expected;
    private long line;
    private long unknownLine = NONE;
    private long redacted;
    private boolean surplus;
    private @Nullable Hash earlierRoot;

    /**
     * @param earlier how many events a checkpoint kept earlier had
     * @param leaves null when the bundle has no tiles that agree with its checkpoint; then the lines' own root decides
     */
    LineCheck(
            long size,
            long earlier,
            @Nullable TiledLeaves leaves,
            Findings findings,
            Announcements announcements,
            LongConsumer progress) {
        this.size = size;
        this.earlier = earlier;
        this.leaves = leaves;
        this.findings = findings;
        this.announcements = announcements;
        this.progress = progress;
    }

    void run(LineReader reader) throws IOException {
        for (LinePiece piece = reader.next(); piece != null; piece = reader.next()) {
            for (int i = 0; i < piece.count(); i++) {
                line++;
                take(piece, i);
            }
            progress.accept(expected);
        }
        if (reader.stoppedAtTooLong()) {
            findings.add(new Finding.TooLong(line + 1, LineReader.LONGEST));
            return;
        }
        settleUnknown();
        if (expected < size) {
            findings.add(new Finding.Missing(expected, size - 1));
        }
    }

    long redacted() {
        return redacted;
    }

    /** The root that the lines themselves give, redacted ones by the hash they state. */
    Hash root() {
        return lineTree.root();
    }

    /** The root of the first lines, as many as the checkpoint kept earlier had; null when there are fewer. */
    @Nullable
    Hash earlierRoot() {
        return earlierRoot;
    }

    private void take(LinePiece piece, int i) throws IOException {
        if (leaves == null) {
            takeAlone(piece, i);
        } else if (expected < size && agrees(piece, i, expected)) {
            if (unknownLine != NONE) {
                findings.add(new Finding.Inserted(unknownLine));
                unknownLine = NONE;
            }
            accept(piece, i, expected);
            expected++;
        } else {
            settleUnknown();
            disagree(piece, i);
        }
    }

    /** Without tiles a line is taken at its word; whether all together are what was signed, their root says. */
    private void takeAlone(LinePiece piece, int i) {
        if (expected == size) {
            surplus();
            return;
        }
        Hash stated = Redactions.leafOf(piece, i, expected);
        if (stated != null) {
            redacted++;
        }
        lineTree.append(stated != null ? stated : piece.hash(i));
        if (lineTree.size() == earlier) {
            earlierRoot = lineTree.root();
        }
        accept(piece, i, expected);
        expected++;
    }

    private void accept(LinePiece piece, int i, long sequence) {
        if (piece.number(i) != sequence) {
            findings.add(new Finding.Misnumbered(sequence, line, piece.number(i)));
        }
        announcements.look(piece, i, sequence);
    }

    private boolean agrees(LinePiece piece, int i, long sequence) throws IOException {
        TiledLeaves tiled = leaves;
        if (tiled == null) {
            return false;
        }
        if (tiled.isAt(sequence, piece.hashes(), i * Hash.BYTES)) {
            return true;
        }
        if (piece.is(i, Redaction.of(sequence, tiled.leaf(sequence)))) {
            redacted++;
            return true;
        }
        return false;
    }

    private void disagree(LinePiece piece, int i) throws IOException {
        long own = piece.number(i);
        if (expected < size && agrees(piece, i, expected)) {
            accept(piece, i, expected);
            expected++;
        } else if (own > expected && own < size && agrees(piece, i, own)) {
            findings.add(new Finding.Missing(expected, own - 1));
            expected = own + 1;
        } else if (own >= 0 && own < Math.min(expected, size) && agrees(piece, i, own)) {
            findings.add(new Finding.Displaced(own, line));
        } else if (expected < size) {
            unknownLine = line;
        } else {
            surplus();
        }
    }

    /** A line that nobody knows stands in the place of the event that was expected, unless that one follows it. */
    private void settleUnknown() {
        if (unknownLine != NONE) {
            findings.add(new Finding.Altered(expected, unknownLine));
            expected++;
            unknownLine = NONE;
        }
    }

    private void surplus() {
        if (!surplus) {
            findings.add(new Finding.Surplus(size, line));
            surplus = true;
        }
    }
}
