package cn.shequ.admission.seal;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A committee's first seal and who will keep it. */
@Schema(examples = "{\"community\":\"220102001001\",\"custodian\":\"00000000-0000-4000-8000-000000000101\"}")
public record NewSeal(
        @NotNull DivisionCode community, @NotNull UUID custodian) {}
