package cn.shequ.funding.ledger;

import cn.shequ.kit.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry.
 *
 * @param fund whose money it is; none for the bank account
 * @param category what it was spent on; for {@link Account#SPENT} only
 * @param payer who owes it; for {@link Account#RECEIVABLE} only
 * @param amount debit positive, credit negative, never zero
 */
public record Posting(
        Account account,
        @Nullable UUID fund,
        @Nullable Category category,
        @Nullable Payer payer,
        Money amount) {

    public Posting {
        if (amount.isZero()) {
            throw new IllegalArgumentException("a posting of nothing");
        }
        if ((account == Account.BANK) != (fund == null)
                || (account == Account.SPENT) != (category != null)
                || (account == Account.RECEIVABLE) != (payer != null)) {
            throw new IllegalArgumentException("what " + account + " needs is missing, or there is too much");
        }
    }

    public static Posting bank(Money amount) {
        return new Posting(Account.BANK, null, null, null, amount);
    }

    public static Posting receivable(UUID fund, Payer payer, Money amount) {
        return new Posting(Account.RECEIVABLE, fund, null, payer, amount);
    }

    public static Posting available(UUID fund, Money amount) {
        return new Posting(Account.AVAILABLE, fund, null, null, amount);
    }

    public static Posting reserved(UUID fund, Money amount) {
        return new Posting(Account.RESERVED, fund, null, null, amount);
    }

    public static Posting committed(UUID fund, Money amount) {
        return new Posting(Account.COMMITTED, fund, null, null, amount);
    }

    public static Posting applied(UUID fund, Money amount) {
        return new Posting(Account.APPLIED, fund, null, null, amount);
    }

    public static Posting spent(UUID fund, Category category, Money amount) {
        return new Posting(Account.SPENT, fund, category, null, amount);
    }

    public static Posting payable(UUID fund, Money amount) {
        return new Posting(Account.PAYABLE, fund, null, null, amount);
    }

    /** The same in {@link Account#AVAILABLE} where it is in {@link Account#RESERVED}. */
    public Posting availableInsteadOfReserved() {
        return account == Account.RESERVED ? new Posting(Account.AVAILABLE, fund, category, payer, amount) : this;
    }

    public Posting opposite() {
        return new Posting(account, fund, category, payer, amount.negated());
    }
}
