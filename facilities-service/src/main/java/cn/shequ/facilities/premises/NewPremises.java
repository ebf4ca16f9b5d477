package cn.shequ.facilities.premises;

import cn.shequ.facilities.area.FloorArea;
import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Premises to be put on record. */
@Schema(description = "Service premises of a community.", examples = """
                {"community": "220102001001", "address": "南岭大街1号1楼", "obtained": "NEW",
                 "title": "DISTRICT_GOVERNMENT", "handedOver": true, "uses": ["SERVICE_HALL", "MEETING_ROOM"],
                 "areaSquareMetres": "300.00", "validFrom": "2026-01-01"}""")
public record NewPremises(
        @NotNull DivisionCode community,

        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*")
        String address,

        @NotNull HowObtained obtained,
        @NotNull Title title,

        @Schema(description = "Whether they were handed over with a development (Art. 14).")
        boolean handedOver,

        @NotEmpty @Size(max = 10) Set<@NotNull PremisesUse> uses,
        @NotNull FloorArea areaSquareMetres,
        @NotNull LocalDate validFrom) {}
