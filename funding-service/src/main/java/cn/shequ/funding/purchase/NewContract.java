package cn.shequ.funding.purchase;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A contract to be recorded; see {@link Contract}.
 *
 * @param milestones in the order in which they fall due
 */
public record NewContract(
        @NotNull LocalDate signedOn,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String document,
        @NotNull @Size(min = 1, max = 60) List<@NotNull @Valid NewMilestone> milestones) {

    /** One part of it. */
    public record NewMilestone(
            @NotBlank @Size(max = 200) String title,
            @NotNull @PositiveAmount Money amount,
            @NotNull LocalDate dueOn) {}

    /** To the fen the amount of the bid; each due after the one before, from the signature to the fund's last day. */
    void requireFor(Money amount, LocalDate spendBy) {
        Money sum = milestones.stream().map(NewMilestone::amount).reduce(Money.ZERO, Money::plus);
        LocalDate before = signedOn;
        boolean inOrder = true;
        for (NewMilestone milestone : milestones) {
            inOrder &= !milestone.dueOn().isBefore(before) && !milestone.dueOn().isAfter(spendBy);
            before = milestone.dueOn();
        }
        if (!inOrder || !sum.equals(amount)) {
            throw Refusal.of(FundingProblem.MILESTONES_NOT_CONTRACT)
                    .with("sum", sum)
                    .with("amount", amount)
                    .with("signedOn", signedOn)
                    .with("spendBy", spendBy);
        }
    }
}
