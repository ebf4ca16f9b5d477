package cn.shequ.funding.disclosure;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import java.util.List;
import java.util.function.Predicate;

/** What a disclosure would say now. */
public record DisclosureDraft(
        DivisionCode community,
        Period period,
        long logSize,
        Money opening,
        List<DisclosureLine> lines,
        List<OverdueObligation> overdue) {

    public Money moneyIn() {
        return sum(Money::isPositive);
    }

    public Money moneyOut() {
        return sum(amount -> !amount.isPositive()).negated();
    }

    public Money closing() {
        return opening.plus(moneyIn()).minus(moneyOut());
    }

    private Money sum(Predicate<Money> which) {
        return Money.sum(
                lines.stream().map(DisclosureLine::amount).filter(which).toList());
    }

    /** A community that never had money, nor was owed any, discloses nothing. */
    boolean saysSomething() {
        return !opening.isZero() || !lines.isEmpty() || !overdue.isEmpty();
    }

    /**
     * Whether what was published says the same. Entries are only ever added, so another line shows in their number.
     *
     * @param publishedOverdue the obligations of what was published
     */
    boolean agreesWith(Disclosure published, List<OverdueObligation> publishedOverdue) {
        return published.opening().equals(opening)
                && published.movements() == lines.size()
                && published.closing().equals(closing())
                && publishedOverdue.equals(overdue);
    }
}
