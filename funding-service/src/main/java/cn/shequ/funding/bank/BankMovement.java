package cn.shequ.funding.bank;

import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An entry that moves the bank account.
 *
 * @param document the receipt or expenditure it books
 * @param amount what came in, positive, or went out, negative, in CNY
 * @param madeBy who booked it: a payment is made by the cashier
 */
public record BankMovement(
        UUID entry, UUID ledger, EntryKind kind, UUID document, LocalDate bookedOn, Money amount, String madeBy) {

    /** 出纳不得兼任对账: who paid it does not reconcile it. */
    boolean wasPaidBy(String person) {
        return (kind == EntryKind.PAYMENT || kind == EntryKind.RETURN_PAYMENT) && madeBy.equals(person);
    }
}
