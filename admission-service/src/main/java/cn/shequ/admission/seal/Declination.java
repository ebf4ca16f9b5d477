package cn.shequ.admission.seal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the seal is not set. */
@Schema(examples = "{\"reason\":\"内容与会议决定不符\"}")
public record Declination(@NotBlank @Size(max = 2000) String reason) {}
