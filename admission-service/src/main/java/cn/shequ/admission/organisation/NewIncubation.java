package cn.shequ.admission.organisation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The terms on which an organisation is taken into an incubation base (Art. 24).
 *
 * @param base which base, by name or number
 * @param venueFee what the venue costs the organisation in CNY: nothing (无偿)
 * @param support what is done for it
 * @param startsOn today or earlier: it is taken in now
 * @param endsOn the last day
 */
@Schema(examples = """
                {"base":"南岭街道社会组织孵化基地","venueFee":"0.00","support":"场地、财务辅导、能力培训",\
                "startsOn":"2026-03-01","endsOn":"2027-02-28"}""")
public record NewIncubation(
        @NotBlank @Size(max = 200) String base,
        @NotNull Money venueFee,
        @NotBlank @Size(max = 2000) String support,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn) {

    /** Why it cannot be on these terms today; empty when nothing is in the way. */
    Optional<Refusal> refusal(LocalDate today) {
        if (endsOn.isBefore(startsOn)) {
            return Optional.of(Refusal.of(HttpProblem.INVALID_REQUEST).at(FieldError.of("endsOn", "date-order")));
        }
        if (startsOn.isAfter(today)) {
            return Optional.of(Refusal.of(AdmissionProblem.FORM_CONTRADICTORY)
                    .at(FieldError.of("startsOn", "in-the-future", Map.of("value", startsOn))));
        }
        return venueFee.isZero()
                ? Optional.empty()
                : Optional.of(Refusal.of(AdmissionProblem.INCUBATION_NOT_FREE)
                        .with("required", Money.ZERO)
                        .with("actual", venueFee));
    }
}
