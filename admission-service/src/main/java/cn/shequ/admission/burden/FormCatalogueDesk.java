package cn.shequ.admission.burden;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.Contradictions;
import cn.shequ.admission.department.Department;
import cn.shequ.admission.department.Departments;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.time.KnownDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The leading group's office enters the forms that are really needed, and merges what overlaps (Art. 7). */
@ApplicationScoped
class FormCatalogueDesk {

    private final FormCatalogue catalogue;
    private final Departments departments;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    FormCatalogueDesk(
            FormCatalogue catalogue, Departments departments, Jurisdiction jurisdiction, Callers callers, Clock clock) {
        this.catalogue = catalogue;
        this.departments = departments;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    CatalogueForm enter(NewCatalogueForm asked) {
        Department issuer = departments
                .find(asked.issuingBody())
                .filter(found -> !found.isSucceeded())
                .orElseThrow(
                        () -> Refusal.of(AdmissionProblem.DEPARTMENT_UNKNOWN).with("creditCode", asked.issuingBody()));
        jurisdiction.requireAct(Reach.of(issuer.division()));
        Contradictions.refuse(asked.findings());
        KnownDays.require("validFrom", asked.validFrom());
        CatalogueForm form = CatalogueForm.of(
                Ids.next(), asked, issuer.division(), callers.current().subject());
        catalogue.add(form);
        return form;
    }

    /** Sets the last day of a form, once; what is merged names the form that stays. */
    CatalogueForm end(UUID id, FormEnd end) {
        catalogue.lock(Stream.of(id, end.mergedInto()).filter(Objects::nonNull).collect(Collectors.toSet()));
        CatalogueForm form = found(id);
        jurisdiction.requireAct(Reach.of(form.division()));
        if (form.validTo() != null) {
            throw Refusal.of(AdmissionProblem.CATALOGUE_FORM_ENDED).with("validTo", form.validTo());
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate earliest = form.validFrom().isAfter(today) ? form.validFrom() : today;
        KnownDays.requireFrom(earliest, "validTo", end.validTo());
        if (end.mergedInto() != null && !staysInstead(end.mergedInto(), form, end.validTo())) {
            Contradictions.refuse(List.of(FieldError.of("mergedInto", "not-in-force")));
        }
        catalogue.end(id, end);
        return catalogue.find(id).orElseThrow();
    }

    /** What has an end itself, or was merged, does not stay. */
    private boolean staysInstead(UUID other, CatalogueForm form, LocalDate lastDay) {
        return Optional.of(other)
                .filter(id -> !id.equals(form.id()))
                .flatMap(catalogue::find)
                .filter(found -> found.validTo() == null && found.isInForce(lastDay.plusDays(1)))
                .isPresent();
    }

    Page<FormOverlap> overlaps(UUID id, @Nullable LocalDate on, PageRequest request) {
        LocalDate day = KnownDays.orToday("on", on, clock);
        return catalogue.overlaps(found(id).id(), day, request);
    }

    private CatalogueForm found(UUID id) {
        return catalogue.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
