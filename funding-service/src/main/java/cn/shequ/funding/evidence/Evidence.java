package cn.shequ.funding.evidence;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.document.Attachment;
import cn.shequ.kit.document.Documents;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The one place where evidence is required (Art. 16): what is named by its digest must have been uploaded, by somebody whose
 * territory includes the ledger, and belongs from then on to what it proves.
 */
@ApplicationScoped
public class Evidence {

    /** 会计档案: vouchers and what they rest on. */
    private static final String RETENTION = "document.voucher-kept";

    private final Documents documents;

    Evidence(Documents documents) {
        this.documents = documents;
    }

    /**
     * Attaches documents to something, in the transaction that makes it.
     *
     * @param division whose ledger it concerns
     * @throws Refusal that names every digest that is missing; then nothing is attached
     */
    public void attach(EvidenceOf kind, UUID owner, DivisionCode division, Collection<String> digests) {
        Set<String> missing = attachAll(kind, division, Map.of(owner, List.copyOf(digests)));
        if (!missing.isEmpty()) {
            throw refusal(missing, division);
        }
    }

    /**
     * The same for many at once, in two round trips.
     *
     * @return the digests that are missing; when there are any, nothing is attached
     */
    public Set<String> attachAll(EvidenceOf kind, DivisionCode division, Map<UUID, List<String>> byOwner) {
        List<Attachment> attachments = byOwner.entrySet().stream()
                .flatMap(owner -> owner.getValue().stream()
                        .map(digest -> new Attachment(kind.name(), owner.getKey(), division, digest)))
                .toList();
        return documents.attach(division, attachments, RETENTION);
    }

    /** Of these digests, those that were not uploaded for the division. */
    public Set<String> missing(DivisionCode division, Collection<String> digests) {
        return documents.missing(division, digests);
    }

    public static Refusal refusal(Collection<String> digests, DivisionCode division) {
        return Refusal.of(FundingProblem.EVIDENCE_NOT_UPLOADED)
                .with("missing", List.copyOf(digests))
                .with("division", division);
    }
}
