package cn.shequ.funding.purchase;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a contract that is accepted and paid by itself.
 *
 * @param satisfaction what the community last said of it, 0 to 100
 * @param accepted whether that was enough
 * @param expenditure what pays it, as long as that was neither rejected nor withdrawn
 * @param paidOn the day on which the bank account paid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Milestone(
        int number,
        String title,
        Money amount,
        LocalDate dueOn,
        @Nullable Integer satisfaction,
        boolean accepted,
        @Nullable Instant assessedAt,
        @Nullable UUID expenditure,
        @Nullable LocalDate paidOn) {

    boolean isPaid() {
        return paidOn != null;
    }

    void requireNotAccepted() {
        if (accepted) {
            throw Refusal.of(FundingProblem.MILESTONE_ALREADY_ACCEPTED).with("number", number);
        }
    }

    /** Nothing is paid before the community accepted it, and nothing twice. */
    void requirePayable() {
        if (!accepted) {
            throw Refusal.of(FundingProblem.MILESTONE_NOT_ACCEPTED)
                    .with("number", number)
                    .with("amount", amount)
                    .with("satisfaction", satisfaction == null ? "-" : satisfaction);
        }
        if (expenditure != null) {
            throw Refusal.of(FundingProblem.MILESTONE_ALREADY_PAID)
                    .with("number", number)
                    .with("expenditure", expenditure);
        }
    }
}
