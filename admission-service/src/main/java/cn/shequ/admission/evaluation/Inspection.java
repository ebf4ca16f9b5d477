package cn.shequ.admission.evaluation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.InspectionRefused;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.Attempt;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inspection of a community as it is kept (Art. 7).
 *
 * @param demandingBody the credit code of who inspects; null for a body that is not registered
 * @param item what it was said to be made under
 * @param finding whether the unified evaluation covered it when it was announced or reported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Inspection(
        UUID id,
        DivisionCode community,
        @Nullable CreditCode demandingBody,
        String demandingBodyName,
        AffiliationLevel demandingBodyLevel,
        @Nullable UUID item,
        String inspects,
        LocalDate inspectsOn,
        InspectionFinding finding,
        String recordedBy,
        LocalDate recordedOn)
        implements Attempt {

    /** Why it is refused; empty when the unified evaluation covers it. */
    @Override
    @JsonIgnore
    public Optional<Refusal> refusal() {
        return finding == InspectionFinding.COVERED
                ? Optional.empty()
                : Optional.of(Refusal.of(AdmissionProblem.INSPECTION_REFUSED)
                        .with("finding", finding)
                        .with("community", community)
                        .with("on", inspectsOn));
    }

    InspectionRefused told() {
        return new InspectionRefused(
                id.toString(),
                community.value(),
                demandingBody == null ? null : demandingBody.value(),
                demandingBodyLevel.name(),
                finding.name(),
                recordedOn);
    }
}
