package cn.shequ.funding.expenditure;

import cn.shequ.funding.fund.Fund;
import java.util.UUID;

/**
 * An expenditure that can be recorded.
 *
 * @param approvalsNeeded one, or two above the amount of {@code rule}
 * @param commitment binds payee, purpose and salt in the events, which show none of them
 */
record CheckedExpenditure(
        UUID id,
        Fund fund,
        NewExpenditure wanted,
        int approvalsNeeded,
        String rule,
        String commitment,
        byte[] salt,
        String madeBy) {

    UUID ledger() {
        return fund.ledger();
    }
}
