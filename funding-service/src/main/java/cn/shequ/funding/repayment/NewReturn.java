package cn.shequ.funding.repayment;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Unspent money to go back: to the body that paid it, or to the donor of a donation.
 *
 * @param payee who paid the money in
 * @param donation whose donor gets it; instead of a payee
 */
record NewReturn(
        @NotNull UUID fund,
        @NotNull @PositiveAmount Money amount,
        @Nullable Payer payee,
        @Nullable UUID donation,
        @NotNull LocalDate bookedOn) {

    @AssertTrue(message = "either payee or donation")
    boolean isToOneGiver() {
        return (payee == null) != (donation == null);
    }
}
