package cn.shequ.admission.seal;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who will keep the seal that comes in the place of a lost or worn one. */
@Schema(examples = "{\"custodian\":\"00000000-0000-4000-8000-000000000101\"}")
public record Replacement(@NotNull UUID custodian) {}
