package cn.shequ.admission.exit;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.admission.groupvote.Recusals;
import cn.shequ.admission.placement.Placement;
import cn.shequ.admission.task.TaskApplication;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may see and act on a proposed exit: its communities and its department; the office that proposed it; the leading
 * group that decides and no other; and to see it, whoever serves one of the communities.
 */
@ApplicationScoped
class ExitAccess {

    private final ExitProposals proposals;
    private final CoveredPlacements covered;
    private final GroupVoting voting;
    private final Territory territory;
    private final Recusals recusals;
    private final Jurisdiction jurisdiction;
    private final Callers callers;

    ExitAccess(
            ExitProposals proposals,
            CoveredPlacements covered,
            GroupVoting voting,
            Territory territory,
            Recusals recusals,
            Jurisdiction jurisdiction,
            Callers callers) {
        this.proposals = proposals;
        this.covered = covered;
        this.voting = voting;
        this.territory = territory;
        this.recusals = recusals;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    ExitView seen(UUID id) {
        return view(visible(id));
    }

    /** What a proposal that the caller may see covers. */
    Page<CoveredPlacement> covers(UUID id, PageRequest page) {
        return covered.of(visible(id).id(), page);
    }

    private ExitProposal visible(UUID id) {
        ExitProposal proposal = found(proposals.find(id));
        jurisdiction.requireSee(reach(proposal));
        return proposal;
    }

    /** As it is now, after a change by whoever may make it. */
    ExitProposal present(UUID id) {
        return found(proposals.find(id));
    }

    /** Nobody else changes the proposal until the transaction ends. */
    ExitProposal locked(UUID id) {
        return found(proposals.lock(id));
    }

    /** For the members and the office of the group that decides. */
    ExitProposal lockedByGroup(UUID id) {
        ExitProposal proposal = locked(id);
        jurisdiction.requireAct(reach(proposal));
        if (!proposal.division().equals(callers.current().division())) {
            throw Refusal.of(AdmissionProblem.GROUP_OF_ANOTHER_LEVEL).with("required", proposal.division());
        }
        return proposal;
    }

    /**
     * For whom the caller speaks: a community officer for exactly the own community, a department's officer for the own
     * department, an office for what it proposed itself, whatever other roles they have.
     *
     * @throws Refusal when it is none of them
     */
    Voice voice(ExitProposal proposal) {
        Caller caller = callers.current();
        Optional<CoveredPlacement> own = Optional.ofNullable(caller.division())
                .filter(division -> caller.has(Roles.COMMUNITY_OFFICER))
                .flatMap(division -> covered.in(proposal.id(), division));
        if (own.isPresent()) {
            return new Voice(Side.COMMUNITY, own.get());
        }
        jurisdiction.requireAct(reach(proposal));
        if (caller.has(Roles.DEPARTMENT_OFFICER)) {
            requireDepartment(caller, proposal.department().value());
            return Voice.of(Side.DEPARTMENT);
        }
        if (proposal.side() == Side.OFFICE
                && isOffice(caller)
                && proposal.territory().equals(caller.division())) {
            return Voice.of(Side.OFFICE);
        }
        throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
    }

    /** On whose behalf the caller proposes the exit of one task. */
    Side side(Placement placement) {
        Caller caller = callers.current();
        DivisionCode community = placement.community();
        String department = placement.department().value();
        jurisdiction.requireAct(Reach.of(community).ownedBy(department).concerning(List.of(community)));
        if (caller.has(Roles.COMMUNITY_OFFICER) && community.equals(caller.division())) {
            return Side.COMMUNITY;
        }
        if (!caller.has(Roles.DEPARTMENT_OFFICER)) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        requireDepartment(caller, department);
        return Side.DEPARTMENT;
    }

    /** On whose behalf the caller proposes the exit of an application, whose placements this department holds. */
    Side side(TaskApplication application, CreditCode holder) {
        Caller caller = callers.current();
        if (caller.has(Roles.DEPARTMENT_OFFICER)) {
            requireDepartment(caller, holder.value());
            return Side.DEPARTMENT;
        }
        if (isOffice(caller)
                && caller.division() != null
                && territory.isWithin(caller.division(), application.division())) {
            return Side.OFFICE;
        }
        throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
    }

    private static boolean isOffice(Caller caller) {
        return caller.has(Roles.SUBDISTRICT_OFFICER) || caller.has(Roles.LEADING_GROUP_OFFICE);
    }

    /** @throws Refusal when the caller is of another department */
    private static void requireDepartment(Caller caller, String department) {
        if (!department.equals(caller.department())) {
            throw Refusal.of(HttpProblem.OTHER_DEPARTMENT);
        }
    }

    ExitView view(ExitProposal proposal) {
        return new ExitView(
                proposal,
                covered.of(proposal.id(), PageRequest.of(ExitView.COVERS, null)).items(),
                recusals.of(proposal.matter()),
                voting.tally(proposal.matter()),
                voting.decision(proposal.matter()).orElse(null));
    }

    private Reach reach(ExitProposal proposal) {
        return Reach.of(proposal.territory())
                .ownedBy(proposal.department().value())
                .concerning(covered.concerning(proposal.id(), jurisdiction.bindings()));
    }

    private static ExitProposal found(Optional<ExitProposal> proposal) {
        return proposal.orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
