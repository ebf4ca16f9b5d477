package cn.shequ.admission.seal;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Since when the seal is missing. */
@Schema(examples = "{\"lostOn\":\"2026-03-02\"}")
public record Loss(@NotNull LocalDate lostOn) {}
