package cn.shequ.funding.balance;

import cn.shequ.funding.ledger.Account;
import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a fund held (Art. 16), in CNY.
 *
 * @param received all that ever came in and was not taken back: available, reserved, committed, applied and payable
 *     together, less what is receivable
 * @param payable owed back to who gave it
 * @param spent by category
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FundBalance(
        UUID fund,
        LocalDate bookedOn,
        @Nullable Long knownAt,
        Money received,
        Money available,
        Money reserved,
        Money committed,
        Money applied,
        Money payable,
        Money receivable,
        SortedMap<Category, Money> spent) {

    /** The sum of one account's postings, per category where the account has them; debit positive. */
    public record Sum(Account account, @Nullable Category category, Money amount) {}

    static FundBalance of(UUID fund, AsOf asOf, List<Sum> sums) {
        Money available = total(sums, Account.AVAILABLE).negated();
        Money reserved = total(sums, Account.RESERVED).negated();
        Money payable = total(sums, Account.PAYABLE).negated();
        Money committed = total(sums, Account.COMMITTED).negated();
        Money applied = total(sums, Account.APPLIED).negated();
        Money receivable = total(sums, Account.RECEIVABLE);
        SortedMap<Category, Money> spent = new TreeMap<>();
        for (Sum sum : sums) {
            if (sum.category() != null && !sum.amount().isZero()) {
                spent.put(sum.category(), sum.amount());
            }
        }
        return new FundBalance(
                fund,
                asOf.bookedOn(),
                asOf.knownAt(),
                available
                        .plus(reserved)
                        .plus(committed)
                        .plus(applied)
                        .plus(payable)
                        .minus(receivable),
                available,
                reserved,
                committed,
                applied,
                payable,
                receivable,
                spent);
    }

    private static Money total(List<Sum> sums, Account account) {
        return Money.sum(sums.stream()
                .filter(sum -> sum.account() == account)
                .map(Sum::amount)
                .toList());
    }
}
