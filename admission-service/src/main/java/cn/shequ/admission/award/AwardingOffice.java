package cn.shequ.admission.award;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.leadinggroup.LeadingGroups;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Awards are given, campaigns held and divisions assessed where leading groups are (Art. 34, 36): by each one's own office. */
@ApplicationScoped
public class AwardingOffice {

    private final Territory territory;
    private final LeadingGroups groups;
    private final Jurisdiction jurisdiction;
    private final Callers callers;

    AwardingOffice(Territory territory, LeadingGroups groups, Jurisdiction jurisdiction, Callers callers) {
        this.territory = territory;
        this.groups = groups;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    /** @throws Refusal when there is no such division, it is a community or another's, or it has no leading group */
    public void require(DivisionCode code) {
        Division division = territory.find(code).orElseThrow(() -> Refusal.of(HttpProblem.INVALID_REQUEST)
                .at(FieldError.of("division", "unknown-division", Map.of("value", code))));
        jurisdiction.requireSee(Reach.of(code));
        if (division.level() == DivisionLevel.COMMUNITY) {
            throw Refusal.of(AdmissionProblem.LEADING_GROUP_LEVEL).with("actual", division.level());
        }
        requireAct(Reach.of(code));
        groups.require(code);
    }

    /**
     * What the city and its districts do, and no subdistrict.
     *
     * @throws Refusal by the given code when the division is a township-level one
     */
    public void requireAboveSubdistricts(DivisionCode code, AdmissionProblem otherwise) {
        boolean subdistrict = territory
                .find(code)
                .filter(division -> division.level() == DivisionLevel.TOWNSHIP_LEVEL)
                .isPresent();
        if (subdistrict) {
            throw Refusal.of(otherwise).with("actual", DivisionLevel.TOWNSHIP_LEVEL);
        }
    }

    /**
     * An office gives nothing in the name of another, not even of one below it.
     *
     * @throws Refusal when the caller may not see it, or does not serve exactly its division
     */
    public void requireAct(Reach reach) {
        jurisdiction.requireAct(reach);
        if (!reach.division().equals(callers.current().division())) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
    }
}
