package cn.shequ.funding.reallocation;

import cn.shequ.events.funding.FundsReallocated;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.binding.Binding;
import cn.shequ.funding.diversion.DiversionAttempt;
import cn.shequ.funding.diversion.DiversionAttempts;
import cn.shequ.funding.evidence.Evidence;
import cn.shequ.funding.evidence.EvidenceOf;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.FundDays;
import cn.shequ.funding.fund.FundSource;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.EntryDraft;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.Journal;
import cn.shequ.funding.ledger.Posting;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Moves money between funds of a ledger (Art. 16): by decision of the body that gave it, with its document. Without one,
 * money that would serve another purpose or another community is diverted: refused, and the attempt is kept.
 */
@ApplicationScoped
class Reallocating {

    private final Funds funds;
    private final FundDays fundDays;
    private final BookingDays days;
    private final Reallocations reallocations;
    private final DiversionAttempts attempts;
    private final Journal journal;
    private final Evidence evidence;
    private final Binding binding;
    private final Territory territory;
    private final Callers callers;

    Reallocating(
            Funds funds,
            FundDays fundDays,
            BookingDays days,
            Reallocations reallocations,
            DiversionAttempts attempts,
            Journal journal,
            Evidence evidence,
            Binding binding,
            Territory territory,
            Callers callers) {
        this.funds = funds;
        this.fundDays = fundDays;
        this.days = days;
        this.reallocations = reallocations;
        this.attempts = attempts;
        this.journal = journal;
        this.evidence = evidence;
        this.binding = binding;
        this.territory = territory;
        this.callers = callers;
    }

    /** What came of it. */
    sealed interface Outcome {
        record Moved(Reallocation reallocation) implements Outcome {}

        /** The transaction commits the attempt and nothing else. */
        record Diverted(DiversionAttempt attempt, Refusal refusal) implements Outcome {}
    }

    Outcome move(NewReallocation wanted) {
        Fund fund = funds.toActOn(wanted.fund());
        Fund to = funds.toActOn(wanted.toFund());
        requireOneLedger(fund, to);
        Optional<String> decidedFor = giver().of(fund.source(), payers(fund));
        if (decidedFor.isEmpty() || !wanted.hasDocument()) {
            return withoutDecision(fund, to, wanted);
        }
        if (fund.source() == FundSource.DONATION && wanted.evidence() == null) {
            throw Refusal.of(FundingProblem.CONSENT_OF_DONOR_MISSING).with("fund", fund.id());
        }
        days.require(fund.ledger(), wanted.bookedOn());
        if (wanted.bookedOn().isAfter(to.spendBy())) {
            throw Refusal.of(FundingProblem.SPEND_BY_PASSED)
                    .with("spendBy", to.spendBy())
                    .with("bookedOn", wanted.bookedOn());
        }
        funds.lock(List.of(fund.id(), to.id()));
        fundDays.requireAvailable(fund.id(), wanted.amount(), wanted.bookedOn());
        return new Outcome.Moved(book(fund, wanted, decidedFor.get()));
    }

    private Reallocation book(Fund fund, NewReallocation wanted, String decidedFor) {
        UUID id = Ids.next();
        String by = callers.current().subject();
        byte[] salt = binding.salt();
        String commitment = binding.of(document(id, wanted), salt);
        EntryDraft entry = EntryDraft.of(
                EntryKind.REALLOCATION,
                fund.ledger(),
                wanted.bookedOn(),
                id,
                List.of(
                        Posting.available(fund.id(), wanted.amount()),
                        Posting.available(wanted.toFund(), wanted.amount().negated())));
        if (wanted.evidence() != null) {
            evidence.attach(EvidenceOf.REALLOCATION, id, fund.division(), List.of(wanted.evidence()));
        }
        reallocations.add(id, fund.ledger(), wanted, decidedFor, commitment, salt, by);
        journal.make(entry, by, List.of(event(fund, wanted, entry, commitment)));
        return reallocations.find(id).orElseThrow();
    }

    private static Map<String, Object> document(UUID id, NewReallocation wanted) {
        Map<String, Object> document = new HashMap<>();
        document.put("reallocation", id);
        document.put("documentNumber", Objects.requireNonNull(wanted.documentNumber()));
        if (wanted.evidence() != null) {
            document.put("evidence", wanted.evidence());
        }
        return document;
    }

    private static void requireOneLedger(Fund fund, Fund to) {
        if (!fund.ledger().equals(to.ledger()) || fund.id().equals(to.id())) {
            throw Refusal.of(FundingProblem.FUND_OF_OTHER_LEDGER)
                    .with("fund", to.id())
                    .with("ledgerOfFund", to.ledger())
                    .with("ledger", fund.ledger());
        }
    }

    private Set<String> payers(Fund fund) {
        return fund.source() == FundSource.DEPARTMENT ? reallocations.payersOf(fund.id()) : Set.of();
    }

    private Giver giver() {
        Caller caller = callers.current();
        DivisionCode division = caller.division();
        return new Giver(
                caller.has(Roles.FINANCE_OFFICER),
                division == null
                        ? null
                        : territory.find(division).map(Division::level).orElse(null),
                division == null ? null : division.value(),
                caller.department());
    }

    /** Between two pots of one purpose and one community nothing is diverted; the giver must decide all the same. */
    private Outcome withoutDecision(Fund fund, Fund to, NewReallocation wanted) {
        boolean sameUse = fund.purpose() == to.purpose()
                && fund.categories().equals(to.categories())
                && Objects.equals(fund.community(), to.community());
        if (sameUse) {
            throw Refusal.of(FundingProblem.REALLOCATION_NOT_DECIDED)
                    .with("fund", fund.id())
                    .with("source", fund.source());
        }
        DiversionAttempt attempt = attempts.recordTransfer(
                fund, to.id(), wanted.amount(), callers.current().subject());
        return new Outcome.Diverted(
                attempt,
                Refusal.of(FundingProblem.DIVERSION_ATTEMPTED)
                        .with("fund", fund.id())
                        .with("purpose", fund.purpose())
                        .with("category", attempt.category())
                        .with("allowed", fund.categories())
                        .with("amount", wanted.amount()));
    }

    private static FundsReallocated event(Fund fund, NewReallocation wanted, EntryDraft entry, String commitment) {
        DivisionCode community = fund.community();
        return new FundsReallocated(
                entry.head().document().toString(),
                fund.ledger().toString(),
                fund.id().toString(),
                wanted.toFund().toString(),
                fund.division().value(),
                community == null ? null : community.value(),
                wanted.amount().toString(),
                fund.source().name(),
                entry.id().toString(),
                entry.bookedOn(),
                commitment);
    }
}
