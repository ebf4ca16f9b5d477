package cn.shequ.admission.department;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.CreditCodes;
import cn.shequ.admission.placement.Placements;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Registers bodies and records who succeeds whom. */
@ApplicationScoped
public class DepartmentRegistration {

    private final Departments departments;
    private final CreditCodes creditCodes;
    private final Placements placements;
    private final List<WhenSucceeded> whenSucceeded;
    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final EventLog events;
    private final Clock clock;

    DepartmentRegistration(
            Departments departments,
            CreditCodes creditCodes,
            Placements placements,
            @All List<WhenSucceeded> whenSucceeded,
            Territory territory,
            Jurisdiction jurisdiction,
            EventLog events,
            Clock clock) {
        this.departments = departments;
        this.creditCodes = creditCodes;
        this.placements = placements;
        this.whenSucceeded = whenSucceeded;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.events = events;
        this.clock = clock;
    }

    Department register(NewDepartment body) {
        Division division = territory.find(body.division()).orElseThrow(() -> unknown(body.division()));
        jurisdiction.requireAct(Reach.of(body.division()));
        if (!AffiliationRule.fits(body.affiliationLevel(), division.level())) {
            throw Refusal.of(AdmissionProblem.LEVEL_DOES_NOT_FIT)
                    .with("required", AffiliationRule.required(body.affiliationLevel()))
                    .with("actual", division.level());
        }
        if (!creditCodes.ofOrganisations(Set.of(body.creditCode())).isEmpty()) {
            throw Refusal.of(AdmissionProblem.CREDIT_CODE_REGISTERED).with("creditCode", body.creditCode());
        }
        Department department = body.department();
        if (!departments.add(department)) {
            throw Refusal.of(AdmissionProblem.DEPARTMENT_EXISTS).with("creditCode", body.creditCode());
        }
        events.append(department.changed());
        return department;
    }

    /** The successor holds from now on what its predecessor held (mergers and renamings are common). */
    Department succeed(CreditCode code, CreditCode successor) {
        Department predecessor = departments.find(code).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(Reach.of(predecessor.division()));
        Department next = departments
                .find(successor)
                .filter(found -> !found.isSucceeded() && !successor.equals(code))
                .orElseThrow(
                        () -> Refusal.of(AdmissionProblem.DEPARTMENT_UNKNOWN).with("creditCode", successor));
        jurisdiction.requireAct(Reach.of(next.division()));
        if (!departments.succeed(code, successor, LocalDate.now(clock))) {
            throw Refusal.of(AdmissionProblem.DEPARTMENT_SUCCEEDED).with("creditCode", code);
        }
        placements.handOver(code, successor);
        whenSucceeded.forEach(effect -> effect.succeeded(code, successor));
        Department succeeded = departments.find(code).orElseThrow();
        events.append(succeeded.changed());
        return succeeded;
    }

    private static Refusal unknown(DivisionCode division) {
        return Refusal.of(HttpProblem.INVALID_REQUEST)
                .at(FieldError.of("division", "unknown-division", Map.of("value", division)));
    }
}
