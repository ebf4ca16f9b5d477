package cn.shequ.funding.donation;

import cn.shequ.funding.fund.FundPurpose;
import cn.shequ.funding.ledger.Category;
import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A donation that came in.
 *
 * @param boundTo what the donor allows it to be spent on, and nothing else
 * @param fund the fund of earlier donations bound in the same way; a new fund is opened when left out
 * @param bankReference the line of the bank's statement; unique in the ledger
 * @param anonymous whether the public list leaves the donor out altogether; else the name is masked
 * @param spendBy the last day on which it may be spent
 */
record NewDonation(
        @NotNull UUID ledger,
        @Nullable UUID fund,
        @NotNull FundPurpose purpose,
        @Nullable DivisionCode community,
        @NotNull @Size(min = 1, max = 20) List<@NotNull Category> boundTo,
        @NotNull @PositiveAmount Money amount,
        @NotNull LocalDate bookedOn,
        @NotBlank @Size(max = 64) String bankReference,
        @NotBlank @Size(max = 100) String donor,
        @NotNull Boolean anonymous,
        @NotNull LocalDate spendBy) {

    List<Category> bound() {
        return boundTo.stream().distinct().sorted().toList();
    }
}
