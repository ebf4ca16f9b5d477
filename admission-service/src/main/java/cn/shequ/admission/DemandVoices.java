package cn.shequ.admission;

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
import org.jspecify.annotations.Nullable;

/**
 * Who says that a body demanded something of a community: the committee, which writes down whose demand it was, or an
 * officer of a department, who speaks for the own department alone.
 */
@ApplicationScoped
public class DemandVoices {

    private final Committee committee;
    private final Jurisdiction jurisdiction;
    private final Callers callers;

    DemandVoices(Committee committee, Jurisdiction jurisdiction, Callers callers) {
        this.committee = committee;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    /**
     * @param body who demanded; null for one that is not registered
     * @throws Refusal 404 outside the caller's territory, 403 for a demand that is not the caller's to enter
     */
    public void require(DivisionCode community, @Nullable CreditCode body) {
        jurisdiction.requireAct(Reach.of(community));
        if (committee.isOf(community)) {
            return;
        }
        Caller caller = callers.current();
        if (!caller.has(Roles.DEPARTMENT_OFFICER)) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        if (body == null || !body.value().equals(caller.department())) {
            throw Refusal.of(HttpProblem.OTHER_DEPARTMENT);
        }
    }
}
