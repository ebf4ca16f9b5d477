package cn.shequ.admission.organisation;

import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An act of supervision (Art. 26).
 *
 * @param organisation whom it is about; left out in a case against an illegal one
 * @param body the illegal one, by name
 * @param participants the departments that take part, by credit code; of a joint action several
 * @param grounds what was found; stays in this service
 * @param dueOn until when a rectification is to be done
 */
@Schema(examples = """
                {"kind":"RECTIFICATION","organisation":"019a9c5e-0000-7000-8000-000000000281",\
                "participants":["11220102DEM0000309"],"grounds":"未按章程开展活动","dueOn":"2026-04-30"}""")
public record NewSupervisionAction(
        @NotNull SupervisionKind kind,
        @Nullable UUID organisation,
        @Nullable @Valid UnregisteredBody body,
        @NotNull @Size(max = 20) Set<@NotNull CreditCode> participants,
        @NotBlank @Size(max = 4000) String grounds,
        @Nullable LocalDate dueOn) {

    /** What does not go together in it. */
    List<FieldError> findings(LocalDate today) {
        List<FieldError> findings = new ArrayList<>();
        boolean illegal = kind == SupervisionKind.ILLEGAL_ORGANISATION;
        present(findings, "organisation", organisation, !illegal);
        present(findings, "body", body, illegal);
        present(findings, "dueOn", dueOn, kind == SupervisionKind.RECTIFICATION);
        if (dueOn != null && dueOn.isBefore(today)) {
            findings.add(FieldError.of("dueOn", "date-order"));
        }
        if (kind == SupervisionKind.JOINT_ACTION && participants.size() < 2) {
            findings.add(FieldError.of("participants", "several-departments"));
        }
        return findings;
    }

    private void present(List<FieldError> findings, String field, @Nullable Object value, boolean wanted) {
        if (wanted && value == null) {
            findings.add(FieldError.of(field, "required"));
        } else if (!wanted && value != null) {
            findings.add(FieldError.of(field, "excludes", Map.of("other", kind)));
        }
    }
}
