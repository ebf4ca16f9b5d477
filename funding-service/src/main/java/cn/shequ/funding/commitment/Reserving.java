package cn.shequ.funding.commitment;

import cn.shequ.events.EventData;
import cn.shequ.events.funding.CommitmentReleased;
import cn.shequ.events.funding.CommitmentReserved;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.FundDays;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.EntryDraft;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.Journal;
import cn.shequ.funding.ledger.Posting;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person proposes to reserve money, another decides it; what is over goes back to the fund (Art. 16). */
@ApplicationScoped
class Reserving implements Commitments {

    static final String THE_SERVICE = "funding-service";

    private final CommitmentRows commitments;
    private final ReservedDays reservedDays;
    private final Funds funds;
    private final FundDays fundDays;
    private final BookingDays days;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    Reserving(
            CommitmentRows commitments,
            ReservedDays reservedDays,
            Funds funds,
            FundDays fundDays,
            BookingDays days,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.commitments = commitments;
        this.reservedDays = reservedDays;
        this.funds = funds;
        this.fundDays = fundDays;
        this.days = days;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    Commitment propose(NewCommitment wanted) {
        return propose(funds.toActOn(wanted.fund()), wanted, callers.current().subject());
    }

    private Commitment propose(Fund fund, NewCommitment wanted, String by) {
        days.require(fund.ledger(), wanted.bookedOn());
        Commitment.requireInForce(wanted.until(), LocalDate.now(clock));
        if (wanted.until().isAfter(fund.spendBy())) {
            throw Refusal.of(FundingProblem.COMMITMENT_BEYOND_FUND)
                    .with("until", wanted.until())
                    .with("spendBy", fund.spendBy());
        }
        fundDays.requireAvailable(fund.id(), wanted.amount(), wanted.bookedOn());
        return commitments
                .propose(wanted, fund.ledger(), by)
                .flatMap(commitments::find)
                .orElseThrow(() -> Refusal.of(FundingProblem.COMMITMENT_IN_FORCE)
                        .with("reference", String.valueOf(wanted.reference())));
    }

    Commitment approve(UUID id) {
        return approve(commitments.lockToActOn(id), callers.current().subject());
    }

    private Commitment approve(Commitment commitment, String by) {
        commitment.require(CommitmentStep.APPROVED);
        commitment.requireOtherThanMaker(by, CommitmentStep.APPROVED);
        Commitment.requireInForce(commitment.until(), LocalDate.now(clock));
        days.require(commitment.ledger(), commitment.bookedOn());
        funds.lock(List.of(commitment.fund()));
        fundDays.requireAvailable(commitment.fund(), commitment.amount(), commitment.bookedOn());
        EntryDraft entry = entry(EntryKind.RESERVATION, commitment, commitment.bookedOn(), commitment.amount());
        return booked(commitment, CommitmentStep.APPROVED, by, null, entry, reserved(commitment, entry));
    }

    Commitment reject(UUID id, String reason) {
        Commitment commitment = commitments.lockToActOn(id);
        String by = callers.current().subject();
        commitment.require(CommitmentStep.REJECTED);
        commitment.requireOtherThanMaker(by, CommitmentStep.REJECTED);
        commitments.take(id, CommitmentStep.REJECTED, by, reason, null);
        return commitments.find(id).orElseThrow();
    }

    Commitment release(UUID id, LocalDate bookedOn, String reason) {
        Commitment commitment = commitments.lockToActOn(id);
        return end(
                commitment, CommitmentStep.RELEASED, bookedOn, callers.current().subject(), reason);
    }

    /** Ends a reservation whose last day has passed; one that ended meanwhile is left alone. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void expire(UUID id, LocalDate today) {
        Commitment commitment = commitments.lock(id);
        if (commitment.stage() == CommitmentStage.RESERVED && commitment.until().isBefore(today)) {
            end(commitment, CommitmentStep.EXPIRED, today, THE_SERVICE, null);
        }
    }

    private Commitment end(
            Commitment commitment, CommitmentStep step, LocalDate bookedOn, String by, @Nullable String reason) {
        commitment.require(step);
        if (step == CommitmentStep.RELEASED) {
            days.require(commitment.ledger(), bookedOn);
        }
        reservedDays.requireLeft(commitment.id(), commitment.remaining(), bookedOn);
        funds.lock(List.of(commitment.fund()));
        Money rest = commitment.remaining().negated();
        EntryDraft entry = entry(EntryKind.RELEASE, commitment, bookedOn, rest);
        return booked(commitment, step, by, reason, entry, released(commitment, step, entry));
    }

    private Commitment booked(
            Commitment commitment,
            CommitmentStep step,
            String by,
            @Nullable String reason,
            EntryDraft entry,
            EventData event) {
        journal.make(entry, by, List.of(event));
        commitments.take(commitment.id(), step, by, reason, entry.id());
        commitments.move(
                entry.id(),
                commitment.id(),
                step == CommitmentStep.APPROVED
                        ? commitment.amount()
                        : commitment.remaining().negated());
        return commitments.find(commitment.id()).orElseThrow();
    }

    /** @param amount what becomes reserved; negative when it becomes available again */
    private static EntryDraft entry(EntryKind kind, Commitment commitment, LocalDate bookedOn, Money amount) {
        return EntryDraft.of(
                kind,
                commitment.ledger(),
                bookedOn,
                commitment.id(),
                List.of(
                        Posting.available(commitment.fund(), amount),
                        Posting.reserved(commitment.fund(), amount.negated())));
    }

    @Override
    public Commitment reserve(NewCommitment wanted, String proposedBy, String approvedBy) {
        Fund fund = funds.find(wanted.fund()).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        return approve(propose(fund, wanted, proposedBy), approvedBy);
    }

    @Override
    public Optional<Commitment> find(UUID id) {
        return commitments.find(id);
    }

    @Override
    public Optional<Commitment> ofReference(UUID reference) {
        return commitments.ofReference(reference);
    }

    @Override
    public Commitment release(UUID id, LocalDate bookedOn, String by, String reason) {
        return end(commitments.lock(id), CommitmentStep.RELEASED, bookedOn, by, reason);
    }

    private static CommitmentReserved reserved(Commitment commitment, EntryDraft entry) {
        UUID reference = commitment.reference();
        return new CommitmentReserved(
                commitment.id().toString(),
                commitment.ledger().toString(),
                commitment.fund().toString(),
                commitment.division().value(),
                text(commitment.community()),
                commitment.amount().toString(),
                commitment.until(),
                reference == null ? null : reference.toString(),
                entry.id().toString(),
                entry.bookedOn());
    }

    private static CommitmentReleased released(Commitment commitment, CommitmentStep step, EntryDraft entry) {
        return new CommitmentReleased(
                commitment.id().toString(),
                commitment.ledger().toString(),
                commitment.fund().toString(),
                commitment.division().value(),
                text(commitment.community()),
                commitment.remaining().toString(),
                step.name(),
                entry.id().toString(),
                entry.bookedOn());
    }

    private static @Nullable String text(@Nullable DivisionCode community) {
        return community == null ? null : community.value();
    }
}
