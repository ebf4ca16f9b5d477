package cn.shequ.admission.groupvote;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.department.Departments;
import cn.shequ.admission.leadinggroup.LeadingGroup;
import cn.shequ.admission.leadinggroup.LeadingGroups;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;

/** The level on which it is decided: the applicant's own (同级, Art. 5, 7), or the next one up that can decide impartially. */
@ApplicationScoped
public class DecidingLevel {

    private final LeadingGroups groups;
    private final GroupVoting voting;
    private final Departments departments;
    private final Territory territory;

    DecidingLevel(LeadingGroups groups, GroupVoting voting, Departments departments, Territory territory) {
        this.groups = groups;
        this.voting = voting;
        this.departments = departments;
        this.territory = territory;
    }

    /**
     * Who decides on a matter of the division's own level that begins, or begins again: who was recused stays so.
     *
     * @throws Refusal when the division has no leading group
     */
    public Decider beginning(Matter own) {
        LeadingGroup group = groups.require(own.division());
        if (isHostedByParty(group, own)) {
            return above(own.division())
                    .filter(next -> !isHostedByParty(next, own))
                    .map(next -> begins(own, next, DecidedBecause.APPLICANT_HOSTS_GROUP))
                    .orElseGet(() -> instead(own));
        }
        return begins(own, group, DecidedBecause.SAME_LEVEL);
    }

    private Decider begins(Matter own, LeadingGroup group, DecidedBecause because) {
        Matter there = own.before(group.division());
        return canDecide(there, group) ? new Decider(group.division(), because) : instead(there);
    }

    /** Who decides instead of the group that has the matter and cannot: one further up, or where there is none, still it. */
    Decider instead(Matter matter) {
        Optional<LeadingGroup> next = above(matter.division());
        while (next.isPresent() && !canDecide(matter.before(next.get().division()), next.get())) {
            next = above(next.get().division());
        }
        return next.map(group -> new Decider(group.division(), DecidedBecause.GROUP_CANNOT_DECIDE))
                .orElseGet(() -> new Decider(matter.division(), DecidedBecause.NO_LEVEL_ABOVE));
    }

    /**
     * Who decides on a matter from which somebody was recused: empty where those who are left can.
     *
     * @return the group of a level above, or the same for want of one
     */
    public Optional<Decider> afterRecusal(Matter matter) {
        return canGoOn(matter) ? Optional.empty() : Optional.of(instead(matter));
    }

    /**
     * Who decides on a matter that its office passes up: terms ran out, a deputy left.
     *
     * @throws Refusal when the group can bring it to an end, or when no level above can either
     */
    public Decider passedUp(Matter matter) {
        if (canGoOn(matter)) {
            throw Refusal.of(AdmissionProblem.GROUP_CAN_DECIDE).with("division", matter.division());
        }
        voting.admit(matter, Capacity.OFFICE);
        Decider next = instead(matter);
        if (next.division().equals(matter.division())) {
            throw Refusal.of(AdmissionProblem.NO_LEVEL_ABOVE).with("division", matter.division());
        }
        return next;
    }

    /** Who may take over what the group lets lie; nobody where no level above can decide. */
    public Optional<Decider> whenOverdue(Matter matter) {
        DivisionCode next = instead(matter).division();
        return next.equals(matter.division())
                ? Optional.empty()
                : Optional.of(new Decider(next, DecidedBecause.GROUP_OVERDUE));
    }

    private boolean canGoOn(Matter matter) {
        return canDecide(matter, groups.require(matter.division()));
    }

    /** Whether a quorum may vote and, where it is signed, somebody may sign, in a group that no party hosts. */
    private boolean canDecide(Matter matter, LeadingGroup group) {
        return voting.canReachQuorum(matter, group)
                && (!matter.kind().isSigned() || voting.anyMaySign(matter, group))
                && !isHostedByParty(group, matter);
    }

    private boolean isHostedByParty(LeadingGroup group, Matter matter) {
        return matter.parties().stream()
                .map(departments::holder)
                .collect(Collectors.toSet())
                .contains(departments.holder(group.hostDepartment()));
    }

    /** The group of the nearest level above that has one. */
    private Optional<LeadingGroup> above(DivisionCode division) {
        Optional<DivisionCode> parent = territory.find(division).map(Division::parent);
        while (parent.isPresent()) {
            Optional<LeadingGroup> group = parent.flatMap(groups::of);
            if (group.isPresent()) {
                return group;
            }
            parent = parent.flatMap(territory::find).map(Division::parent);
        }
        return Optional.empty();
    }
}
