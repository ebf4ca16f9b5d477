package cn.shequ.admission.placement;

import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a funding year of a placement costs, in CNY, and how far it is paid.
 *
 * @param obligation funding's obligation; null until funding has opened one
 * @param settledOn the day it was paid in full; null while it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FundingYear(
        @JsonIgnore UUID placementId,
        int fundingYear,
        Money workingFunds,
        Money labourFees,
        Money conditions,
        Money amountDue,
        LocalDate payBy,
        @Nullable UUID obligation,
        @Nullable LocalDate settledOn) {

    /** Whether money is still owed for this year. */
    boolean isOwed() {
        return settledOn == null && amountDue.isPositive();
    }
}
