package cn.shequ.admission.organisation;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A body that acts as a social organisation in a community and is on no register. */
public record UnregisteredBody(
        @NotNull DivisionCode community,

        @NotBlank @Pattern(regexp = NewOrganisation.NAME) String name) {}
