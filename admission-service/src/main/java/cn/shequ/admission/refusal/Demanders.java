package cn.shequ.admission.refusal;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.department.Department;
import cn.shequ.admission.department.Departments;
import cn.shequ.admission.leadinggroup.LeadingGroups;
import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out who demanded and, from that, whose office coordinates. */
@ApplicationScoped
public class Demanders {

    private final Departments departments;
    private final LeadingGroups groups;
    private final Territory territory;

    Demanders(Departments departments, LeadingGroups groups, Territory territory) {
        this.departments = departments;
        this.groups = groups;
        this.territory = territory;
    }

    /** The body as it is recorded; without a division when it is not registered. */
    public record Body(
            @Nullable CreditCode creditCode,
            String name,
            AffiliationLevel level,
            @Nullable DivisionCode division) {}

    /** @throws Refusal {@link AdmissionProblem#DEPARTMENT_UNKNOWN}, or what is missing of a body that is not registered */
    public Body identify(DemandingBody demanding) {
        return identify(demanding, "demandingBody");
    }

    /** @param field where the request names the body */
    public Body identify(DemandingBody demanding, String field) {
        CreditCode code = demanding.creditCode();
        if (code != null) {
            Department department = departments.find(code).orElseThrow(() -> Refusal.of(
                            AdmissionProblem.DEPARTMENT_UNKNOWN)
                    .with("creditCode", code));
            return new Body(code, department.nameZh(), department.affiliationLevel(), department.division());
        }
        String name = demanding.name();
        AffiliationLevel level = demanding.level();
        if (name == null || name.isBlank() || level == null) {
            Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
            if (name == null || name.isBlank()) {
                invalid.at(FieldError.of(field + ".name", "required"));
            }
            if (level == null) {
                invalid.at(FieldError.of(field + ".level", "required"));
            }
            throw invalid;
        }
        return new Body(null, name, level, null);
    }

    DivisionCode coordinating(DivisionCode community, Body body, LocalDate today) {
        List<Coordination.Candidate> upwards = Stream.of(DivisionLevel.COUNTY_LEVEL, DivisionLevel.CITY)
                .map(level -> territory.enclosing(community, level, today))
                .flatMap(Optional::stream)
                .map(division -> candidate(division, body))
                .toList();
        return Coordination.of(upwards);
    }

    private Coordination.Candidate candidate(Division division, Body body) {
        return new Coordination.Candidate(
                division.code(), groups.of(division.code()).isPresent(), covers(division, body));
    }

    private boolean covers(Division division, Body body) {
        if (body.division() != null) {
            return territory.isWithin(body.division(), division.code());
        }
        return switch (body.level()) {
            case CENTRAL, PROVINCE, CITY -> division.level() == DivisionLevel.CITY;
            case COUNTY_LEVEL, TOWNSHIP_LEVEL -> true;
        };
    }
}
