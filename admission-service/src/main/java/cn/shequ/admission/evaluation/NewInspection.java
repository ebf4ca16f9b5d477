package cn.shequ.admission.evaluation;

import cn.shequ.admission.refusal.DemandingBody;
import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An inspection or evaluation that a body announces to a community or makes at it (Art. 7).
 *
 * @param item the approved item that it would be made under; without one it is outside the unified evaluation
 * @param inspects what is looked at, in words; stays in this service
 */
@Schema(examples = """
                {"community":"220102001001","demandingBody":{"creditCode":"11220102DEM000014K"},\
                "inspects":"检查居民健康档案","inspectsOn":"2027-05-12"}""")
public record NewInspection(
        @NotNull DivisionCode community,
        @NotNull @Valid DemandingBody demandingBody,
        @Nullable UUID item,
        @NotBlank @Size(max = 4000) String inspects,
        @NotNull LocalDate inspectsOn) {}
