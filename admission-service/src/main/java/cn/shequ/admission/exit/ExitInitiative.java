package cn.shequ.admission.exit;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.Contradictions;
import cn.shequ.admission.dueday.DueDay;
import cn.shequ.admission.dueday.DueDays;
import cn.shequ.admission.groupvote.Decider;
import cn.shequ.admission.groupvote.DecidingLevel;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.admission.leadinggroup.LeadingGroup;
import cn.shequ.admission.leadinggroup.LeadingGroups;
import cn.shequ.admission.placement.Placement;
import cn.shequ.admission.placement.Placements;
import cn.shequ.admission.task.TaskApplication;
import cn.shequ.admission.task.TaskApplications;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Who proposes the exit of what, and which of its placements that covers (Art. 5). */
@ApplicationScoped
class ExitInitiative {

    /** How long those who did not propose the exit have to state their positions. */
    static final String POSITION_WITHIN = "exit.position-within";

    /** From which share of the communities on, whose residents reject the task, it is generally rejected. */
    static final String REJECTING_COMMUNITIES = "exit.rejecting-communities";

    private final ExitProposals proposals;
    private final CoveredPlacements covered;
    private final ExitAccess access;
    private final Placements placements;
    private final TaskApplications applications;
    private final LeadingGroups groups;
    private final DecidingLevel levels;
    private final GroupVoting voting;
    private final Jurisdiction jurisdiction;
    private final Rulebook rulebook;
    private final DueDays days;
    private final Callers callers;
    private final Clock clock;

    ExitInitiative(
            ExitProposals proposals,
            CoveredPlacements covered,
            ExitAccess access,
            Placements placements,
            TaskApplications applications,
            LeadingGroups groups,
            DecidingLevel levels,
            GroupVoting voting,
            Jurisdiction jurisdiction,
            Rulebook rulebook,
            DueDays days,
            Callers callers,
            Clock clock) {
        this.proposals = proposals;
        this.covered = covered;
        this.access = access;
        this.placements = placements;
        this.applications = applications;
        this.groups = groups;
        this.levels = levels;
        this.voting = voting;
        this.jurisdiction = jurisdiction;
        this.rulebook = rulebook;
        this.days = days;
        this.callers = callers;
        this.clock = clock;
    }

    ExitProposal propose(NewExitProposal request) {
        Contradictions.refuse(request.findings());
        UUID application = request.application();
        return application == null
                ? ofPlacement(Objects.requireNonNull(request.placement()), request.effect())
                : ofApplication(application, request.effect());
    }

    /** By the community itself, or by the department whose task it is. */
    private ExitProposal ofPlacement(UUID id, String effect) {
        Placement placement = placements.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        Side side = access.side(placement);
        placement.requireInCommunity(LocalDate.now(clock));
        requireNotProposed(covered.proposed(List.of(id)));
        TaskApplication application =
                applications.find(placement.applicationId()).orElseThrow();
        return propose(application, List.of(placement), placement.community(), side, effect);
    }

    /**
     * By the department whose task it is, from wherever it is; or by an office of the application's division or one below
     * it, from its own territory. What is proposed already goes its own way and is not covered.
     */
    private ExitProposal ofApplication(UUID id, String effect) {
        TaskApplication application = applications.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        LocalDate today = LocalDate.now(clock);
        List<Placement> open = placements.lockOpen(id, jurisdiction.bindings());
        CreditCode holder =
                open.isEmpty() ? application.department() : open.getFirst().department();
        jurisdiction.requireSee(Reach.of(application.division())
                .ownedBy(holder.value())
                .concerning(open.stream().map(Placement::community).limit(1).toList()));
        Side side = access.side(application, holder);
        Map<UUID, UUID> proposed =
                covered.proposed(open.stream().map(Placement::id).toList());
        List<Placement> free = open.stream()
                .filter(placement -> !proposed.containsKey(placement.id()))
                .toList();
        if (free.stream().noneMatch(placement -> placement.isInCommunity(today))) {
            requireNotProposed(proposed);
            throw Refusal.of(AdmissionProblem.EXIT_COVERS_NOTHING).with("application", id);
        }
        DivisionCode reach = side == Side.DEPARTMENT
                ? application.division()
                : Objects.requireNonNull(callers.current().division());
        return propose(application, free, reach, side, effect);
    }

    private static void requireNotProposed(Map<UUID, UUID> proposed) {
        proposed.values().stream().findFirst().ifPresent(open -> {
            throw Refusal.of(AdmissionProblem.EXIT_IS_PROPOSED).with("exit", open);
        });
    }

    private ExitProposal propose(
            TaskApplication application, List<Placement> covers, DivisionCode reach, Side side, String effect) {
        LocalDate today = LocalDate.now(clock);
        UUID id = Ids.next();
        CreditCode department = covers.getFirst().department();
        CreditCode office = side == Side.OFFICE
                ? groups.of(reach).map(LeadingGroup::hostDepartment).orElse(null)
                : null;
        Decider decider = levels.beginning(ExitProposal.matter(id, 0, application.division(), department, office));
        DivisionCode group = decider.division();
        Rule within = rulebook.today(POSITION_WITHIN, group);
        Rule communities = rulebook.today(REJECTING_COMMUNITIES, group);
        DueDay positions = days.after(today, within.whole());
        ExitProposal.Proposed proposed = new ExitProposal.Proposed(
                id,
                application.id(),
                reach,
                covers.size(),
                group,
                decider.because(),
                side,
                office,
                callers.current().subject(),
                today,
                effect,
                positions.day(),
                positions.provisional(),
                within.reference(),
                communities.decimal(),
                communities.reference());
        proposals.add(proposed);
        covered.add(id, covers.stream().map(Placement::id).toList(), today);
        ExitProposal proposal = proposals.find(id).orElseThrow();
        voting.admit(proposal.matter(), side.capacity());
        return proposal;
    }
}
