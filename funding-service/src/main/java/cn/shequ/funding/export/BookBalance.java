package cn.shequ.funding.export;

import cn.shequ.kit.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one account held before and after, and what moved in between; balances debit positive, credit negative. The
 * closing balance is summed by itself, so that it can be compared.
 */
record BookBalance(
        String account,
        @Nullable UUID fund,
        @Nullable String category,
        @Nullable String payer,
        Money opening,
        Money debit,
        Money credit,
        Money closing) {

    boolean reconciles() {
        return opening.plus(debit).minus(credit).equals(closing);
    }
}
