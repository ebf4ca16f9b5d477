package cn.shequ.admission.burden;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.Contradictions;
import cn.shequ.admission.Counterpart;
import cn.shequ.admission.department.Department;
import cn.shequ.admission.department.OwnDepartment;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import cn.shequ.kit.time.KnownDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A body asks for an exemption with its reason; the leading-group office of its own level decides (Art. 7). */
@ApplicationScoped
class DemandExemptionDesk {

    static final String LASTS = "exemption.lasts";

    private final DemandExemptions exemptions;
    private final OwnDepartment ownDepartment;
    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final Rulebook rulebook;
    private final Callers callers;
    private final Clock clock;

    DemandExemptionDesk(
            DemandExemptions exemptions,
            OwnDepartment ownDepartment,
            Territory territory,
            Jurisdiction jurisdiction,
            Rulebook rulebook,
            Callers callers,
            Clock clock) {
        this.exemptions = exemptions;
        this.ownDepartment = ownDepartment;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.rulebook = rulebook;
        this.callers = callers;
        this.clock = clock;
    }

    DemandExemption request(NewDemandExemption asked) {
        Department body = ownDepartment.require();
        LocalDate today = LocalDate.now(clock);
        jurisdiction.requireAct(Reach.of(body.division()));
        KnownDays.require("validFrom", asked.validFrom());
        KnownDays.require("validTo", asked.validTo());
        Contradictions.refuse(asked.findings(today));
        asked.tooLong(rulebook.today(LASTS, body.division())).ifPresent(refusal -> {
            throw refusal;
        });
        requireWithin(asked.division(), body.division());
        DemandExemption exemption = new DemandExemption(
                Ids.next(),
                body.creditCode(),
                body.division(),
                asked.division(),
                asked.kind(),
                asked.matter(),
                asked.demanded(),
                asked.reason(),
                asked.validFrom(),
                asked.validTo(),
                callers.current().subject(),
                today,
                DemandExemption.Stage.REQUESTED,
                null,
                null,
                null);
        exemptions.add(exemption);
        return exemption;
    }

    /** @param why it is declined; null when it is approved */
    DemandExemption decide(UUID id, DemandExemption.Stage decision, @Nullable String why) {
        DemandExemption present = exemptions.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(Reach.of(present.decidingDivision()));
        Caller caller = callers.current();
        if (!present.decidingDivision().equals(caller.division())) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        if (present.stage() != DemandExemption.Stage.REQUESTED) {
            throw Refusal.of(AdmissionProblem.EXEMPTION_DECIDED).with("stage", present.stage());
        }
        if (present.requestedBy().equals(caller.subject())) {
            throw Refusal.of(AdmissionProblem.ALREADY_ACTED).with("capacity", Counterpart.APPROVER);
        }
        DemandExemption decided = present.decided(decision, caller.subject(), LocalDate.now(clock), why);
        exemptions.decide(decided);
        return decided;
    }

    /** What was decided is for everybody; of what is asked for, only those concerned hear. */
    DemandExemption published(UUID id) {
        return exemptions
                .find(id)
                .filter(exemption -> exemption.stage() != DemandExemption.Stage.REQUESTED)
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    DemandExemption seen(UUID id) {
        DemandExemption exemption = exemptions.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(exemption.reach());
        return exemption;
    }

    /** What bodies of the caller's territory asked for, of a department's officer only its own. */
    Page<DemandExemption> requests(DemandExemption.@Nullable Stage stage, PageRequest request) {
        return exemptions.requests(stage, callers.current().onlyDepartment(), jurisdiction.bindings(), request);
    }

    private void requireWithin(DivisionCode asked, DivisionCode own) {
        if (territory.find(asked).isEmpty()) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of("division", "unknown-division", Map.of("value", asked)));
        }
        if (!territory.isWithin(asked, own)) {
            throw Refusal.of(AdmissionProblem.EXEMPTION_OUTSIDE_DIVISION)
                    .with("required", own)
                    .with("actual", asked);
        }
    }
}
