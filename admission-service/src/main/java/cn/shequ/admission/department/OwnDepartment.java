package cn.shequ.admission.department;

import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;

/** The body for which the caller acts, as the token says. */
@ApplicationScoped
public class OwnDepartment {

    private final Departments departments;
    private final Callers callers;

    OwnDepartment(Departments departments, Callers callers) {
        this.departments = departments;
        this.callers = callers;
    }

    /** @throws Refusal 403 for a caller without a department, 422 for one that is not registered or has a successor */
    public Department require() {
        String code = callers.current().department();
        if (code == null) {
            throw Refusal.of(HttpProblem.OTHER_DEPARTMENT);
        }
        return departments.requireInExistence(CreditCode.of(code));
    }
}
