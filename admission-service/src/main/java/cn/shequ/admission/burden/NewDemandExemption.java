package cn.shequ.admission.burden;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.duty.CatalogueCode;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reasoned request to be exempted from what Art. 7 refuses "in principle".
 *
 * @param kind MEETING or UNPAID_SERVICE
 * @param matter what it is for, as a demand names it: one of the sixteen domains, the code of a duty, or a word of its own
 * @param division the communities that are to be asked: one, or all of a division
 * @param validTo the last day, included
 */
@Schema(examples = """
                {"kind":"MEETING","matter":"PUBLIC_SECURITY","division":"220102001000","demanded":"社区主任参加防汛部署会",\
                "reason":"汛期应急，时间紧迫",\
                "validFrom":"2099-07-01","validTo":"2099-07-31"}""")
public record NewDemandExemption(
        @NotNull DemandKind kind,
        @NotNull @Pattern(regexp = CatalogueCode.FORM) String matter,
        @NotNull DivisionCode division,
        @NotBlank @Size(max = 2000) String demanded,
        @NotBlank @Size(max = 2000) String reason,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validTo) {

    /** @param today an exemption is for what is still to come */
    List<FieldError> findings(LocalDate today) {
        List<FieldError> findings = new ArrayList<>();
        if (!kind.mayBeExempted()) {
            findings.add(FieldError.of(
                    "kind",
                    "not-in-list",
                    Map.of("value", kind, "list", List.of(DemandKind.MEETING, DemandKind.UNPAID_SERVICE))));
        }
        if (validFrom.isBefore(today)) {
            findings.add(FieldError.of("validFrom", "before-today"));
        }
        if (validTo.isBefore(validFrom)) {
            findings.add(FieldError.of("validTo", "date-order"));
        }
        return findings;
    }

    /** Why it lasts too long; empty when it ends in time. An exemption is not for ever. */
    Optional<Refusal> tooLong(Rule months) {
        LocalDate last = validFrom.plusMonths(months.whole()).minusDays(1);
        return validTo.isAfter(last)
                ? Optional.of(Refusal.of(AdmissionProblem.EXEMPTION_TOO_LONG)
                        .with("required", last)
                        .with("actual", validTo)
                        .with("months", months.whole())
                        .under(months))
                : Optional.empty();
    }
}
