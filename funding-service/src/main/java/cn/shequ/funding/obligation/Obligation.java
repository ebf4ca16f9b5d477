package cn.shequ.funding.obligation;

import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody owes an amount in CNY to a fund by a day (Art. 5, 11, 15).
 *
 * @param division the division that keeps the ledger
 * @param paid what receipts have settled of it
 * @param cancelled what is not due any more; all that was outstanding when the decision came
 * @param occurrence how many times it was owed again after it had been late or short and was settled
 * @param owedAgainOn since when it is owed again in this occurrence; null in the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Obligation(
        UUID id,
        UUID ledger,
        UUID fund,
        DivisionCode division,
        @Nullable DivisionCode community,
        Payer payer,
        ObligationOrigin origin,
        UUID originReference,
        Share share,
        int fundingYear,
        Money amountDue,
        LocalDate dueOn,
        Instant openedAt,
        Money paid,
        Money cancelled,
        @JsonIgnore int occurrence,
        @Nullable LocalDate owedAgainOn) {

    /** The oldest due first, then by the community's code (the fund's own division where it has none), then by id. */
    public static final Comparator<Obligation> OLDEST_DUE_FIRST = Comparator.comparing(Obligation::dueOn)
            .thenComparing(obligation -> Objects.requireNonNullElse(obligation.community(), obligation.division()))
            .thenComparing(Obligation::id);

    @JsonProperty
    public Money outstanding() {
        return amountDue.minus(paid).minus(cancelled);
    }

    /** The same after more was paid of it. */
    public Obligation paying(Money amount) {
        return new Obligation(
                id,
                ledger,
                fund,
                division,
                community,
                payer,
                origin,
                originReference,
                share,
                fundingYear,
                amountDue,
                dueOn,
                openedAt,
                paid.plus(amount),
                cancelled,
                occurrence,
                owedAgainOn);
    }

    @JsonProperty
    public ObligationStatus status() {
        if (outstanding().isZero()) {
            return cancelled.isZero() ? ObligationStatus.SETTLED : ObligationStatus.CANCELLED;
        }
        return paid.isZero() ? ObligationStatus.OPEN : ObligationStatus.PARTLY_PAID;
    }
}
