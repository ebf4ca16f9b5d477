package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.ledger.model.Document.Stage.APPROVED;
import static cn.shequ.funding.ledger.model.Document.Stage.CAME_BACK;
import static cn.shequ.funding.ledger.model.Document.Stage.PAID;
import static cn.shequ.funding.ledger.model.Document.Stage.WITHDRAWN;

import java.time.LocalDate;

/** What is paid once it is approved; a payment may come back, and then what was set aside for it is freed. */
abstract class Payable extends Document {

    final FundModel fund;
    private LocalDate lastBooked;

    Payable(LedgerModel ledger, FundModel fund, long amount, LocalDate bookedOn, String madeBy, String wrongStage) {
        super(ledger, amount, bookedOn, madeBy, wrongStage);
        this.fund = fund;
        this.lastBooked = bookedOn;
    }

    /** Sets the money aside. */
    final void setAside(String by) {
        take(by, APPROVED);
        ledger.book(bookedOn, this::withdraw, () -> is(CAME_BACK));
    }

    final void pay(LocalDate day, String by) {
        require(APPROVED);
        requireOther(by);
        ledger.days.require(day);
        Refused.when(day.isBefore(bookedOn), "booked-too-early");
        requirePayable();
        take(by, PAID);
        lastBooked = day;
        paid(day, amount);
        ledger.book(day, this::comeBack, () -> is(PAID));
    }

    private void comeBack(LocalDate day) {
        require(PAID);
        requireNotBefore(day);
        requireWholeBack(day);
        paid(day, -amount);
        lastBooked = day;
        become(CAME_BACK);
    }

    /** Released before the payment came back, money would be available and paid at once. */
    private void withdraw(LocalDate day) {
        require(APPROVED, CAME_BACK);
        requireNotBefore(day);
        freed(day);
        become(WITHDRAWN);
    }

    private void requireNotBefore(LocalDate day) {
        Refused.when(day.isBefore(lastBooked), "booked-too-early");
    }

    void requirePayable() {
        fund.requireCash(amount);
    }

    void requireWholeBack(LocalDate day) {
        // Nothing of a return comes back but the whole.
    }

    /** Paid, or back with a negative amount. */
    abstract void paid(LocalDate day, long amount);

    abstract void freed(LocalDate day);
}
