package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.ledger.model.FundModel.Pot.AVAILABLE;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Donations, which bind their fund, and what the giver of money moves between funds. */
final class Transfers {

    private Transfers() {}

    /**
     * @param wanted what the donor binds it to
     * @param into the fund of earlier donations; null when one is opened for it
     * @param opened the fund that is opened then
     */
    static void donate(
            LedgerModel ledger,
            FundModel.Terms wanted,
            @Nullable FundModel into,
            FundModel opened,
            LocalDate day,
            long amount,
            String donation,
            String bankLine) {
        ledger.days.require(day);
        Refused.when(
                into != null
                        && (!into.terms.source().equals(wanted.source())
                                || !into.terms.use().equals(wanted.use())
                                || !into.terms.categories().equals(wanted.categories())),
                "donation-bound-otherwise");
        ledger.claim(bankLine);
        FundModel fund = into == null ? opened : into;
        if (into == null) {
            ledger.funds.add(opened);
        }
        fund.add(day, amount, AVAILABLE);
        fund.give(donation, amount);
        ledger.book(day, back -> {
            fund.requireAvailable(back, amount);
            fund.add(back, -amount, AVAILABLE);
            fund.give(donation, -amount);
        });
    }

    /** @param decided whether the body that gave the money says so, with its document's number */
    static void reallocate(
            LedgerModel ledger,
            FundModel from,
            FundModel to,
            LocalDate day,
            long amount,
            boolean decided,
            boolean consented) {
        Refused.when(from == to || !ledger.funds.contains(to), "fund-of-other-ledger");
        boolean sameUse = from.terms.use().equals(to.terms.use())
                && from.terms.categories().equals(to.terms.categories());
        Refused.when(!decided, sameUse ? "reallocation-not-decided" : "diversion-attempted");
        Refused.when(from.terms.source().equals("DONATION") && !consented, "consent-of-donor-missing");
        ledger.days.require(day);
        Refused.when(day.isAfter(to.terms.spendBy()), "spend-by-passed");
        from.requireAvailable(day, amount);
        shift(from, to, day, amount);
        ledger.book(day, back -> {
            to.requireAvailable(back, amount);
            shift(to, from, back, amount);
        });
    }

    private static void shift(FundModel from, FundModel to, LocalDate day, long amount) {
        from.add(day, -amount, AVAILABLE);
        to.add(day, amount, AVAILABLE);
    }
}
