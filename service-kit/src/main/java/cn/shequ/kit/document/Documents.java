package cn.shequ.kit.document;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Documents for those who may have them, and for the operations that attach them. */
@ApplicationScoped
public class Documents {

    private static final int DECEMBER_DAYS = 31;

    private final DocumentRows rows;
    private final DocumentStorage storage;
    private final DocumentAccess access;
    private final Rulebook rulebook;
    private final Callers callers;
    private final Clock clock;

    Documents(
            DocumentRows rows,
            DocumentStorage storage,
            DocumentAccess access,
            Rulebook rulebook,
            Callers callers,
            Clock clock) {
        this.rows = rows;
        this.storage = storage;
        this.access = access;
        this.rulebook = rulebook;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Attaches documents in the caller's transaction, all or, when some are missing, none. A document counts only when
     * somebody sent it whose territory includes the division: to know a digest is not to have the document.
     *
     * @param attachments in one division
     * @param retention the rule that says for how many years they are kept, from the end of the present year on
     * @return the digests that are missing, in order
     */
    public Set<String> attach(DivisionCode division, Collection<Attachment> attachments, String retention) {
        Set<String> missing =
                missing(division, attachments.stream().map(Attachment::digest).toList());
        if (missing.isEmpty() && !attachments.isEmpty()) {
            Rule rule = rulebook.today(retention, division);
            LocalDate keepUntil =
                    LocalDate.of(LocalDate.now(clock).getYear() + rule.whole(), Month.DECEMBER, DECEMBER_DAYS);
            rows.attach(attachments, callers.current().subject(), keepUntil, rule);
        }
        return missing;
    }

    /** Of these, what nobody sent whose territory includes the division; what is there stays until the transaction ends. */
    public Set<String> missing(DivisionCode division, Collection<String> digests) {
        Set<String> missing = new TreeSet<>(digests);
        if (!missing.isEmpty()) {
            missing.removeAll(rows.lockUploadedFor(division, digests));
        }
        return missing;
    }

    /** The document for somebody who sent it or may see what it belongs to. */
    Document toSee(String digest) {
        Document document = rows.find(digest).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        if (!rows.isUploader(digest, callers.current().subject())
                && rows.attachments(digest).stream().noneMatch(access::maySee)) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        return document;
    }

    InputStream open(Document document, long offset) {
        return storage.open(document.bytes(), offset);
    }
}
