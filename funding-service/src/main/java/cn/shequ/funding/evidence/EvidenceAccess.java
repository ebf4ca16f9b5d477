package cn.shequ.funding.evidence;

import cn.shequ.kit.document.Attachment;
import cn.shequ.kit.document.DocumentAccess;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Evidence is seen by those who read the ledgers of its territory; that of a case of Art. 16 only by those who decide, so
 * that no document says who reported.
 */
@ApplicationScoped
class EvidenceAccess implements DocumentAccess {

    private static final Set<String> READERS = Set.of(
            Roles.FINANCE_OFFICER,
            Roles.SUBDISTRICT_ACCOUNTANT,
            Roles.SUBDISTRICT_APPROVER,
            Roles.SUBDISTRICT_CASHIER,
            Roles.AUDITOR);

    private static final Set<String> DECIDERS = Set.of(Roles.FINANCE_OFFICER, Roles.AUDITOR);

    private final Jurisdiction jurisdiction;
    private final Callers callers;

    EvidenceAccess(Jurisdiction jurisdiction, Callers callers) {
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    @Override
    public boolean maySee(Attachment attachment) {
        Caller caller = callers.current();
        Set<String> readers = attachment.kind().equals(EvidenceOf.VIOLATION.name()) ? DECIDERS : READERS;
        return caller.roles().stream().anyMatch(readers::contains)
                && jurisdiction.covers(caller, attachment.division());
    }
}
