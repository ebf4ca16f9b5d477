package cn.shequ.funding.purchase;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What was agreed with the organisation that won (Art. 25): the amount of its bid, in milestones that add up to it.
 *
 * @param commitment the money reserved for it
 * @param document SHA-256 of the signed contract, in lower-case hexadecimal
 */
public record Contract(
        UUID id,
        UUID purchase,
        Money amount,
        UUID commitment,
        String document,
        LocalDate signedOn,
        Instant recordedAt,
        List<Milestone> milestones) {

    public Contract {
        milestones = List.copyOf(milestones);
    }

    Milestone milestone(int number) {
        return milestones.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    /** Every milestone was accepted and paid. */
    void requirePaidInFull() {
        long paid = milestones.stream().filter(Milestone::isPaid).count();
        if (paid < milestones.size()) {
            throw Refusal.of(FundingProblem.MILESTONES_NOT_PAID)
                    .with("milestones", milestones.size())
                    .with("paid", paid);
        }
    }

    /** No contract ends while somebody is paying for it. */
    void requireNoPaymentUnderWay() {
        milestones.stream()
                .filter(milestone -> milestone.expenditure() != null && !milestone.isPaid())
                .findFirst()
                .ifPresent(milestone -> {
                    throw Refusal.of(FundingProblem.PAYMENT_UNDER_WAY)
                            .with("number", milestone.number())
                            .with("expenditure", String.valueOf(milestone.expenditure()));
                });
    }

    /** The mean satisfaction with everything that was accepted, rounded down. */
    int satisfaction() {
        return (int) milestones.stream()
                .map(Milestone::satisfaction)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average()
                .orElse(0);
    }
}
