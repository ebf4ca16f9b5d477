package cn.shequ.facilities.development;

import cn.shequ.facilities.area.FloorArea;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A phase of a development with what is planned in it. */
@Schema(description = "A phase; phases are numbered from 1 without gaps.")
public record Phase(
        @Min(1) @Max(50) int phase,
        @Min(1) @Max(100_000) int households,
        @NotNull FloorArea servicePremisesSquareMetres,
        @NotNull FloorArea welfareFacilitiesSquareMetres) {

    /** Service premises and public-welfare facilities count together (Art. 13). */
    FloorArea area() {
        return servicePremisesSquareMetres.plus(welfareFacilitiesSquareMetres);
    }
}
