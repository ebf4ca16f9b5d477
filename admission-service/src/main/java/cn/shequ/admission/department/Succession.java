package cn.shequ.admission.department;

import cn.shequ.kit.identity.CreditCode;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which body takes the place of another. */
@Schema(examples = "{\"successor\":\"11220102DEM000022E\"}")
public record Succession(@NotNull CreditCode successor) {}
