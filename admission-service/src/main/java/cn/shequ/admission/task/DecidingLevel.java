package cn.shequ.admission.task;

import cn.shequ.admission.department.Departments;
import cn.shequ.admission.groupvote.GroupVoting;
import cn.shequ.admission.groupvote.Matter;
import cn.shequ.admission.leadinggroup.LeadingGroup;
import cn.shequ.admission.leadinggroup.LeadingGroups;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The level on which it is decided: the applicant's own (同级, Art. 5), or the next one up that can decide impartially. */
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
     * Who decides at first on what a body of the division applies for, or proposes to end.
     *
     * @throws Refusal when the division has no leading group
     */
    public Decider first(CreditCode applicant, DivisionCode division) {
        LeadingGroup own = groups.require(division);
        if (!isHostedBy(own, applicant)) {
            return new Decider(division, DecidedBecause.SAME_LEVEL);
        }
        return above(division)
                .filter(group -> !isHostedBy(group, applicant))
                .map(group -> new Decider(group.division(), DecidedBecause.APPLICANT_HOSTS_GROUP))
                .orElseGet(() -> new Decider(division, DecidedBecause.NO_LEVEL_ABOVE));
    }

    /** Who decides on an application that is submitted, for the first time or again: who was recused stays so. */
    Decider of(TaskApplication application) {
        Decider first = first(application.department(), application.division());
        return canBegin(application, first.division()) ? first : instead(application, first.division());
    }

    /** Who decides instead of the group of the division, which cannot: one further up, or where there is none, still it. */
    Decider instead(TaskApplication application, DivisionCode division) {
        Optional<LeadingGroup> next = above(division);
        while (next.isPresent() && !canBegin(application, next.get().division())) {
            next = above(next.get().division());
        }
        return next.map(group -> new Decider(group.division(), DecidedBecause.GROUP_CANNOT_DECIDE))
                .orElseGet(() -> new Decider(division, DecidedBecause.NO_LEVEL_ABOVE));
    }

    /** Whether the group that has the application can bring it to an end. */
    boolean canGoOn(TaskApplication application) {
        return canDecide(application.matter(), application.department());
    }

    private boolean canBegin(TaskApplication application, DivisionCode division) {
        Matter matter = new Matter(Matter.Kind.TASK, application.id(), application.round() + 1, division);
        return canDecide(matter, application.department());
    }

    /** Whether a quorum may vote and somebody may sign, in a group that the applicant does not host. */
    private boolean canDecide(Matter matter, CreditCode applicant) {
        return voting.canReachQuorum(matter)
                && voting.anyMaySign(matter)
                && !isHostedBy(groups.require(matter.division()), applicant);
    }

    private boolean isHostedBy(LeadingGroup group, CreditCode body) {
        return departments.holder(group.hostDepartment()).equals(departments.holder(body));
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
