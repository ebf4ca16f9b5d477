package cn.shequ.admission.task;

import cn.shequ.admission.department.Departments;
import cn.shequ.admission.leadinggroup.LeadingGroup;
import cn.shequ.admission.leadinggroup.LeadingGroups;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;

/** The level on which it is decided: the applicant's own (同级, Art. 5), or the next one up where that would be partial. */
@ApplicationScoped
public class DecidingLevel {

    private final LeadingGroups groups;
    private final Departments departments;
    private final Territory territory;

    DecidingLevel(LeadingGroups groups, Departments departments, Territory territory) {
        this.groups = groups;
        this.departments = departments;
        this.territory = territory;
    }

    /**
     * Who decides at first on what a body of the division applies for.
     *
     * @throws Refusal when the group that would decide does not exist
     */
    public Decider first(CreditCode applicant, DivisionCode division) {
        LeadingGroup own = groups.require(division);
        return departments.holder(own.hostDepartment()).equals(applicant)
                ? above(division, DecidedBecause.APPLICANT_HOSTS_GROUP)
                : new Decider(division, DecidedBecause.SAME_LEVEL);
    }

    /** Who decides on an application that is submitted, for the first time or again: who was recused stays so. */
    Decider of(TaskApplication application) {
        Submission former = application.submission();
        return former != null && former.decidedBecause() == DecidedBecause.RECUSAL
                ? new Decider(former.decidedBy(), former.decidedBecause())
                : first(application.department(), application.division());
    }

    /**
     * Who decides instead of the group of the division: that of the next level up. Where there is none it stays.
     *
     * @throws Refusal when the next level up has no group yet
     */
    Decider above(DivisionCode division, DecidedBecause because) {
        return territory
                .find(division)
                .map(Division::parent)
                .map(parent -> new Decider(groups.require(parent).division(), because))
                .orElseGet(() -> new Decider(division, DecidedBecause.NO_LEVEL_ABOVE));
    }
}
