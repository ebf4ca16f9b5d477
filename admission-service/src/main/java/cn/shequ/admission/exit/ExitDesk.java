package cn.shequ.admission.exit;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.admission.placement.Placement;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.admission.placement.Placements;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Communities and department determine an exit together, and the residents are asked (Art. 5). */
@ApplicationScoped
class ExitDesk {

    /** From which share of the ballots on a task is generally rejected in a community. */
    static final String REJECTION_SHARE = "exit.rejection-share";

    private final ExitProposals proposals;
    private final CoveredPlacements covered;
    private final ExitAccess access;
    private final Placements placements;
    private final ResidentCounts residents;
    private final GroupVoting voting;
    private final Rulebook rulebook;
    private final Callers callers;
    private final Clock clock;

    ExitDesk(
            ExitProposals proposals,
            CoveredPlacements covered,
            ExitAccess access,
            Placements placements,
            ResidentCounts residents,
            GroupVoting voting,
            Rulebook rulebook,
            Callers callers,
            Clock clock) {
        this.proposals = proposals;
        this.covered = covered;
        this.access = access;
        this.placements = placements;
        this.residents = residents;
        this.voting = voting;
        this.rulebook = rulebook;
        this.callers = callers;
        this.clock = clock;
    }

    /** The residents are asked by their own committee, whoever proposed the exit. */
    ExitProposal assess(UUID id, ResidentsAssessment assessment) {
        ExitProposal present = access.locked(id);
        CoveredPlacement own = access.voice(present).covered();
        if (own == null) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        present.after(ExitCommand.ASSESS);
        Placement placement = placements.lock(own.placementId()).orElseThrow();
        requireAsked(own, placement);
        requirePossible(placement, assessment);
        requireResidents(own.community(), assessment);
        voting.admit(present.matter(), Capacity.COMMUNITY);
        covered.putAssessment(id, own.placementId(), assessment, rulebook.today(REJECTION_SHARE, own.community()));
        ExitStage next = access.present(id).assessed();
        if (next != present.stage()) {
            proposals.putStage(id, next);
        }
        return access.present(id);
    }

    /** Whoever did not propose the exit says what they think of it, once: the department, and each of the communities. */
    ExitProposal state(UUID id, PositionStatement statement) {
        ExitProposal present = access.locked(id);
        Voice voice = access.voice(present);
        present.after(ExitCommand.STATE_POSITION);
        CoveredPlacement own = voice.covered();
        Position said = own == null ? present.position() : own.position();
        if (voice.side() == present.side() || said != null) {
            throw Refusal.of(AdmissionProblem.POSITION_STATED).with("side", voice.side());
        }
        voting.admit(present.matter(), voice.side().capacity());
        String person = callers.current().subject();
        LocalDate today = LocalDate.now(clock);
        if (own == null) {
            proposals.putPosition(id, statement, person, today);
        } else {
            requireCovered(own);
            covered.putPosition(id, own.placementId(), statement, person, today);
        }
        return access.present(id);
    }

    /** By the side that proposed it. */
    ExitProposal withdraw(UUID id, String reason) {
        ExitProposal present = access.locked(id);
        Voice voice = access.voice(present);
        present.after(ExitCommand.WITHDRAW);
        if (voice.side() != present.side()) {
            throw Refusal.of(AdmissionProblem.EXIT_OF_OTHER_SIDE).with("side", present.side());
        }
        voting.admit(present.matter(), voice.side().capacity());
        proposals.putWithdrawn(id, reason);
        return access.present(id);
    }

    /** Once, where the task was already when its exit was proposed, and still is. */
    private void requireAsked(CoveredPlacement own, Placement placement) {
        placement.requireInCommunity(LocalDate.now(clock));
        if (!own.entered()) {
            throw placement.notInCommunity(PlacementStage.AWAITING_FUNDS);
        }
        if (own.heldOn() != null) {
            throw Refusal.of(AdmissionProblem.EXIT_IS_ASSESSED).with("heldOn", own.heldOn());
        }
    }

    private static void requireCovered(CoveredPlacement own) {
        if (own.kept()) {
            throw Refusal.of(AdmissionProblem.EXIT_IS_ASSESSED).with("heldOn", String.valueOf(own.heldOn()));
        }
    }

    private void requirePossible(Placement placement, ResidentsAssessment assessment) {
        Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
        if (assessment.rejecting() > assessment.ballots()) {
            invalid.at(FieldError.of("rejecting", "out-of-range", Map.of("least", 0, "most", assessment.ballots())));
        }
        // What the residents said before an earlier exit ended is no reason for another one.
        LocalDate first =
                covered.lastHeld(placement.id()).map(day -> day.plusDays(1)).orElse(placement.validFrom());
        LocalDate today = LocalDate.now(clock);
        if (assessment.heldOn().isBefore(first) || assessment.heldOn().isAfter(today)) {
            invalid.at(FieldError.of("heldOn", "out-of-range", Map.of("least", first, "most", today)));
        }
        if (!invalid.errors().isEmpty()) {
            throw invalid;
        }
    }

    /** As many as were known to live there when they were asked; where nobody counted, any number may be. */
    private void requireResidents(DivisionCode community, ResidentsAssessment assessment) {
        residents
                .on(assessment.heldOn(), community)
                .filter(counted -> assessment.ballots() > counted.residents())
                .ifPresent(counted -> {
                    throw Refusal.of(AdmissionProblem.BALLOTS_EXCEED_RESIDENTS)
                            .with("ballots", assessment.ballots())
                            .with("residents", counted.residents())
                            .with("asOf", counted.asOf());
                });
    }
}
