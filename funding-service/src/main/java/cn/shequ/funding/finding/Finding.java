package cn.shequ.funding.finding;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the books said when a deadline had passed (Art. 16). It is made once per occurrence and never changed; whether it is a
 * violation a person decides.
 *
 * @param obligation what was late or short; none where money of a pool was withheld
 * @param occurrence how many times the obligation was owed again after it had been found late or short and was settled
 * @param payer who had to pay, or to pass the money on
 * @param amountOwed what was owed, in CNY; of a pool what it had received
 * @param amountActual what of it was paid, or passed on, by the deadline
 * @param deadline the due day, or the day since which it was owed again, or the next business day
 * @param provisional whether the holidays of the deadline's year were not announced yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        UUID id,
        FindingKind kind,
        @Nullable UUID obligation,
        int occurrence,
        UUID ledger,
        UUID fund,
        DivisionCode division,
        @Nullable DivisionCode community,
        Payer payer,
        Money amountOwed,
        Money amountActual,
        LocalDate dueOn,
        LocalDate deadline,
        boolean provisional,
        LocalDate foundOn) {

    @JsonProperty
    public Money missing() {
        return amountOwed.minus(amountActual);
    }
}
