package cn.shequ.admission.exit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the residents said of the task (居民评议, Art. 5).
 *
 * @param heldOn the day it was held: since the task may be asked, today at the latest
 * @param ballots valid ballots
 * @param rejecting those of them that reject the task
 */
@Schema(examples = "{\"heldOn\":\"2026-06-20\",\"ballots\":120,\"rejecting\":87}")
public record ResidentsAssessment(
        @NotNull LocalDate heldOn,
        @NotNull @Min(1) @Max(1_000_000) Integer ballots,
        @NotNull @Min(0) @Max(1_000_000) Integer rejecting) {}
