package cn.shequ.admission.leadinggroup;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A leading group to be set up in a division. */
@Schema(examples = """
                {"division":"220102000000","composition":{"hostDepartment":"11220102DEM0000309",\
                "principalLeader":"7b7ae2ab-8e65-3d0e-9d15-6c1f0c9a0001",\
                "firstResponsible":\
                {"person":"7b7ae2ab-8e65-3d0e-9d15-6c1f0c9a0004","termFrom":"2026-01-01"},\
                "validFrom":"2026-01-01","members":[\
                {"person":"7b7ae2ab-8e65-3d0e-9d15-6c1f0c9a0002","termFrom":"2026-01-01"}]}}""")
public record NewLeadingGroup(
        @NotNull DivisionCode division, @NotNull @Valid Composition composition) {}
