package cn.shequ.funding.violation;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the service found by itself: a signal, and no violation until a person confirms it (Art. 16).
 *
 * @param subject the obligation, fund or attempt it is about
 * @param occurrence which time it was, from 0, of an obligation that was late, was settled and is owed again
 * @param division the division that keeps the ledger
 * @param payer who has to answer for it; null for the division that keeps the ledger
 * @param amountOwed what should have been, in CNY: owed by the day, or zero where nothing was allowed
 * @param amountActual what was, in CNY: paid by the day, or what somebody tried to spend
 */
public record Suspicion(
        ViolationKind kind,
        UUID subject,
        int occurrence,
        UUID ledger,
        DivisionCode division,
        @Nullable DivisionCode community,
        @Nullable Payer payer,
        Money amountOwed,
        Money amountActual,
        LocalDate foundOn) {

    /** Who has to answer for it. */
    public Payer body() {
        return Objects.requireNonNullElseGet(payer, () -> Payer.financeOf(division));
    }
}
