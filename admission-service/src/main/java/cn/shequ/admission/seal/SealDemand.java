package cn.shequ.admission.seal;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.SealDemandRefused;
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
 * A demand for a seal or certificate as it is kept (Art. 8).
 *
 * @param demandingBody the credit code; null for a body that is not registered
 * @param finding what the catalogue said of the matter on that day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SealDemand(
        UUID id,
        DivisionCode community,
        @Nullable CreditCode demandingBody,
        String demandingBodyName,
        AffiliationLevel demandingBodyLevel,
        String matter,
        String demanded,
        SealFinding finding,
        String recordedBy,
        LocalDate demandedOn)
        implements Attempt {

    /** Why it is refused; empty when the catalogue has the matter. */
    @Override
    @JsonIgnore
    public Optional<Refusal> refusal() {
        return finding == SealFinding.MAY_BE_SEALED
                ? Optional.empty()
                : Optional.of(Refusal.of(AdmissionProblem.SEAL_DEMAND_REFUSED)
                        .with("matter", matter)
                        .with("finding", finding)
                        .with("on", demandedOn));
    }

    SealDemandRefused told() {
        return new SealDemandRefused(
                id.toString(),
                community.value(),
                demandingBody == null ? null : demandingBody.value(),
                demandingBodyLevel.name(),
                finding == SealFinding.NOT_IN_CATALOGUE ? null : matter,
                finding.name(),
                demandedOn);
    }
}
