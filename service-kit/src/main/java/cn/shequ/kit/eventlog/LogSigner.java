package cn.shequ.kit.eventlog;

import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.NoteSigner;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Signs checkpoints of the log. What was signed last is kept outside the database, and nothing is signed that does not
 * continue it: a database restored from a backup must not become a second history.
 */
@ApplicationScoped
public class LogSigner {

    private final EventLogConfig config;
    private final LogTree tree;
    private final LogKeys keys;
    private final Clock clock;

    LogSigner(EventLogConfig config, LogTree tree, LogKeys keys, Clock clock) {
        this.config = config;
        this.tree = tree;
        this.keys = keys;
        this.clock = clock;
    }

    /** The newest key that readers check signatures with; it is to be published out of band as well. */
    public NoteKey key() {
        return keys.all().getLast().key();
    }

    /**
     * The checkpoint of all events that have numbers now, signed by every key whose time it is.
     *
     * @throws Refusal {@link HttpProblem#HISTORY_FORKED} when the log does not continue what was signed before
     */
    public synchronized SignedNote checkpoint() {
        Optional<SignedNote> kept = kept();
        long size = requireContinued(kept);
        List<NoteSigner> signers = keys.signing(clock.instant());
        if (kept.isPresent() && isOf(kept.get(), size, signers)) {
            return kept.get();
        }
        String text = new Checkpoint(config.origin(), size, tree.root(size)).text();
        SignedNote signed = new SignedNote(
                text, signers.stream().map(signer -> signer.signature(text)).toList());
        keep(signed);
        return signed;
    }

    /** Why nothing would be signed now; empty when something would. */
    Optional<Refusal> trouble() {
        try {
            requireContinued(kept());
            keys.signing(clock.instant());
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused);
        }
    }

    private static boolean isOf(SignedNote kept, long size, List<NoteSigner> signers) {
        return Checkpoint.parse(kept.text()).size() == size
                && kept.signatures().size() == signers.size()
                && signers.stream().allMatch(signer -> signer.key().signed(kept));
    }

    /** Returns how many events there are, none of them missing that was signed before. */
    private long requireContinued(Optional<SignedNote> kept) {
        long size = tree.size();
        kept.map(SignedNote::text).map(Checkpoint::parse).ifPresent(before -> requireContinued(before, size));
        return size;
    }

    private void requireContinued(Checkpoint before, long size) {
        if (!before.origin().equals(config.origin())) {
            throw Refusal.of(HttpProblem.LOG_ORIGIN_CHANGED)
                    .with("kept", before.origin())
                    .with("configured", config.origin());
        }
        if (size < before.size() || !tree.root(before.size()).equals(before.root())) {
            throw Refusal.of(HttpProblem.HISTORY_FORKED)
                    .with("kept", before.size())
                    .with("present", size);
        }
    }

    /** Read anew each time: another process of the service may have signed since. */
    private Optional<SignedNote> kept() {
        return KeptFile.read(config.checkpointFile()).map(SignedNote::parse);
    }

    private void keep(SignedNote signed) {
        try {
            KeptFile.replace(config.checkpointFile(), signed.encoded());
        } catch (IOException e) {
            throw new UncheckedIOException("what is signed cannot be kept outside the database", e);
        }
    }
}
