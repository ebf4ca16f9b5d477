package cn.shequ.kit.verify;

import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.SignedNote;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tiles to root, root to signature, then each line against its leaf, in bounded memory; and whether all of that
 * continues a checkpoint that was kept earlier.
 */
final class Verification {

    private final Bundle bundle;
    private final List<NoteKey> keys;
    private final @Nullable SignedNote since;
    private final LongConsumer progress;
    private final Findings findings = new Findings();

    /**
     * @param keys known from elsewhere than the bundle; none when there is nothing to check against
     * @param since a checkpoint kept earlier, which the bundle must continue
     */
    Verification(Bundle bundle, List<NoteKey> keys, @Nullable SignedNote since, LongConsumer progress) {
        this.bundle = bundle;
        this.keys = keys;
        this.since = since;
        this.progress = progress;
    }

    Report run() throws IOException {
        SignedNote note = SignedNote.parse(bundle.checkpoint());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        Announcements announcements = new Announcements(checkpoint.origin());
        Checkpoint earlier = earlier(checkpoint);
        TiledLeaves leaves = tiles(checkpoint, earlier);
        LineCheck lines = new LineCheck(
                checkpoint.size(), earlier == null ? -1 : earlier.size(), leaves, findings, announcements, progress);
        try (InputStream events = bundle.events();
                LineReader reader = new LineReader(events)) {
            lines.run(reader);
        }
        if (leaves == null && findings.kept().stream().noneMatch(Finding.Missing.class::isInstance)) {
            compare(Finding.Of.LINES, checkpoint.root(), lines.root());
            compareEarlier(earlier, lines.earlierRoot());
        }
        List<NoteKey> signers = keys.stream().filter(key -> key.signed(note)).toList();
        keys.stream()
                .filter(key -> key.isNamedBy(note) && !key.signed(note))
                .forEach(key -> findings.add(new Finding.ForgedSignature(key.toString())));
        Long announcedBy = signers.isEmpty() && !keys.isEmpty() ? announcement(note, announcements, earlier) : null;
        return new Report(
                findings,
                checkpoint.size(),
                lines.redacted(),
                signers.stream().map(NoteKey::hash).toList(),
                announcedBy,
                earlier == null ? null : earlier.size());
    }

    private @Nullable Checkpoint earlier(Checkpoint present) {
        if (since == null) {
            return null;
        }
        Checkpoint kept = Checkpoint.parse(since.text());
        if (!keys.isEmpty() && keys.stream().noneMatch(key -> key.signed(since))) {
            findings.add(new Finding.NotSigned(names() + " (--since)"));
        }
        if (!kept.origin().equals(present.origin())) {
            findings.add(new Finding.OtherLog(kept.origin(), present.origin()));
        } else if (kept.size() > present.size()) {
            findings.add(new Finding.Cut(kept.size(), present.size()));
        }
        return kept;
    }

    /** The tiles, when they are there and give the signed root; otherwise nothing can be told by them. */
    private @Nullable TiledLeaves tiles(Checkpoint present, @Nullable Checkpoint earlier) throws IOException {
        if (!bundle.hasTiles() && present.size() > 0) {
            return null;
        }
        try {
            TiledLeaves leaves = new TiledLeaves(bundle, present.size());
            TiledLeaves.Roots roots = leaves.roots(earlier == null ? 0 : earlier.size());
            if (!compare(Finding.Of.TILES, present.root(), roots.whole())) {
                return null;
            }
            compareEarlier(earlier, roots.earlier());
            return leaves;
        } catch (TiledLeaves.BrokenTile broken) {
            findings.add(broken.finding());
            return null;
        }
    }

    private void compareEarlier(@Nullable Checkpoint earlier, @Nullable Hash computed) {
        if (earlier != null && computed != null && !computed.equals(earlier.root())) {
            findings.add(new Finding.Rewritten(earlier.size(), earlier.root().base64(), computed.base64()));
        }
    }

    private boolean compare(Finding.Of of, Hash signed, Hash computed) {
        if (computed.equals(signed)) {
            return true;
        }
        findings.add(new Finding.RootDiffers(of, signed.base64(), computed.base64()));
        return false;
    }

    /** The event that announced the key, within what a checkpoint of a known key covers. */
    private @Nullable Long announcement(SignedNote note, Announcements announcements, @Nullable Checkpoint earlier) {
        Optional<Announcements.Announced> announced = announcements.signerOf(note);
        if (announced.isEmpty()) {
            findings.add(new Finding.NotSigned(names()));
            return null;
        }
        long sequence = announced.get().sequence();
        if (earlier == null || sequence >= earlier.size()) {
            findings.add(new Finding.KeyNotTrusted(announced.get().key().hash(), sequence));
            return null;
        }
        return sequence;
    }

    private String names() {
        return String.join(", ", keys.stream().map(NoteKey::toString).toList());
    }
}
