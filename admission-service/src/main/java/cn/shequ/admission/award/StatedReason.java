package cn.shequ.admission.award;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an award is not given, or not held any more. */
@Schema(examples = "{\"reason\":\"申报材料与核查情况不符\"}")
public record StatedReason(@NotBlank @Size(max = 2000) String reason) {}
