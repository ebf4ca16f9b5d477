package cn.shequ.funding.commitment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What other features ask of reservations, a contract for instance (Art. 25). Call it within the transaction of the decision
 * that the reservation belongs to.
 */
public interface Commitments {

    /**
     * Reserves money at once, for a decision that two persons have already taken.
     *
     * @throws cn.shequ.kit.problem.Refusal when both are the same person, or the fund has not so much available
     */
    Commitment reserve(NewCommitment wanted, String proposedBy, String approvedBy);

    Optional<Commitment> find(UUID id);

    /** The latest reservation for a contract or the like. */
    Optional<Commitment> ofReference(UUID reference);

    /** Gives what remains back to the fund; it can never be used again. */
    Commitment release(UUID id, LocalDate bookedOn, String by, String reason);
}
