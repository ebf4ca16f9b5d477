package cn.shequ.admission.leadinggroup;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.department.Departments;
import cn.shequ.events.admission.GroupLevel;
import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets up leading groups and records who joins and leaves them (Art. 34). */
@ApplicationScoped
public class GroupFormation {

    private final LeadingGroups groups;
    private final Departments departments;
    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final EventLog events;

    GroupFormation(
            LeadingGroups groups,
            Departments departments,
            Territory territory,
            Jurisdiction jurisdiction,
            EventLog events) {
        this.groups = groups;
        this.departments = departments;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.events = events;
    }

    LeadingGroup form(NewLeadingGroup request) {
        DivisionCode code = request.division();
        Division division = territory.find(code).orElseThrow(() -> Refusal.of(HttpProblem.INVALID_REQUEST)
                .at(FieldError.of("division", "unknown-division", Map.of("value", code))));
        jurisdiction.requireAct(Reach.of(code));
        LeadingGroup group = group(Ids.next(), code, level(division.level()), 1, request.composition());
        if (!groups.add(group)) {
            throw Refusal.of(AdmissionProblem.LEADING_GROUP_EXISTS).with("division", code);
        }
        events.append(group.changed());
        return group;
    }

    LeadingGroup recompose(UUID id, @Nullable String ifMatch, Composition composition) {
        LeadingGroup present = groups.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(Reach.of(present.division()));
        Version.require(ifMatch, present.version());
        LeadingGroup group = group(id, present.division(), present.level(), present.version() + 1, composition);
        if (!groups.replace(group)) {
            throw Refusal.of(HttpProblem.STALE_VERSION).with("present", present.version() + 1);
        }
        events.append(group.changed());
        return group;
    }

    private LeadingGroup group(UUID id, DivisionCode division, GroupLevel level, int version, Composition composition) {
        composition.check();
        composition.requireResponsible(level);
        if (departments.find(composition.hostDepartment()).isEmpty()) {
            throw Refusal.of(AdmissionProblem.DEPARTMENT_UNKNOWN).with("creditCode", composition.hostDepartment());
        }
        return new LeadingGroup(
                id,
                division,
                level,
                composition.hostDepartment(),
                composition.principalLeader(),
                composition.firstResponsible(),
                composition.directlyResponsible(),
                composition.validFrom(),
                version,
                composition.members(),
                composition.deputiesOrNone());
    }

    private static GroupLevel level(DivisionLevel level) {
        return switch (level) {
            case CITY -> GroupLevel.CITY;
            case COUNTY_LEVEL -> GroupLevel.COUNTY_LEVEL;
            case TOWNSHIP_LEVEL -> GroupLevel.TOWNSHIP_LEVEL;
            case COMMUNITY ->
                throw Refusal.of(AdmissionProblem.LEADING_GROUP_LEVEL).with("actual", level);
        };
    }
}
