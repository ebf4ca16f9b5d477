package cn.shequ.kit.verify;

import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.Redaction;
import cn.shequ.kit.merkle.SignedNote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Tiles to root, root to signature, then each line against its leaf; in one pass, in bounded memory. */
final class Verification {

    private static final int PROGRESS_EVERY = 100_000;

    private final Bundle bundle;
    private final @Nullable NoteKey key;
    private final LongConsumer progress;

    /** @param key known from elsewhere than the bundle; null when there is none to check against */
    Verification(Bundle bundle, @Nullable NoteKey key, LongConsumer progress) {
        this.bundle = bundle;
        this.key = key;
        this.progress = progress;
    }

    Finding run() throws IOException {
        SignedNote note = SignedNote.parse(bundle.checkpoint());
        if (key != null && !key.signed(note)) {
            return new Finding.NotSigned(key.toString());
        }
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        Hash root = root(checkpoint.size());
        if (!root.equals(checkpoint.root())) {
            return new Finding.RootDiffers(checkpoint.root().base64(), root.base64());
        }
        return lines(checkpoint.size());
    }

    private Hash root(long size) throws IOException {
        Frontier tree = new Frontier();
        LeafHashes leaves = new LeafHashes(bundle, size);
        while (leaves.hasNext()) {
            tree.append(leaves.next());
        }
        return tree.root();
    }

    private Finding lines(long size) throws IOException {
        LeafHashes leaves = new LeafHashes(bundle, size);
        long redacted = 0;
        try (InputStream events = bundle.events()) {
            EventLines lines = new EventLines(events);
            for (long sequence = 0; sequence < size; sequence++) {
                byte[] line = lines.next();
                if (line == null) {
                    return new Finding.Missing(sequence);
                }
                Hash leaf = leaves.next();
                if (!Hash.ofLeaf(line).equals(leaf)) {
                    if (!isRedaction(line, sequence, leaf)) {
                        return new Finding.Altered(sequence);
                    }
                    redacted++;
                }
                if ((sequence + 1) % PROGRESS_EVERY == 0) {
                    progress.accept(sequence + 1);
                }
            }
            return lines.next() == null ? new Finding.Sound(size, redacted, key != null) : new Finding.Surplus(size);
        }
    }

    /** The number and the hash are given, the content is not. */
    private static boolean isRedaction(byte[] line, long sequence, Hash leaf) {
        return Arrays.equals(line, Redaction.of(sequence, leaf).getBytes(StandardCharsets.US_ASCII));
    }
}
