package cn.shequ.funding.purchase;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A demand for services and what became of it (Art. 25). What stands here is public; who acted stands in its file.
 *
 * @param division whom it serves: a community, a subdistrict, a district
 * @param department the department that asks, when one does
 * @param bidsDueAt a bid that comes at this moment is late
 * @param leastSatisfaction from 0 to 100, below which a milestone is not accepted
 * @param retenders the failed purchase that this one tenders again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Purchase(
        UUID id,
        UUID item,
        UUID ledger,
        UUID fund,
        DivisionCode division,
        @Nullable String department,
        String title,
        String description,
        Money budget,
        Instant bidsDueAt,
        int leastSatisfaction,
        @Nullable UUID retenders,
        @JsonIgnore String plannedBy,
        Instant plannedAt,
        PurchaseStage stage,
        List<Criterion> criteria) {

    /** Where a step leads. */
    public PurchaseStage take(PurchaseStep step) {
        return stage.after(step).orElseThrow(() -> Refusal.of(FundingProblem.PURCHASE_STAGE)
                .with("stage", stage)
                .with("wanted", step));
    }

    public void requireStage(PurchaseStage wanted) {
        if (stage != wanted) {
            throw Refusal.of(FundingProblem.PURCHASE_STAGE).with("stage", stage).with("wanted", wanted);
        }
    }

    /** Demanding is one person's part; evaluating and awarding are others' (不相容岗位分离). */
    public void requireOtherThanDemander(String person) {
        if (plannedBy.equals(person)) {
            throw Refusal.of(FundingProblem.DEMANDER_MAY_NOT).with("purchase", id);
        }
    }

    /** Until the deadline nobody reads what a bid says. */
    public void requireUnsealed(Instant now) {
        if (now.isBefore(bidsDueAt)) {
            throw Refusal.of(FundingProblem.BIDS_STILL_SEALED)
                    .with("bidsDueAt", bidsDueAt)
                    .with("now", now);
        }
    }

    /** From the deadline on no bid comes in and none is taken back. */
    public void requireBeforeDeadline(Instant now) {
        if (!now.isBefore(bidsDueAt)) {
            throw tooLate(now);
        }
    }

    Refusal tooLate(Instant now) {
        return Refusal.of(FundingProblem.BID_TOO_LATE)
                .with("bidsDueAt", bidsDueAt)
                .with("receivedAt", now);
    }

    List<Criterion> quality() {
        return criteria.stream().filter(Criterion::isQuality).toList();
    }
}
