package cn.shequ.facilities.localrule;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a unit decides. */
@Schema(
        description = "A rule that a city or a county-level unit decides for itself, stricter than the one above it.",
        examples = """
                {"division": "220102000000", "ruleId": "development.area-per-100-households", "value": "35.00",
                 "validFrom": "2026-01-01", "citation": "南府发〔2025〕8号"}""")
public record NewLocalRule(
        @NotNull DivisionCode division,
        @NotBlank @Size(max = 64) String ruleId,

        @NotBlank @Size(max = 128) @Schema(description = "In the rule's unit; of a set, all of its words.")
        String value,

        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo,

        @NotBlank
        @Size(max = 64)
        @Pattern(regexp = "\\P{Cntrl}*")
        @Schema(description = "The unit's document that decides it.")
        String citation) {}
