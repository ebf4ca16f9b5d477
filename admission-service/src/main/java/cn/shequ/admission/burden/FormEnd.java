package cn.shequ.admission.burden;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The last day of a form in the catalogue.
 *
 * @param mergedInto the form that asks for its fields from then on (精简合并)
 */
@Schema(examples = "{\"validTo\":\"2026-12-31\"}")
public record FormEnd(@NotNull LocalDate validTo, @Nullable UUID mergedInto) {}
