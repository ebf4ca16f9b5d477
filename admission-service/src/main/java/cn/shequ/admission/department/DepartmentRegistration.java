package cn.shequ.admission.department;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.CreditCodes;
import cn.shequ.admission.cooperation.Fulfilments;
import cn.shequ.admission.cooperation.Functions;
import cn.shequ.admission.placement.Placements;
import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Registers bodies and records what they do, what they are called and who succeeds whom. */
@ApplicationScoped
public class DepartmentRegistration {

    private final Departments departments;
    private final CreditCodes creditCodes;
    private final Functions functions;
    private final Fulfilments fulfilments;
    private final Renamings renamings;
    private final Placements placements;
    private final List<WhenSucceeded> whenSucceeded;
    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final EventLog events;
    private final Callers callers;
    private final Clock clock;

    DepartmentRegistration(
            Departments departments,
            CreditCodes creditCodes,
            Functions functions,
            Fulfilments fulfilments,
            Renamings renamings,
            Placements placements,
            @All List<WhenSucceeded> whenSucceeded,
            Territory territory,
            Jurisdiction jurisdiction,
            EventLog events,
            Callers callers,
            Clock clock) {
        this.departments = departments;
        this.creditCodes = creditCodes;
        this.functions = functions;
        this.fulfilments = fulfilments;
        this.renamings = renamings;
        this.placements = placements;
        this.whenSucceeded = whenSucceeded;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.events = events;
        this.callers = callers;
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
        if (creditCodes.isOrganisations(body.creditCode())) {
            throw Refusal.of(AdmissionProblem.CREDIT_CODE_REGISTERED).with("creditCode", body.creditCode());
        }
        Department department = body.department();
        functions.requireFit(department.category(), department.functions());
        if (!departments.add(department)) {
            throw Refusal.of(AdmissionProblem.DEPARTMENT_EXISTS).with("creditCode", body.creditCode());
        }
        fulfils(department, department.functions());
        events.append(department.changed());
        return department;
    }

    /** These are all functions that the body fulfils from now on. */
    Department fulfil(CreditCode code, @Nullable String ifMatch, Set<CooperationFunction> fulfilled) {
        Department present = locked(code, ifMatch);
        functions.requireFit(present.category(), fulfilled);
        fulfilments.remove(code);
        fulfils(present, fulfilled);
        departments.advance(code);
        Department changed = departments.find(code).orElseThrow();
        events.append(changed.changed());
        return changed;
    }

    /** The same body under another name; what is on record keeps the name that it was written with. */
    Department rename(CreditCode code, @Nullable String ifMatch, NewName name) {
        Department present = locked(code, ifMatch);
        if (present.nameZh().equals(name.nameZh()) && Objects.equals(present.nameEn(), name.nameEn())) {
            throw Refusal.of(AdmissionProblem.FORM_CONTRADICTORY).at(FieldError.of("nameZh", "called-so-already"));
        }
        renamings.add(present, name, LocalDate.now(clock), callers.current().subject());
        Department renamed = departments.find(code).orElseThrow();
        events.append(renamed.changed());
        return renamed;
    }

    /** A body in existence that the caller may change, which nobody else changes until the transaction ends. */
    private Department locked(CreditCode code, @Nullable String ifMatch) {
        departments.lock(code);
        Department present = departments.find(code).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(Reach.of(present.division()));
        if (present.isSucceeded()) {
            throw Refusal.of(AdmissionProblem.DEPARTMENT_SUCCEEDED).with("creditCode", code);
        }
        Version.require(ifMatch, present.version());
        return present;
    }

    private void fulfils(Department body, Set<CooperationFunction> fulfilled) {
        if (!fulfilments.add(body.creditCode(), body.division(), body.category(), fulfilled)) {
            throw Refusal.of(AdmissionProblem.FUNCTION_FULFILLED).with("division", body.division());
        }
    }

    /**
     * The successor holds from now on what its predecessor held (mergers are common), and fulfils those of
     * its functions that fit the successor's category and division.
     */
    Department succeed(CreditCode code, CreditCode successor) {
        departments.lock(code, successor);
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
        fulfilments.handOver(code, successor);
        Department succeeded = departments.find(code).orElseThrow();
        events.append(succeeded.changed());
        tellGained(next);
        return succeeded;
    }

    private void tellGained(Department before) {
        Department after = departments.find(before.creditCode()).orElseThrow();
        if (!after.functions().equals(before.functions())) {
            departments.advance(after.creditCode());
            events.append(after.changed());
        }
    }

    private static Refusal unknown(DivisionCode division) {
        return Refusal.of(HttpProblem.INVALID_REQUEST)
                .at(FieldError.of("division", "unknown-division", Map.of("value", division)));
    }
}
