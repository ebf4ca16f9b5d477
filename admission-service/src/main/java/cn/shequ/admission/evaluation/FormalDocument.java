package cn.shequ.admission.evaluation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.EvaluationIssuer;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.Refusal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The formal document that an evaluation rests on (正式文件依据, Art. 7).
 *
 * @param number as printed on it, such as 长府发〔2026〕12号
 * @param issuingDepartment its credit code, when a department above the city issued it; nobody else has one here
 */
public record FormalDocument(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 100) String number,
        @NotNull LocalDate issuedOn,
        @NotNull EvaluationIssuer issuer,
        @Nullable CreditCode issuingDepartment) {

    /** @throws Refusal when something in it does not go together */
    void requireConsistent(LocalDate today) {
        List<FieldError> findings = findings(today);
        if (!findings.isEmpty()) {
            Refusal contradictory = Refusal.of(AdmissionProblem.FORM_CONTRADICTORY);
            findings.forEach(contradictory::at);
            throw contradictory;
        }
    }

    List<FieldError> findings(LocalDate today) {
        List<FieldError> findings = new ArrayList<>();
        boolean namesDepartment = issuingDepartment != null;
        if (namesDepartment != (issuer == EvaluationIssuer.HIGHER_LEVEL_DEPARTMENT)) {
            findings.add(
                    namesDepartment
                            ? FieldError.of(
                                    "document.issuingDepartment", "excludes", Map.of("other", "document.issuer"))
                            : FieldError.of("document.issuingDepartment", "required"));
        }
        if (issuedOn.isAfter(today)) {
            findings.add(FieldError.of("document.issuedOn", "in-the-future", Map.of("value", issuedOn)));
        }
        return findings;
    }
}
