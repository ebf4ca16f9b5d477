package cn.shequ.funding.repayment;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.ledger.Payer;
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
 * Unspent money of a fund, in CNY, that goes back to who gave it (Art. 16): one person records it, another approves it, the
 * cashier pays it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FundReturn(
        UUID id,
        UUID ledger,
        UUID fund,
        DivisionCode division,
        @Nullable DivisionCode community,
        Money amount,
        @Nullable Payer payee,
        @Nullable UUID donation,
        ReturnReason reason,
        LocalDate bookedOn,
        String madeBy,
        Instant madeAt,
        ReturnStage stage,
        List<Taken> steps) {

    /** One step that was taken. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Taken(
            ReturnStep step,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable UUID entry) {}

    /** @throws Refusal when the step cannot be taken now */
    public void require(ReturnStep step) {
        if (stage.after(step).isEmpty()) {
            throw Refusal.of(FundingProblem.RETURN_STAGE).with("stage", stage).with("wanted", step);
        }
    }

    /** @throws Refusal when the step cannot be taken now, or not by this person: who took one part takes no other */
    void require(ReturnStep step, String person) {
        require(step);
        if (madeBy.equals(person)) {
            throw samePerson(ReturnStage.RECORDED.name(), step);
        }
        steps.stream().filter(taken -> taken.by().equals(person)).findFirst().ifPresent(taken -> {
            throw samePerson(taken.step().name(), step);
        });
    }

    private static Refusal samePerson(String done, ReturnStep wanted) {
        return Refusal.of(FundingProblem.SAME_PERSON).with("done", done).with("wanted", wanted);
    }
}
