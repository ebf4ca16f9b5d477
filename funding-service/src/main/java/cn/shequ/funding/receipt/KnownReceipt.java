package cn.shequ.funding.receipt;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** A line of the bank that is booked already. */
record KnownReceipt(UUID id, UUID ledger, String bankReference, Payer payer, Money amount, LocalDate bookedOn) {

    /** The same money: to send it again is a repetition and no mistake. */
    boolean isSameAs(NewReceipt wanted) {
        return payer.equals(wanted.payer()) && amount.equals(wanted.amount()) && bookedOn.equals(wanted.bookedOn());
    }
}
