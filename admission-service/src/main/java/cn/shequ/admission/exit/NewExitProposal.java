package cn.shequ.admission.exit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The exit of a task from a community, as its community or its department proposes it (Art. 5).
 *
 * @param placement the task in this community
 * @param effect what the task has come to, and why it is poor
 */
@Schema(examples = "{\"placement\":\"019a9c5e-0000-7000-8000-000000000231\",\"effect\":\"登记半年，参加体检者不足一成，居民多次反映重复登记\"}")
public record NewExitProposal(
        @NotNull UUID placement, @NotBlank @Size(max = 4000) String effect) {}
