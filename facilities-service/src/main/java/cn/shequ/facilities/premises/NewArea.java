package cn.shequ.facilities.premises;

import cn.shequ.facilities.area.FloorArea;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of area from a day on; {@code 0.00} gives the premises up. */
@Schema(description = "The area from a day on; 0.00 gives the premises up.", examples = """
                {"validFrom": "2026-07-01", "areaSquareMetres": "512.40"}""")
public record NewArea(@NotNull LocalDate validFrom, @NotNull FloorArea areaSquareMetres) {}
