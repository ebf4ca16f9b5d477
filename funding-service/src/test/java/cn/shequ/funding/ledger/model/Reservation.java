package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.ledger.model.Document.Stage.APPROVED;
import static cn.shequ.funding.ledger.model.Document.Stage.OVER;
import static cn.shequ.funding.ledger.model.Document.Stage.RECORDED;
import static cn.shequ.funding.ledger.model.FundModel.Pot.AVAILABLE;
import static cn.shequ.funding.ledger.model.FundModel.Pot.RESERVED;

import java.time.LocalDate;

/** Money of a fund reserved until a day: used, released or expired, and then never used again. */
final class Reservation extends Document {

    final FundModel fund;
    private final LocalDate until;
    private final Daily left = new Daily();

    private Reservation(LedgerModel ledger, FundModel fund, LocalDate day, LocalDate until, long amount, String by) {
        super(ledger, amount, day, by, "commitment-stage");
        this.fund = fund;
        this.until = until;
    }

    static void propose(LedgerModel ledger, FundModel fund, LocalDate day, LocalDate until, long amount, String by) {
        ledger.days.require(day);
        Refused.when(until.isBefore(ledger.days.today), "commitment-expired");
        Refused.when(until.isAfter(fund.terms.spendBy()), "commitment-beyond-fund");
        fund.requireAvailable(day, amount);
        ledger.documents.add(new Reservation(ledger, fund, day, until, amount, by));
    }

    @Override
    void approve(String by) {
        require(RECORDED);
        requireOther(by);
        ledger.days.require(bookedOn);
        fund.requireAvailable(bookedOn, amount);
        take(by, APPROVED);
        left.add(bookedOn, amount);
        fund.move(bookedOn, amount, AVAILABLE, RESERVED);
        ledger.book(bookedOn, null);
    }

    /** On every day there must be what is drawn, not only in the end. */
    void requireDrawable(FundModel from, LocalDate day, long wanted) {
        Refused.when(from != fund, "commitment-of-other-fund");
        require(APPROVED);
        Refused.when(wanted > left.total(), "commitment-exceeded");
        Refused.when(wanted > left.leastFrom(day), "booked-too-early");
    }

    void draw(LocalDate day, long drawn) {
        left.add(day, -drawn);
        if (left.total() == 0) {
            become(OVER);
        }
    }

    void giveBack(LocalDate day, long drawn) {
        left.add(day, drawn);
    }

    void release(LocalDate day) {
        require(APPROVED);
        ledger.days.require(day);
        Refused.when(left.total() > left.leastFrom(day), "booked-too-early");
        end(day);
    }

    /** The service itself ends it after its last day. */
    void expire(LocalDate day) {
        if (isInForce() && until.isBefore(day)) {
            end(day);
        }
    }

    private void end(LocalDate day) {
        fund.move(day, left.total(), RESERVED, AVAILABLE);
        left.add(day, -left.total());
        become(OVER);
        ledger.book(day, null);
    }

    boolean isInForce() {
        return is(APPROVED);
    }

    long left() {
        return left.total();
    }
}
