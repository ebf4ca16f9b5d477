package cn.shequ.facilities.development;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan that takes the place of the present one. */
@Schema(description = "All phases of the changed plan.", examples = """
                {"phases": [{"phase": 1, "households": 2000, "servicePremisesSquareMetres": "400.00",
                 "welfareFacilitiesSquareMetres": "200.00"}]}""")
public record NewPlan(@NotEmpty @Size(max = 50) List<@Valid @NotNull Phase> phases) {}
