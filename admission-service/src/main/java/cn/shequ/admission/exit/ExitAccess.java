package cn.shequ.admission.exit;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.admission.placement.Placements;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may see and act on a proposed exit: its community and its department; the leading group that decides and no other;
 * and to see it, whoever serves the community.
 */
@ApplicationScoped
class ExitAccess {

    private final ExitProposals proposals;
    private final Placements placements;
    private final GroupVoting voting;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    ExitAccess(
            ExitProposals proposals,
            Placements placements,
            GroupVoting voting,
            Jurisdiction jurisdiction,
            Callers callers,
            Clock clock) {
        this.proposals = proposals;
        this.placements = placements;
        this.voting = voting;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    ExitView seen(UUID id) {
        ExitProposal proposal = found(proposals.find(id));
        jurisdiction.requireSee(asTheGroups(proposal));
        return view(proposal);
    }

    /** As it is now, after a change by whoever may make it. */
    ExitProposal present(UUID id) {
        return found(proposals.find(id));
    }

    /**
     * For whom the caller speaks: a community officer for exactly the own community, a department's officer for the own
     * department, whatever other roles they have.
     *
     * @throws Refusal when it is neither
     */
    Side side(DivisionCode community, CreditCode department) {
        jurisdiction.requireAct(Reach.of(community).ownedBy(department.value()).concerning(List.of(community)));
        Caller caller = callers.current();
        if (caller.has(Roles.COMMUNITY_OFFICER) && community.equals(caller.division())) {
            return Side.COMMUNITY;
        }
        if (!caller.has(Roles.DEPARTMENT_OFFICER)) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        if (!department.value().equals(caller.department())) {
            throw Refusal.of(HttpProblem.OTHER_DEPARTMENT);
        }
        return Side.DEPARTMENT;
    }

    /** Nobody else changes the proposal until the transaction ends. */
    ExitProposal locked(UUID id) {
        return found(proposals.lock(id));
    }

    /** For the members and the office of the group that decides. */
    ExitProposal lockedByGroup(UUID id) {
        ExitProposal proposal = found(proposals.lock(id));
        jurisdiction.requireAct(asTheGroups(proposal));
        if (!proposal.division().equals(callers.current().division())) {
            throw Refusal.of(AdmissionProblem.GROUP_OF_ANOTHER_LEVEL).with("required", proposal.division());
        }
        return proposal;
    }

    /** @throws Refusal when the task is not in the community any more */
    void requireInCommunity(ExitProposal proposal) {
        placements.lock(proposal.placementId()).orElseThrow().requireInCommunity(LocalDate.now(clock));
    }

    ExitView view(ExitProposal proposal) {
        return new ExitView(
                proposal,
                voting.tally(proposal.matter()),
                voting.decision(proposal.matter()).orElse(null));
    }

    private static Reach asTheGroups(ExitProposal proposal) {
        return Reach.of(proposal.division())
                .ownedBy(proposal.department().value())
                .concerning(List.of(proposal.community()));
    }

    private static ExitProposal found(Optional<ExitProposal> proposal) {
        return proposal.orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
