package cn.shequ.funding.donation;

import cn.shequ.events.funding.DonationReceived;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.binding.Binding;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.FundOpening;
import cn.shequ.funding.fund.FundSource;
import cn.shequ.funding.fund.FundTerms;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.Category;
import cn.shequ.funding.ledger.EntryDraft;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.Journal;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.funding.ledger.Posting;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Takes a donation into a fund that allows what its donor named and nothing else (Art. 16). */
@ApplicationScoped
class DonationTaking {

    private final Ledgers ledgers;
    private final Funds funds;
    private final FundOpening opening;
    private final BookingDays days;
    private final Donations donations;
    private final Journal journal;
    private final Binding binding;
    private final Callers callers;

    DonationTaking(
            Ledgers ledgers,
            Funds funds,
            FundOpening opening,
            BookingDays days,
            Donations donations,
            Journal journal,
            Binding binding,
            Callers callers) {
        this.ledgers = ledgers;
        this.funds = funds;
        this.opening = opening;
        this.days = days;
        this.donations = donations;
        this.journal = journal;
        this.binding = binding;
        this.callers = callers;
    }

    Donation take(NewDonation wanted) {
        ledgers.toActOn(wanted.ledger());
        days.require(wanted.ledger(), wanted.bookedOn());
        UUID id = Ids.next();
        Fund fund = wanted.fund() == null ? opening.open(terms(id, wanted)) : fed(funds.toActOn(wanted.fund()), wanted);
        byte[] salt = binding.salt();
        String commitment = binding.of(
                Map.of(
                        "donation", id,
                        "fund", fund.id(),
                        "amount", wanted.amount(),
                        "boundTo", wanted.bound(),
                        "donor", wanted.donor()),
                salt);
        String by = callers.current().subject();
        if (!donations.add(id, fund.id(), wanted, commitment, salt, by)) {
            throw Refusal.of(FundingProblem.BANK_LINE_ALREADY_BOOKED).with("bankReference", wanted.bankReference());
        }
        EntryDraft entry = EntryDraft.of(
                EntryKind.DONATION,
                fund.ledger(),
                wanted.bookedOn(),
                id,
                List.of(
                        Posting.bank(wanted.amount()),
                        Posting.available(fund.id(), wanted.amount().negated())));
        journal.make(entry, by, List.of(event(fund, wanted, entry, commitment)));
        return donations.find(id).orElseThrow();
    }

    private static FundTerms terms(UUID donation, NewDonation wanted) {
        return new FundTerms(
                wanted.ledger(),
                FundSource.DONATION,
                wanted.purpose(),
                wanted.community(),
                wanted.bookedOn().getYear(),
                wanted.bound(),
                wanted.spendBy(),
                donation);
    }

    /** An earlier fund takes it only when it is bound in the same way, for the same community. */
    private static Fund fed(Fund fund, NewDonation wanted) {
        if (!fund.ledger().equals(wanted.ledger())
                || fund.source() != FundSource.DONATION
                || !fund.categories().equals(wanted.bound())
                || !Objects.equals(fund.community(), wanted.community())) {
            throw Refusal.of(FundingProblem.DONATION_BOUND_OTHERWISE)
                    .with("fund", fund.id())
                    .with("allowed", fund.categories())
                    .with("boundTo", wanted.bound());
        }
        return fund;
    }

    private static DonationReceived event(Fund fund, NewDonation wanted, EntryDraft entry, String commitment) {
        DivisionCode community = fund.community();
        return new DonationReceived(
                entry.head().document().toString(),
                fund.ledger().toString(),
                fund.id().toString(),
                fund.division().value(),
                community == null ? null : community.value(),
                wanted.bound().stream().map(Category::name).toList(),
                wanted.amount().toString(),
                entry.id().toString(),
                entry.bookedOn(),
                commitment);
    }
}
