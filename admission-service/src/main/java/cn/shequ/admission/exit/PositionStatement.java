package cn.shequ.admission.exit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The position of the other side, with its reasons. */
@Schema(examples = "{\"position\":\"DISAGREES\",\"statement\":\"体检覆盖率逐月上升，建议保留至年底\"}")
public record PositionStatement(
        @NotNull Position position,
        @NotBlank @Size(max = 2000) String statement) {}
