package cn.shequ.funding.receipt;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.ledger.Posting;
import cn.shequ.kit.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * How money that came in is booked: into the bank account and to the funds it is for. What the payer owed a fund because
 * an earlier payment bounced is made good first; that much was spent long ago and does not become available.
 */
final class ReceiptBooking {

    private ReceiptBooking() {}

    /**
     * @param byFund what each fund gets, every amount positive
     * @param receivable what the payer owes back to a fund
     */
    static List<Posting> postings(Payer payer, SortedMap<UUID, Money> byFund, Map<UUID, Money> receivable) {
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.bank(Money.sum(byFund.values())));
        byFund.forEach((fund, amount) -> {
            Money madeGood = receivable.getOrDefault(fund, Money.ZERO).min(amount);
            Money available = amount.minus(madeGood);
            if (madeGood.isPositive()) {
                postings.add(Posting.receivable(fund, payer, madeGood.negated()));
            }
            if (available.isPositive()) {
                postings.add(Posting.available(fund, available.negated()));
            }
        });
        return postings;
    }
}
