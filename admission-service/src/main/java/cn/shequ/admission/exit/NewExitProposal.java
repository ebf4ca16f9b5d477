package cn.shequ.admission.exit;

import cn.shequ.kit.problem.FieldError;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The exit of a task (Art. 5): from one community, or with its whole application from all of them in the territory of who
 * proposes it.
 *
 * @param placement the task in one community
 * @param application the signed application; one of the two is named
 * @param effect what the task has come to, and why it is poor
 */
@Schema(examples = "{\"placement\":\"019a9c5e-0000-7000-8000-000000000231\",\"effect\":\"登记半年，参加体检者不足一成，居民多次反映重复登记\"}")
public record NewExitProposal(
        @Nullable UUID placement,
        @Nullable UUID application,
        @NotBlank @Size(max = 4000) String effect) {

    /** One of the two is named, and not both. */
    List<FieldError> findings() {
        if (placement == null && application == null) {
            return List.of(FieldError.of("placement", "required"));
        }
        return placement == null || application == null
                ? List.of()
                : List.of(FieldError.of("application", "excludes", Map.of("other", "placement")));
    }
}
