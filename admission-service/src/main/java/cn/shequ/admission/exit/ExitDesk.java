package cn.shequ.admission.exit;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.admission.placement.Placement;
import cn.shequ.admission.placement.Placements;
import cn.shequ.admission.task.DecidingLevel;
import cn.shequ.admission.task.TaskApplication;
import cn.shequ.admission.task.TaskApplications;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.time.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Community and department determine an exit together, and the residents are asked (Art. 5). */
@ApplicationScoped
class ExitDesk {

    /** From which share of the ballots on a task is generally rejected. */
    static final String REJECTION_SHARE = "exit.rejection-share";

    /** How long the side that did not propose the exit has to state its position. */
    static final String POSITION_WITHIN = "exit.position-within";

    private final ExitProposals proposals;
    private final ExitAccess access;
    private final Placements placements;
    private final TaskApplications applications;
    private final DecidingLevel levels;
    private final GroupVoting voting;
    private final Rulebook rulebook;
    private final BusinessCalendar calendar;
    private final Callers callers;
    private final Clock clock;

    ExitDesk(
            ExitProposals proposals,
            ExitAccess access,
            Placements placements,
            TaskApplications applications,
            DecidingLevel levels,
            GroupVoting voting,
            Rulebook rulebook,
            BusinessCalendar calendar,
            Callers callers,
            Clock clock) {
        this.proposals = proposals;
        this.access = access;
        this.placements = placements;
        this.applications = applications;
        this.levels = levels;
        this.voting = voting;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.callers = callers;
        this.clock = clock;
    }

    ExitProposal propose(NewExitProposal request) {
        Placement placement = placements.lock(request.placement()).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        Side side = access.side(placement.community(), placement.department());
        LocalDate today = LocalDate.now(clock);
        placement.requireInCommunity(today);
        proposals.open(placement.id()).ifPresent(open -> {
            throw Refusal.of(AdmissionProblem.EXIT_IS_PROPOSED).with("exit", open);
        });
        TaskApplication application =
                applications.find(placement.applicationId()).orElseThrow();
        DivisionCode group =
                levels.first(placement.department(), application.division()).division();
        Rule within = rulebook.today(POSITION_WITHIN, group);
        ExitProposal.Proposed proposed = new ExitProposal.Proposed(
                Ids.next(),
                placement.id(),
                group,
                side,
                callers.current().subject(),
                today,
                request.effect(),
                calendar.plus(today, within.whole()),
                within.reference());
        proposals.add(proposed);
        ExitProposal proposal = access.present(proposed.id());
        voting.admit(proposal.matter(), side.capacity());
        return proposal;
    }

    /** The residents are asked by their own committee, whoever proposed the exit. */
    ExitProposal assess(UUID id, ResidentsAssessment assessment) {
        ExitProposal present = access.locked(id);
        if (access.side(present.community(), present.department()) != Side.COMMUNITY) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        access.requireInCommunity(present);
        requirePossible(present, assessment);
        Rule share = rulebook.today(REJECTION_SHARE, present.community());
        ExitStage next = present.after(
                isRejected(assessment, share) ? ExitCommand.REJECTED_BY_RESIDENTS : ExitCommand.KEPT_BY_RESIDENTS);
        voting.admit(present.matter(), Capacity.COMMUNITY);
        proposals.putAssessment(id, next, assessment, share);
        return access.present(id);
    }

    /** The side that did not propose the exit says what it thinks of it, once. */
    ExitProposal state(UUID id, PositionStatement statement) {
        ExitProposal present = access.locked(id);
        Side side = access.side(present.community(), present.department());
        present.after(ExitCommand.STATE_POSITION);
        if (side == present.side() || present.position() != null) {
            throw Refusal.of(AdmissionProblem.POSITION_STATED).with("side", side);
        }
        voting.admit(present.matter(), side.capacity());
        proposals.putPosition(id, statement, callers.current().subject(), LocalDate.now(clock));
        return access.present(id);
    }

    /** By the side that proposed it. */
    ExitProposal withdraw(UUID id, String reason) {
        ExitProposal present = access.locked(id);
        Side side = access.side(present.community(), present.department());
        present.after(ExitCommand.WITHDRAW);
        if (side != present.side()) {
            throw Refusal.of(AdmissionProblem.EXIT_OF_OTHER_SIDE).with("side", present.side());
        }
        voting.admit(present.matter(), side.capacity());
        proposals.putWithdrawn(id, reason);
        return access.present(id);
    }

    private static boolean isRejected(ResidentsAssessment assessment, Rule share) {
        BigDecimal needed = share.decimal().multiply(BigDecimal.valueOf(assessment.ballots()));
        return BigDecimal.valueOf(100L * assessment.rejecting()).compareTo(needed) >= 0;
    }

    private void requirePossible(ExitProposal proposal, ResidentsAssessment assessment) {
        Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
        if (assessment.rejecting() > assessment.ballots()) {
            invalid.at(FieldError.of("rejecting", "out-of-range", Map.of("least", 0, "most", assessment.ballots())));
        }
        // What the residents said before an earlier exit ended is no reason for another one.
        LocalDate first =
                proposals.lastHeld(proposal).map(day -> day.plusDays(1)).orElse(proposal.validFrom());
        LocalDate today = LocalDate.now(clock);
        if (assessment.heldOn().isBefore(first) || assessment.heldOn().isAfter(today)) {
            invalid.at(FieldError.of("heldOn", "out-of-range", Map.of("least", first, "most", today)));
        }
        if (!invalid.errors().isEmpty()) {
            throw invalid;
        }
    }
}
