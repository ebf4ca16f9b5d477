package cn.shequ.admission.burden;

import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.BurdenRefused;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.Attempt;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the burden register: a demand as it is kept, refused or not (Art. 6, 7).
 *
 * @param demandingBody the credit code; null for a body that is not registered
 * @param basis what the demand was to rest on
 * @param placement the admitted task that it rests on
 * @param formPeriod the first day of the period for which a form is filled in
 * @param grounds why it is refused; null when it rests on its basis
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Demand(
        UUID id,
        DivisionCode community,
        @Nullable CreditCode demandingBody,
        String demandingBodyName,
        AffiliationLevel demandingBodyLevel,
        DemandKind kind,
        String matter,
        String demanded,
        DemandBasis basis,
        @Nullable UUID placement,
        @Nullable UUID form,
        @Nullable LocalDate formPeriod,
        @Nullable UUID exemption,
        @Nullable DemandGrounds grounds,
        @JsonIgnore String recordedBy,
        LocalDate demandedOn)
        implements Attempt {

    /** What another demand for the same form and period has made of it. */
    Demand askedForAlready() {
        return new Demand(
                id,
                community,
                demandingBody,
                demandingBodyName,
                demandingBodyLevel,
                kind,
                matter,
                demanded,
                basis,
                null,
                form,
                null,
                null,
                DemandGrounds.FORM_ASKED_FOR_ALREADY,
                recordedBy,
                demandedOn);
    }

    /** Of one that is refused. */
    BurdenRefused told() {
        return new BurdenRefused(
                id.toString(),
                community.value(),
                demandingBody == null ? null : demandingBody.value(),
                demandingBodyLevel.name(),
                kind.name(),
                Objects.requireNonNull(grounds).name(),
                demandedOn);
    }

    /** Why it is refused; empty when it rests on its basis. */
    @Override
    @JsonIgnore
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(grounds).map(why -> Refusal.of(new GroundlessDemand(why))
                .with("kind", kind)
                .with("matter", matter)
                .with("basis", basis)
                .with("grounds", why)
                .with("on", demandedOn));
    }
}
