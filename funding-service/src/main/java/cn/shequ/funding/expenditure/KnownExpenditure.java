package cn.shequ.funding.expenditure;

import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** An expenditure that an earlier batch recorded under a reference of its sender. */
record KnownExpenditure(
        UUID id, UUID ledger, String reference, UUID fund, Category category, Money amount, LocalDate bookedOn) {

    /** The same spending: to send it again is a repetition and no mistake. */
    boolean isSameAs(ExpenditureLine wanted) {
        return fund.equals(wanted.fund())
                && category == wanted.category()
                && amount.equals(wanted.amount())
                && bookedOn.equals(wanted.bookedOn());
    }
}
