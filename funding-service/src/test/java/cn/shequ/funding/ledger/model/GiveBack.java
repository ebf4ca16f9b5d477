package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.ledger.model.Document.Stage.RECORDED;
import static cn.shequ.funding.ledger.model.FundModel.Pot.AVAILABLE;
import static cn.shequ.funding.ledger.model.FundModel.Pot.PAYABLE;

import java.time.LocalDate;

/** Unspent money that goes back to who gave it: never more than was given and has not bounced. */
final class GiveBack extends Payable {

    private final String giver;

    private GiveBack(LedgerModel ledger, FundModel fund, LocalDate day, long amount, String giver, String by) {
        super(ledger, fund, amount, day, by, "return-stage");
        this.giver = giver;
    }

    /** @param giver who paid the money in, or the donation that brought it */
    static void propose(LedgerModel ledger, FundModel fund, LocalDate day, long amount, String giver, String by) {
        ledger.days.require(day);
        fund.requireAvailable(day, amount);
        Refused.when(amount > fund.given(giver), "returns-more-than-given");
        fund.give(giver, -amount);
        ledger.documents.add(new GiveBack(ledger, fund, day, amount, giver, by));
    }

    @Override
    void approve(String by) {
        require(RECORDED);
        requireOther(by);
        ledger.days.require(bookedOn);
        fund.requireAvailable(bookedOn, amount);
        requireStillGiven();
        setAside(by);
        fund.move(bookedOn, amount, AVAILABLE, PAYABLE);
    }

    /** What was given may have bounced since. */
    private void requireStillGiven() {
        Refused.when(fund.given(giver) < 0, "returns-more-than-given");
    }

    @Override
    void reject(String by) {
        super.reject(by);
        fund.give(giver, amount);
    }

    @Override
    void requirePayable() {
        requireStillGiven();
        super.requirePayable();
    }

    @Override
    void paid(LocalDate day, long amount) {
        fund.add(day, -amount, PAYABLE);
    }

    @Override
    void freed(LocalDate day) {
        fund.move(day, amount, PAYABLE, AVAILABLE);
        fund.give(giver, amount);
    }
}
