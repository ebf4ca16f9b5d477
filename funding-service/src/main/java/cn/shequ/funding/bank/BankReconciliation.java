package cn.shequ.funding.bank;

import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The reconciliation statement (银行存款余额调节表) of a ledger's bank account at the end of a day: both balances, each
 * adjusted by what only the other side knows, agree.
 *
 * @param since the first day of the first statement; what was booked before lies in that statement's opening balance
 * @param receivedNotBooked 银行已收、账面未收
 * @param paidNotBooked 银行已付、账面未付
 * @param bookedNotReceived 账面已收、银行未收
 * @param bookedNotPaid 账面已付、银行未付
 * @param difference zero, else what books and bank already differed by when the first statement began
 */
public record BankReconciliation(
        UUID ledger,
        LocalDate since,
        LocalDate on,
        Money bookBalance,
        Money receivedNotBooked,
        Money paidNotBooked,
        Money adjustedBookBalance,
        Money bankBalance,
        Money bookedNotReceived,
        Money bookedNotPaid,
        Money adjustedBankBalance,
        Money difference) {

    /** The figures that stand on one side only, all of them positive or zero. */
    record Figures(
            Money bookBalance,
            Money bankBalance,
            Money receivedNotBooked,
            Money paidNotBooked,
            Money bookedNotReceived,
            Money bookedNotPaid) {}

    static BankReconciliation of(UUID ledger, LocalDate since, LocalDate on, Figures figures) {
        Money book = figures.bookBalance().plus(figures.receivedNotBooked()).minus(figures.paidNotBooked());
        Money bank = figures.bankBalance().plus(figures.bookedNotReceived()).minus(figures.bookedNotPaid());
        return new BankReconciliation(
                ledger,
                since,
                on,
                figures.bookBalance(),
                figures.receivedNotBooked(),
                figures.paidNotBooked(),
                book,
                figures.bankBalance(),
                figures.bookedNotReceived(),
                figures.bookedNotPaid(),
                bank,
                book.minus(bank));
    }
}
