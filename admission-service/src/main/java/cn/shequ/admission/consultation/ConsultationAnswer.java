package cn.shequ.admission.consultation;

import cn.shequ.kit.problem.FieldError;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the subdistrict office says to an action (Art. 2).
 *
 * @param reason the conditions, or why it objects; left out when it agrees
 */
@Schema(examples = "{\"answer\":\"AGREED_WITH_CONDITIONS\",\"reason\":\"避开上下学时段\"}")
public record ConsultationAnswer(
        @NotNull Kind answer, @Size(max = 2000) @Nullable String reason) {

    /** How it answers. */
    public enum Kind {
        AGREED,
        AGREED_WITH_CONDITIONS,
        OBJECTED
    }

    List<FieldError> findings() {
        boolean isReasoned = reason != null && !reason.isBlank();
        return switch (answer) {
            case AGREED ->
                reason == null ? List.of() : List.of(FieldError.of("reason", "excludes", Map.of("other", answer)));
            case AGREED_WITH_CONDITIONS, OBJECTED ->
                isReasoned ? List.of() : List.of(FieldError.of("reason", "required"));
        };
    }

    Consultation.Stage stage() {
        return switch (answer) {
            case AGREED -> Consultation.Stage.AGREED;
            case AGREED_WITH_CONDITIONS -> Consultation.Stage.AGREED_WITH_CONDITIONS;
            case OBJECTED -> Consultation.Stage.OBJECTED;
        };
    }
}
