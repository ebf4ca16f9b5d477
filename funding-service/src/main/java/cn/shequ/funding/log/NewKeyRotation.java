package cn.shequ.funding.log;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The wish that a prepared key sign.
 *
 * @param keyHash of the key laid ready
 * @param overlapDays how long the previous key goes on signing too; 0 when it may not be trusted any more, and as
 *     configured when left out
 */
public record NewKeyRotation(
        @NotNull @Pattern(regexp = "[0-9a-f]{8}") @Schema(examples = "0a1b2c3d")
        String keyHash,

        @Min(0) @Max(366) @Schema(description = "As configured when left out.", examples = "30") @Nullable
        Integer overlapDays) {}
