package cn.shequ.funding.commitment;

import cn.shequ.funding.ledger.EntryView;
import cn.shequ.funding.ledger.Posting;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How expenditures use reserved money instead of what is available, and give it back when their approval is undone. */
@ApplicationScoped
public class Drawing {

    private final CommitmentRows commitments;
    private final ReservedDays reservedDays;
    private final Clock clock;

    Drawing(CommitmentRows commitments, ReservedDays reservedDays, Clock clock) {
        this.commitments = commitments;
        this.reservedDays = reservedDays;
        this.clock = clock;
    }

    /** @throws Refusal when the reservation does not bear it */
    public void require(Drawdown wanted) {
        require(commitments.find(wanted.commitment()).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND)), wanted);
    }

    /** The same, with the reservation locked until the transaction ends. Lock it before its fund. */
    public void lock(Drawdown wanted) {
        require(commitments.lock(wanted.commitment()), wanted);
    }

    private void require(Commitment commitment, Drawdown wanted) {
        LocalDate today = LocalDate.now(clock);
        LocalDate later = today.isAfter(wanted.bookedOn()) ? today : wanted.bookedOn();
        commitment.requireDrawable(wanted.fund(), wanted.amount(), later);
        reservedDays.requireLeft(commitment.id(), wanted.amount(), wanted.bookedOn());
    }

    /** Keeps what an entry drew. */
    public void drawn(UUID entry, Drawdown drawdown) {
        commitments.move(entry, drawdown.commitment(), drawdown.amount().negated());
    }

    /** What an entry drew and whether it can go back: only to a reservation that is still in force. */
    public Optional<Drawdown> lockDrawnBy(EntryView entry) {
        return commitments.moveOf(entry.id()).flatMap(move -> {
            Commitment commitment = commitments.lock(move.commitment());
            return commitment.stage() == CommitmentStage.RESERVED
                    ? Optional.of(new Drawdown(
                            commitment.id(), commitment.fund(), move.amount().negated(), entry.bookedOn()))
                    : Optional.empty();
        });
    }

    /** Keeps what a reversal gave back. */
    public void givenBack(UUID reversal, Drawdown drawdown) {
        commitments.move(reversal, drawdown.commitment(), drawdown.amount());
    }

    /** A reservation that is over takes nothing back: its money becomes available. */
    public static List<Posting> intoAvailable(List<Posting> postings) {
        return postings.stream().map(Posting::availableInsteadOfReserved).toList();
    }
}
