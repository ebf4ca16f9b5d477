package cn.shequ.funding.commitment;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money of a fund, in CNY, reserved until a day (Art. 16): one person proposes it, another approves it.
 *
 * @param until the last day on which it may be used
 * @param reference what it is for, a contract for instance
 * @param remaining what expenditures may still draw on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Commitment(
        UUID id,
        UUID ledger,
        UUID fund,
        DivisionCode division,
        @Nullable DivisionCode community,
        Money amount,
        Money remaining,
        LocalDate bookedOn,
        LocalDate until,
        @Nullable UUID reference,
        CommitmentStage stage,
        String madeBy,
        Instant madeAt,
        List<Taken> steps) {

    /** One step that was taken. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Taken(
            CommitmentStep step,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable UUID entry) {}

    /** @throws Refusal when the step cannot be taken now */
    void require(CommitmentStep step) {
        if (stage.after(step).isEmpty()) {
            throw Refusal.of(FundingProblem.COMMITMENT_STAGE)
                    .with("commitment", id)
                    .with("stage", stage)
                    .with("wanted", step);
        }
    }

    /** @throws Refusal when who proposed it would decide it (不相容岗位分离) */
    void requireOtherThanMaker(String person, CommitmentStep step) {
        if (madeBy.equals(person)) {
            throw Refusal.of(FundingProblem.SAME_PERSON)
                    .with("done", CommitmentStage.PROPOSED)
                    .with("wanted", step);
        }
    }

    /** @throws Refusal when the money cannot be drawn: of another fund, over, after its last day, or less than that */
    void requireDrawable(UUID ofFund, Money wanted, LocalDate on) {
        if (!fund.equals(ofFund)) {
            throw Refusal.of(FundingProblem.COMMITMENT_OF_OTHER_FUND)
                    .with("commitment", id)
                    .with("fundOfCommitment", fund)
                    .with("fund", ofFund);
        }
        require(CommitmentStep.USED_UP);
        requireInForce(until, on);
        if (wanted.compareTo(remaining) > 0) {
            throw Refusal.of(FundingProblem.COMMITMENT_EXCEEDED)
                    .with("commitment", id)
                    .with("required", wanted)
                    .with("remaining", remaining);
        }
    }

    static void requireInForce(LocalDate until, LocalDate on) {
        if (on.isAfter(until)) {
            throw Refusal.of(FundingProblem.COMMITMENT_EXPIRED)
                    .with("until", until)
                    .with("day", on);
        }
    }
}
