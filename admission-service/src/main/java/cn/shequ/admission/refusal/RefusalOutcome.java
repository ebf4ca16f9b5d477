package cn.shequ.admission.refusal;

import cn.shequ.admission.duty.LegalBasis;
import cn.shequ.kit.problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What coordination made of a refusal (Art. 4).
 *
 * @param application the application that was made, for ADMISSION_APPLIED_FOR
 * @param legalBasis the law that gives the duty to the community, for OVERRULED
 */
@Schema(examples = "{\"outcome\":\"DEMAND_WITHDRAWN\",\"note\":\"区教育局书面撤回\"}")
public record RefusalOutcome(
        @NotNull Kind outcome,
        @Nullable UUID application,
        @Nullable @Valid LegalBasis legalBasis,
        @Size(max = 2000) @Nullable String note) {

    /** How it ended. */
    public enum Kind {
        DEMAND_WITHDRAWN,
        ADMISSION_APPLIED_FOR,
        OVERRULED
    }

    /** Each outcome comes with what proves it, and with nothing else. */
    List<FieldError> findings() {
        List<FieldError> findings = new ArrayList<>();
        check(findings, "application", application, outcome == Kind.ADMISSION_APPLIED_FOR);
        check(findings, "legalBasis", legalBasis, outcome == Kind.OVERRULED);
        return findings;
    }

    private void check(List<FieldError> findings, String field, @Nullable Object value, boolean wanted) {
        if (wanted && value == null) {
            findings.add(FieldError.of(field, "required"));
        }
        if (!wanted && value != null) {
            findings.add(FieldError.of(field, "excludes", Map.of("other", outcome)));
        }
    }
}
