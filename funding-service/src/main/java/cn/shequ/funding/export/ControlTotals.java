package cn.shequ.funding.export;

import cn.shequ.kit.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sums what is written while it is written, and says whether it fits together: what vouchers say in debit is what they
 * say in credit and what the balances moved; what was opened and what was closed sum to nothing.
 */
final class ControlTotals {

    private Money voucherDebit = Money.ZERO;
    private Money voucherCredit = Money.ZERO;
    private Money balanceDebit = Money.ZERO;
    private Money balanceCredit = Money.ZERO;
    private Money opening = Money.ZERO;
    private Money closing = Money.ZERO;
    private long postings;

    void take(BookLine line) {
        postings++;
        if (line.amount().isNegative()) {
            voucherCredit = voucherCredit.minus(line.amount());
        } else {
            voucherDebit = voucherDebit.plus(line.amount());
        }
    }

    void take(BookBalance balance) {
        if (!balance.reconciles()) {
            throw new IllegalStateException("opening, movement and closing differ: " + balance);
        }
        opening = opening.plus(balance.opening());
        closing = closing.plus(balance.closing());
        balanceDebit = balanceDebit.plus(balance.debit());
        balanceCredit = balanceCredit.plus(balance.credit());
    }

    /** @throws IllegalStateException when something does not fit: then no manifest is written and nobody is deceived */
    Map<String, Object> reconciled() {
        if (!voucherDebit.equals(voucherCredit)
                || !balanceDebit.equals(voucherDebit)
                || !balanceCredit.equals(voucherCredit)
                || !opening.isZero()
                || !closing.isZero()) {
            throw new IllegalStateException("the books do not reconcile: " + figures());
        }
        return figures();
    }

    private Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("postings", postings);
        figures.put("voucherDebit", voucherDebit);
        figures.put("voucherCredit", voucherCredit);
        figures.put("balanceDebit", balanceDebit);
        figures.put("balanceCredit", balanceCredit);
        figures.put("openingSum", opening);
        figures.put("closingSum", closing);
        return figures;
    }
}
