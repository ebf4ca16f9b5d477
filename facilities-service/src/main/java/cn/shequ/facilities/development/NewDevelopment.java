package cn.shequ.facilities.development;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A development with its first plan. */
@Schema(description = "A development with its first plan.", examples = """
                {"division": "220102001000", "developer": "91220101DEM0000932", "kind": "NEW_ESTATE",
                 "location": "南岭大街88号地块", "phases": [{"phase": 1, "households": 2000,
                 "servicePremisesSquareMetres": "400.00", "welfareFacilitiesSquareMetres": "200.00"}]}""")
public record NewDevelopment(
        @NotNull @Schema(description = "Where it lies: a county-level unit or a division below it.")
        DivisionCode division,

        @NotNull @Schema(description = "The developer's unified social credit code.")
        CreditCode developer,

        @NotNull DevelopmentKind kind,

        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*")
        String location,

        @NotEmpty @Size(max = 50) List<@Valid @NotNull Phase> phases) {}
