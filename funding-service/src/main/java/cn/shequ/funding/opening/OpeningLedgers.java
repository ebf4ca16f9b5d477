package cn.shequ.funding.opening;

import cn.shequ.events.Parts;
import cn.shequ.events.funding.OpeningBalanceBooked;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.evidence.Evidence;
import cn.shequ.funding.evidence.EvidenceOf;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.EntryDraft;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.Journal;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A ledger begins once, with what the bank states, before anything else is booked in it (Art. 16). */
@ApplicationScoped
class OpeningLedgers {

    private final Ledgers ledgers;
    private final Funds funds;
    private final OpeningBalances openings;
    private final Evidence evidence;
    private final BookingDays days;
    private final Journal journal;
    private final Callers callers;

    OpeningLedgers(
            Ledgers ledgers,
            Funds funds,
            OpeningBalances openings,
            Evidence evidence,
            BookingDays days,
            Journal journal,
            Callers callers) {
        this.ledgers = ledgers;
        this.funds = funds;
        this.openings = openings;
        this.evidence = evidence;
        this.days = days;
        this.journal = journal;
        this.callers = callers;
    }

    OpeningBalance record(UUID id, NewOpeningBalance wanted) {
        Ledger ledger = ledgers.toActOn(id);
        days.require(ledger.id(), wanted.bookedOn());
        requireNothingBooked(ledger.id());
        requireOwnFundsOnce(ledger.id(), wanted);
        Money total = OpeningBalance.total(wanted.funds());
        if (!total.equals(wanted.bankBalance())) {
            throw Refusal.of(FundingProblem.OPENING_BALANCE_UNEQUAL)
                    .with("bankBalance", wanted.bankBalance())
                    .with("funds", total)
                    .with("difference", wanted.bankBalance().minus(total));
        }
        UUID opening = openings.add(ledger.id(), wanted, callers.current().subject())
                .orElseThrow(
                        () -> Refusal.of(FundingProblem.OPENING_BALANCE_EXISTS).with("ledger", ledger.id()));
        evidence.attach(EvidenceOf.OPENING_BALANCE, opening, ledger.division(), List.of(wanted.evidence()));
        return openings.ofLedger(ledger.id()).orElseThrow();
    }

    private void requireNothingBooked(UUID ledger) {
        if (openings.hasEntries(ledger)) {
            throw Refusal.of(FundingProblem.LEDGER_HAS_BEGUN).with("ledger", ledger);
        }
    }

    private void requireOwnFundsOnce(UUID ledger, NewOpeningBalance wanted) {
        Set<UUID> seen = new HashSet<>();
        List<UUID> named =
                wanted.funds().stream().map(OpeningBalance.Held::fund).toList();
        for (int i = 0; i < named.size(); i++) {
            if (!seen.add(named.get(i))) {
                throw Refusal.of(HttpProblem.INVALID_REQUEST)
                        .at(FieldError.of("funds[" + i + "].fund", "duplicate", Map.of("value", named.get(i))));
            }
        }
        openings.notIn(ledger, named).stream().findFirst().ifPresent(foreign -> {
            String other = funds.find(foreign)
                    .map(fund -> fund.ledger().toString())
                    .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
            throw Refusal.of(FundingProblem.FUND_OF_OTHER_LEDGER)
                    .with("fund", foreign)
                    .with("ledgerOfFund", other)
                    .with("ledger", ledger);
        });
    }

    OpeningBalance approve(UUID ledger) {
        OpeningBalance opening = lockToDecide(ledger, OpeningStage.APPROVED);
        days.require(ledger, opening.bookedOn());
        requireNothingBooked(ledger);
        funds.lock(opening.funds().stream().map(OpeningBalance.Held::fund).toList());
        EntryDraft entry =
                EntryDraft.of(EntryKind.OPENING, ledger, opening.bookedOn(), opening.id(), opening.postings());
        String by = callers.current().subject();
        journal.make(entry, by, events(opening, entry));
        openings.decide(opening.id(), OpeningStage.APPROVED, by, null, entry.id());
        return openings.ofLedger(ledger).orElseThrow();
    }

    OpeningBalance reject(UUID ledger, String reason) {
        OpeningBalance opening = lockToDecide(ledger, OpeningStage.REJECTED);
        openings.decide(opening.id(), OpeningStage.REJECTED, callers.current().subject(), reason, null);
        return openings.ofLedger(ledger).orElseThrow();
    }

    private OpeningBalance lockToDecide(UUID id, OpeningStage wanted) {
        UUID ledger = ledgers.toActOn(id).id();
        OpeningBalance opening = openings.lock(ledger).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        opening.requireDecidableBy(callers.current().subject(), wanted);
        return opening;
    }

    private static List<OpeningBalanceBooked> events(OpeningBalance opening, EntryDraft entry) {
        List<List<OpeningBalanceBooked.Held>> parts = Parts.split(opening.funds().stream()
                .map(held -> new OpeningBalanceBooked.Held(
                        held.fund().toString(), held.amount().toString()))
                .toList());
        List<OpeningBalanceBooked> events = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            events.add(new OpeningBalanceBooked(
                    opening.id().toString(),
                    opening.ledger().toString(),
                    opening.division().value(),
                    opening.bankBalance().toString(),
                    entry.id().toString(),
                    entry.bookedOn(),
                    i + 1,
                    parts.size(),
                    parts.get(i)));
        }
        return events;
    }
}
