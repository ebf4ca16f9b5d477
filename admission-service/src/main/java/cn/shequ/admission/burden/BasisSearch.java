package cn.shequ.admission.burden;

import cn.shequ.admission.check.AdmissionChecks;
import cn.shequ.admission.check.Verdict;
import cn.shequ.admission.department.Departments;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for what a demand rests on: the form or exemption that it names, else what was admitted or what law says. */
@ApplicationScoped
class BasisSearch {

    private final AdmissionChecks checks;
    private final FormCatalogue catalogue;
    private final DemandExemptions exemptions;
    private final Departments departments;
    private final Territory territory;

    BasisSearch(
            AdmissionChecks checks,
            FormCatalogue catalogue,
            DemandExemptions exemptions,
            Departments departments,
            Territory territory) {
        this.checks = checks;
        this.catalogue = catalogue;
        this.exemptions = exemptions;
        this.departments = departments;
        this.territory = territory;
    }

    /** @param body who demands; null for a body that is not registered */
    Finding find(NewDemand asked, @Nullable CreditCode body, LocalDate day) {
        Verdict verdict = body == null
                ? checks.ofUnregistered(asked.matter(), day)
                : checks.verdict(body, asked.community(), asked.matter(), day);
        DemandBasis named = named(asked);
        // Neither a form nor an exemption shifts an office's duty onto the committee.
        if (verdict.officeDuty() != null) {
            return Finding.refused(named, DemandGrounds.DUTY_SHIFTED);
        }
        return switch (named) {
            case CATALOGUE_FORM -> ofForm(asked, body, day);
            case EXEMPTION -> ofExemption(asked, body, day);
            case ADMITTED_TASK, STATUTORY_DUTY -> Finding.ofMatter(verdict, asked.kind(), body);
        };
    }

    private static DemandBasis named(NewDemand asked) {
        if (asked.kind().needsForm()) {
            return DemandBasis.CATALOGUE_FORM;
        }
        return asked.kind().needsExemption() || asked.exemption() != null
                ? DemandBasis.EXEMPTION
                : DemandBasis.ADMITTED_TASK;
    }

    private Finding ofForm(NewDemand asked, @Nullable CreditCode body, LocalDate day) {
        return Optional.ofNullable(asked.form())
                .flatMap(catalogue::find)
                .filter(form -> form.kind() == asked.kind() && territory.isWithin(asked.community(), form.division()))
                .map(form -> Finding.ofForm(form, departments.holder(form.issuingBody()), body, day))
                .orElseGet(() -> Finding.refused(DemandBasis.CATALOGUE_FORM, DemandGrounds.FORM_NOT_IN_CATALOGUE));
    }

    private Finding ofExemption(NewDemand asked, @Nullable CreditCode body, LocalDate day) {
        return Optional.ofNullable(asked.exemption())
                .flatMap(exemptions::find)
                .filter(exemption -> exemption.isFor(asked.kind(), asked.matter())
                        && departments.holder(exemption.department()).equals(body)
                        && territory.isWithin(asked.community(), exemption.division()))
                .map(exemption -> Finding.ofExemption(exemption, day))
                .orElseGet(() -> Finding.refused(DemandBasis.EXEMPTION, DemandGrounds.NOT_EXEMPTED));
    }
}
