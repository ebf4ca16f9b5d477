package cn.shequ.funding.reversal;

import cn.shequ.funding.ledger.Account;
import cn.shequ.funding.ledger.EntryView;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.ledger.Posting;
import cn.shequ.kit.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How an entry is taken back. A receipt that bounced takes from each fund what is still available; what was spent of it
 * becomes receivable from the payer, so that available never falls below zero.
 */
final class OppositeBooking {

    private OppositeBooking() {}

    static List<Posting> of(List<EntryView.Line> postings) {
        return postings.stream().map(OppositeBooking::opposite).toList();
    }

    private static Posting opposite(EntryView.Line line) {
        return new Posting(line.account(), line.fund(), line.category(), line.payer(), line.amount()).opposite();
    }

    /** Every fund that is posted. */
    static Set<UUID> funds(List<Posting> postings) {
        Set<UUID> funds = new TreeSet<>();
        postings.forEach(posting -> {
            if (posting.fund() != null) {
                funds.add(posting.fund());
            }
        });
        return funds;
    }

    /** How much each fund must still have available. */
    static Map<UUID, Money> takenFromAvailable(List<Posting> postings) {
        Map<UUID, Money> taken = new TreeMap<>();
        postings.stream()
                .filter(posting -> posting.account() == Account.AVAILABLE
                        && posting.amount().isPositive())
                .forEach(posting -> taken.merge(Objects.requireNonNull(posting.fund()), posting.amount(), Money::plus));
        return taken;
    }

    /** What the receipt brought to each fund, in the order of funds. */
    static Map<UUID, Money> broughtTo(List<EntryView.Line> postings) {
        Map<UUID, Money> brought = new TreeMap<>();
        postings.stream()
                .filter(line -> line.account() != Account.BANK)
                .forEach(line -> brought.merge(
                        Objects.requireNonNull(line.fund()), line.amount().negated(), Money::plus));
        return brought;
    }

    /** @param available what may be taken from each fund */
    static List<Posting> ofReceipt(Payer payer, Map<UUID, Money> brought, Map<UUID, Money> available) {
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.bank(Money.sum(brought.values()).negated()));
        brought.forEach((fund, amount) -> {
            Money taken = available.getOrDefault(fund, Money.ZERO).min(amount);
            Money shortfall = amount.minus(taken);
            if (taken.isPositive()) {
                postings.add(Posting.available(fund, taken));
            }
            if (shortfall.isPositive()) {
                postings.add(Posting.receivable(fund, payer, shortfall));
            }
        });
        return postings;
    }
}
