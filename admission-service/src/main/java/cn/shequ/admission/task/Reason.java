package cn.shequ.admission.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why it is done; kept with the application. */
@Schema(examples = "{\"reason\":\"经费测算依据不足，请补充工作量说明\"}")
public record Reason(@NotBlank @Size(max = 2000) String reason) {}
