package cn.shequ.funding.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line.
 *
 * @param document the receipt or expenditure
 * @param problem why it was refused, as a single request would have been told: code, articles and figures
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineReport(
        int line,
        @Nullable String reference,
        LineOutcome outcome,
        @Nullable UUID document,

        @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable
        String problem) {}
