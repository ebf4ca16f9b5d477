package cn.shequ.admission.seal;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The last day on which a matter is in the catalogue. */
@Schema(examples = "{\"validTo\":\"2026-12-31\"}")
public record LastDay(@NotNull LocalDate validTo) {}
