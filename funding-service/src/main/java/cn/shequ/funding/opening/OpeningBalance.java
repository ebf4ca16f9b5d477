package cn.shequ.funding.opening;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.funding.ledger.Posting;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger begins with (期初余额, Art. 16), in CNY.
 *
 * @param bankBalance what the bank states for that day; the funds hold exactly as much together
 * @param evidence SHA-256 digest of the bank's statement
 * @param decidedBy who approved or rejected it, another person than who recorded it
 * @param entry the entry that books it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpeningBalance(
        UUID id,
        UUID ledger,
        DivisionCode division,
        LocalDate bookedOn,
        Money bankBalance,
        String evidence,
        List<Held> funds,
        OpeningStage stage,
        String madeBy,
        Instant madeAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable UUID entry) {

    /** What one fund holds, in CNY. */
    public record Held(
            @NotNull UUID fund, @NotNull @PositiveAmount Money amount) {}

    static Money total(List<Held> funds) {
        return Money.sum(funds.stream().map(Held::amount).toList());
    }

    /** @throws Refusal when it was decided already, or by who recorded it */
    void requireDecidableBy(String person, OpeningStage wanted) {
        if (!stage.isOpen()) {
            throw Refusal.of(FundingProblem.OPENING_BALANCE_STAGE)
                    .with("stage", stage)
                    .with("wanted", wanted);
        }
        if (madeBy.equals(person)) {
            throw Refusal.of(FundingProblem.SAME_PERSON)
                    .with("done", OpeningStage.RECORDED)
                    .with("wanted", wanted);
        }
    }

    List<Posting> postings() {
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.bank(bankBalance));
        funds.forEach(held ->
                postings.add(Posting.available(held.fund(), held.amount().negated())));
        return postings;
    }
}
