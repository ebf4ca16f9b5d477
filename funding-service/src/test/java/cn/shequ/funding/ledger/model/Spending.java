package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.ledger.model.Document.Stage.APPROVED_ONCE;
import static cn.shequ.funding.ledger.model.Document.Stage.PAID;
import static cn.shequ.funding.ledger.model.Document.Stage.RECORDED;
import static cn.shequ.funding.ledger.model.FundModel.Pot.AVAILABLE;
import static cn.shequ.funding.ledger.model.FundModel.Pot.COMMITTED;
import static cn.shequ.funding.ledger.model.FundModel.Pot.RESERVED;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An expenditure, from what is available or from a reservation; its payee may pay back some of it or all. */
final class Spending extends Payable {

    private static final long SECOND_APPROVER_ABOVE = 5_000_000;

    private final @Nullable Reservation drawsOn;
    private final Daily withPayee = new Daily();

    private Spending(
            LedgerModel ledger, FundModel fund, LocalDate day, long amount, @Nullable Reservation drawsOn, String by) {
        super(ledger, fund, amount, day, by, "expenditure-stage");
        this.drawsOn = drawsOn;
    }

    static void record(
            LedgerModel ledger,
            FundModel fund,
            LocalDate day,
            long amount,
            String category,
            @Nullable Reservation drawsOn,
            String by) {
        Refused.when(!fund.terms.categories().contains(category), "diversion-attempted");
        ledger.days.require(day);
        Refused.when(day.isAfter(fund.terms.spendBy()), "spend-by-passed");
        Spending spending = new Spending(ledger, fund, day, amount, drawsOn, by);
        spending.requireMoney();
        ledger.documents.add(spending);
    }

    private void requireMoney() {
        if (drawsOn == null) {
            fund.requireAvailable(bookedOn, amount);
        } else {
            drawsOn.requireDrawable(fund, bookedOn, amount);
        }
    }

    @Override
    void approve(String by) {
        require(RECORDED, APPROVED_ONCE);
        requireOther(by);
        if (is(RECORDED) && amount > SECOND_APPROVER_ABOVE) {
            take(by, APPROVED_ONCE);
            return;
        }
        ledger.days.require(bookedOn);
        requireMoney();
        setAside(by);
        fund.move(bookedOn, amount, drawsOn == null ? AVAILABLE : RESERVED, COMMITTED);
        if (drawsOn != null) {
            drawsOn.draw(bookedOn, amount);
        }
    }

    @Override
    void paid(LocalDate day, long amount) {
        fund.spend(day, amount);
        withPayee.add(day, amount);
    }

    /** Some of it came back already: then only refunds are taken back. */
    @Override
    void requireWholeBack(LocalDate day) {
        Refused.when(withPayee.total() < amount, "payment-refunded");
        Refused.when(withPayee.leastFrom(day) < amount, "booked-too-early");
    }

    /** To its reservation while that is in force. */
    @Override
    void freed(LocalDate day) {
        boolean reserved = drawsOn != null && drawsOn.isInForce();
        fund.move(day, amount, COMMITTED, reserved ? RESERVED : AVAILABLE);
        if (reserved) {
            drawsOn.giveBack(day, amount);
        }
    }

    void refund(LocalDate day, long back, String bankLine) {
        require(PAID);
        Refused.when(back > withPayee.total(), "refunds-more-than-paid");
        ledger.days.require(day);
        Refused.when(back > withPayee.leastFrom(day), "booked-too-early");
        ledger.claim(bankLine);
        fund.refund(day, back);
        withPayee.add(day, -back);
        ledger.book(day, undone -> {
            fund.requireAvailable(undone, back);
            fund.refund(undone, -back);
            withPayee.add(undone, back);
        });
    }

    long withPayee() {
        return withPayee.total();
    }
}
