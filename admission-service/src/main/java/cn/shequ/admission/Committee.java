package cn.shequ.admission;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether the caller is of a community's committee: its officer, and not one of a division above, whatever else. */
@ApplicationScoped
public class Committee {

    private final Jurisdiction jurisdiction;
    private final Callers callers;

    Committee(Jurisdiction jurisdiction, Callers callers) {
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    public boolean isOf(DivisionCode community) {
        Caller caller = callers.current();
        return caller.has(Roles.COMMUNITY_OFFICER) && community.equals(caller.division());
    }

    /** @throws Refusal 404 outside the caller's territory, 403 for a community below the caller's division */
    public void require(DivisionCode community) {
        jurisdiction.requireAct(Reach.of(community));
        if (!isOf(community)) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
    }
}
