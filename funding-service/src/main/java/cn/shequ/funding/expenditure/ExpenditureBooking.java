package cn.shequ.funding.expenditure;

import cn.shequ.funding.ledger.Category;
import cn.shequ.funding.ledger.Posting;
import cn.shequ.kit.money.Money;
import java.util.List;
import java.util.UUID;

/** How money that goes out is booked. */
public final class ExpenditureBooking {

    private ExpenditureBooking() {}

    /** Approved: available becomes committed, or reserved does where the expenditure draws on a reservation. */
    public static List<Posting> commitment(UUID fund, Money amount, boolean fromReserved) {
        Posting source = fromReserved ? Posting.reserved(fund, amount) : Posting.available(fund, amount);
        return List.of(source, Posting.committed(fund, amount.negated()));
    }

    /** Paid: the bank account pays for the category, and committed becomes applied. */
    public static List<Posting> payment(UUID fund, Category category, Money amount) {
        return List.of(
                Posting.spent(fund, category, amount),
                Posting.bank(amount.negated()),
                Posting.committed(fund, amount),
                Posting.applied(fund, amount.negated()));
    }
}
