package cn.shequ.funding.expenditure;

import cn.shequ.funding.fund.Fund;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expenditure that can be recorded.
 *
 * @param approvalsNeeded one, or two above the amount of {@code rule}
 * @param reference the sender's own name of it; none when it came alone
 * @param commitment binds payee, purpose and salt in the events, which show none of them
 */
record CheckedExpenditure(
        UUID id,
        Fund fund,
        NewExpenditure wanted,
        @Nullable String reference,
        int approvalsNeeded,
        String rule,
        String commitment,
        byte[] salt,
        String madeBy) {

    UUID ledger() {
        return fund.ledger();
    }

    CheckedExpenditure named(String name) {
        return new CheckedExpenditure(id, fund, wanted, name, approvalsNeeded, rule, commitment, salt, madeBy);
    }
}
