package cn.shequ.funding.audit;

import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Which ledgers wait for an audit: at least one a year is the product's reading of "regular" (Art. 16). */
@ApplicationScoped
class AuditsDue {

    private static final String EVERY = "audit.every";

    private final Audits audits;
    private final Rulebook rulebook;
    private final Clock clock;

    AuditsDue(Audits audits, Rulebook rulebook, Clock clock) {
        this.audits = audits;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    Page<AuditDue> list(PageRequest page) {
        return audits.due(page, since());
    }

    /** In the whole city. */
    long count() {
        return audits.countDue(since());
    }

    private LocalDate since() {
        LocalDate today = LocalDate.now(clock);
        return today.minusMonths(rulebook.shippedOn(today, EVERY).whole());
    }
}
