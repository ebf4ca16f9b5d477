package cn.shequ.kit.eventlog;

import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.NoteSigner;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs checkpoints of the log. What was signed last is kept outside the database, and nothing is signed that does not
 * continue it: a database restored from a backup must not become a second history.
 */
@ApplicationScoped
public class LogSigner {

    private final EventLogConfig config;
    private final LogTree tree;
    private @Nullable NoteSigner signer;
    private @Nullable SignedNote last;

    LogSigner(EventLogConfig config, LogTree tree) {
        this.config = config;
        this.tree = tree;
    }

    /** The key that readers check signatures with; it is to be published out of band as well. */
    public NoteKey key() {
        return signer().key();
    }

    /**
     * The checkpoint of all events that have numbers now.
     *
     * @throws Refusal {@link HttpProblem#HISTORY_FORKED} when the log does not continue what was signed before
     */
    public synchronized SignedNote checkpoint() {
        long size = tree.size();
        SignedNote kept = kept().orElse(null);
        if (kept != null) {
            Checkpoint before = Checkpoint.parse(kept.text());
            requireContinued(before, size);
            if (before.size() == size && signer().key().signed(kept)) {
                return kept;
            }
        }
        SignedNote signed = signer().sign(new Checkpoint(config.origin(), size, tree.root(size)).text());
        keep(signed);
        return signed;
    }

    /** How the log disagrees with what was signed last; empty when it continues it. */
    synchronized Optional<Refusal> fork() {
        try {
            long size = tree.size();
            kept().ifPresent(kept -> requireContinued(Checkpoint.parse(kept.text()), size));
            return Optional.empty();
        } catch (Refusal forked) {
            return Optional.of(forked);
        }
    }

    private void requireContinued(Checkpoint before, long size) {
        if (size < before.size() || !root(before).equals(before.root())) {
            throw Refusal.of(HttpProblem.HISTORY_FORKED)
                    .with("kept", before.size())
                    .with("present", size);
        }
    }

    private Hash root(Checkpoint before) {
        return tree.root(before.size());
    }

    private Optional<SignedNote> kept() {
        if (last == null) {
            last = KeptFile.read(config.checkpointFile()).map(SignedNote::parse).orElse(null);
        }
        return Optional.ofNullable(last);
    }

    private void keep(SignedNote signed) {
        try {
            KeptFile.replace(config.checkpointFile(), signed.encoded());
            last = signed;
        } catch (IOException e) {
            throw new UncheckedIOException("what is signed cannot be kept outside the database", e);
        }
    }

    private synchronized NoteSigner signer() {
        if (signer == null) {
            signer = new NoteSigner(config.origin(), SigningKey.openOrMake(config.keyFile()));
        }
        return signer;
    }
}
