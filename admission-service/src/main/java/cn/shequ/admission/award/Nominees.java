package cn.shequ.admission.award;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.department.Department;
import cn.shequ.admission.department.Departments;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Who can be nominated: a body that there is, in the territory of who gives the award, and under no veto (Art. 16). */
@ApplicationScoped
class Nominees {

    private final Vetoes vetoes;
    private final Departments departments;
    private final Territory territory;
    private final Clock clock;

    Nominees(Vetoes vetoes, Departments departments, Territory territory, Clock clock) {
        this.vetoes = vetoes;
        this.departments = departments;
        this.territory = territory;
        this.clock = clock;
    }

    /** Dates are compared now; nothing waits for a job. */
    Eligibility eligibility(Nominee nominee) {
        LocalDate today = LocalDate.now(clock);
        return Eligibility.of(nominee, today, vetoes.against(nominee, today));
    }

    /** @throws Refusal {@link AdmissionProblem#AWARD_INELIGIBLE} while a veto lies upon it */
    void requireEligible(Nominee nominee) {
        List<Veto> inForce = eligibility(nominee).vetoes();
        if (!inForce.isEmpty()) {
            Veto longest = inForce.getFirst();
            throw Refusal.of(AdmissionProblem.AWARD_INELIGIBLE)
                    .with("nominee", nominee)
                    .with("veto", longest.id())
                    .with("body", longest.body())
                    .with("validFrom", longest.validFrom())
                    .with("validTo", longest.validTo());
        }
    }

    /**
     * Where it stands.
     *
     * @throws Refusal when there is no such division or body, or another body has taken its place
     */
    DivisionCode place(Nominee nominee) {
        CreditCode body = nominee.body();
        return body == null ? division(nominee) : present(body).division();
    }

    private DivisionCode division(Nominee nominee) {
        DivisionCode code = DivisionCode.of(nominee.value());
        if (territory.find(code).isEmpty()) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of("nominee", "unknown-division", Map.of("value", code)));
        }
        return code;
    }

    private Department present(CreditCode code) {
        Department body = departments.find(code).orElseThrow(() -> Refusal.of(AdmissionProblem.DEPARTMENT_UNKNOWN)
                .with("creditCode", code));
        if (body.isSucceeded()) {
            throw Refusal.of(AdmissionProblem.DEPARTMENT_SUCCEEDED).with("creditCode", code);
        }
        return body;
    }
}
