package cn.shequ.admission.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** An organisation with its entry in the register, its incubation and the decision that was taken over, where it has them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationView(
        @JsonUnwrapped Organisation organisation,
        @Nullable Registration registration,
        @Nullable IncubationView incubation,
        @Nullable EarlierDecision earlierDecision) {}
