package cn.shequ.funding.purchase;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A demand to be planned; see {@link Purchase}. */
public record NewPurchase(
        @NotNull UUID item,
        @NotNull UUID fund,
        @NotNull DivisionCode division,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4000) String description,
        @NotNull @PositiveAmount Money budget,
        @NotNull Instant bidsDueAt,
        @NotNull @Size(min = 2, max = 20) List<@NotNull @Valid Criterion> criteria,
        @Nullable UUID retenders) {

    private static final int WHOLE = 100;

    /** The weights make 100; exactly one criterion is the price; no code comes twice. */
    void requireWeights() {
        int sum = criteria.stream().mapToInt(Criterion::weight).sum();
        long prices = criteria.stream().filter(each -> !each.isQuality()).count();
        long codes = criteria.stream().map(Criterion::code).distinct().count();
        if (sum != WHOLE || prices != 1 || codes != criteria.size()) {
            throw Refusal.of(FundingProblem.CRITERIA_NOT_WHOLE)
                    .with("sum", sum)
                    .with("prices", prices)
                    .with("codes", codes)
                    .with("criteria", criteria.size());
        }
    }
}
