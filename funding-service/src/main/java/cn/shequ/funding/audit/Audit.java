package cn.shequ.funding.audit;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An audit of a ledger over a period, both days included (Art. 16).
 *
 * @param seed what the sample follows from, with {@code logSize}; see {@link AuditSeed}
 * @param logSize the sample is drawn among the entries of the first so many events
 * @param population how many entries it was drawn among
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Audit(
        UUID id,
        UUID ledger,
        DivisionCode division,
        LocalDate periodFrom,
        LocalDate periodTo,
        int sampleSize,
        String plannedBy,
        Instant plannedAt,
        AuditStage stage,
        @Nullable String seed,
        @Nullable Long logSize,
        @Nullable Integer population,
        @Nullable LocalDate closedOn,
        int findings,
        int openFindings) {

    /** @throws Refusal when the step cannot be taken now; an audit with open findings does not close */
    void require(AuditStep step) {
        if (stage.after(step).isEmpty()) {
            throw wrongStage(step.name());
        }
        if (step == AuditStep.CLOSED && openFindings > 0) {
            throw Refusal.of(FundingProblem.FINDINGS_OPEN).with("open", openFindings);
        }
    }

    /** @throws Refusal when vouchers cannot be read, or findings raised, any more or yet */
    void requireUnderWay(String wanted) {
        if (stage != AuditStage.DRAWN) {
            throw wrongStage(wanted);
        }
    }

    private Refusal wrongStage(String wanted) {
        return Refusal.of(FundingProblem.AUDIT_STAGE).with("stage", stage).with("wanted", wanted);
    }
}
