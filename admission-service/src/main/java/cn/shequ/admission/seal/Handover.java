package cn.shequ.admission.seal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who keeps the seal from now on, and why: after an election, for a holiday. */
@Schema(examples = "{\"custodian\":\"00000000-0000-4000-8000-000000000102\",\"reason\":\"居委会换届\"}")
public record Handover(
        @NotNull UUID custodian, @NotBlank @Size(max = 2000) String reason) {}
