package cn.shequ.funding.expenditure;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.commitment.Drawdown;
import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes out of a fund (Art. 16): one person records it, others approve it, the cashier pays it.
 *
 * @param approvalsNeeded one, or two above the amount of {@code rule}
 * @param commitment binds payee, purpose and salt in the events, which show none of them
 * @param drawsOn the reservation whose money it takes; what is available when there is none
 * @param refunded what its payee paid back
 * @param communities for whom it is, as far as it names them; a pool's expenditure always does
 * @param payee null once the personal data are erased; the commitment stays
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Expenditure(
        UUID id,
        UUID ledger,
        UUID fund,
        DivisionCode division,
        @Nullable DivisionCode community,
        Category category,
        Money amount,
        LocalDate bookedOn,
        @Nullable String payee,
        @Nullable String purpose,
        @Nullable String salt,
        List<String> evidence,
        @Nullable UUID drawsOn,
        int approvalsNeeded,
        String rule,
        String commitment,
        ExpenditureStage stage,
        Money refunded,
        String madeBy,
        Instant madeAt,
        List<Taken> steps,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ForCommunity> communities) {

    /** One step that was taken. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Taken(
            ExpenditureStep step,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable UUID entry) {}

    /**
     * Where a step leads.
     *
     * @throws Refusal when it cannot be taken now, or not by this person: who took one part in it takes no other
     */
    public ExpenditureStage take(ExpenditureStep step, String person) {
        ExpenditureStage next = stage.after(step, approvalsNeeded)
                .orElseThrow(() -> Refusal.of(FundingProblem.EXPENDITURE_STAGE)
                        .with("stage", stage)
                        .with("wanted", step));
        if (madeBy.equals(person)) {
            throw samePerson("RECORDED", step);
        }
        steps.stream().filter(taken -> taken.by().equals(person)).findFirst().ifPresent(taken -> {
            throw samePerson(taken.step().name(), step);
        });
        return next;
    }

    /** The same expenditure when a step was taken, without asking the database for what is known. */
    Expenditure after(ExpenditureStage next, Taken taken) {
        List<Taken> all = new ArrayList<>(steps);
        all.add(taken);
        return new Expenditure(
                id,
                ledger,
                fund,
                division,
                community,
                category,
                amount,
                bookedOn,
                payee,
                purpose,
                salt,
                evidence,
                drawsOn,
                approvalsNeeded,
                rule,
                commitment,
                next,
                refunded,
                madeBy,
                madeAt,
                List.copyOf(all),
                communities);
    }

    @Nullable
    Drawdown drawdown() {
        return drawsOn == null ? null : new Drawdown(drawsOn, fund, amount, bookedOn);
    }

    private static Refusal samePerson(String done, ExpenditureStep wanted) {
        return Refusal.of(FundingProblem.SAME_PERSON).with("done", done).with("wanted", wanted);
    }
}
