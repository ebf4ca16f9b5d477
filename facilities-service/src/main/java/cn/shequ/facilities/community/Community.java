package cn.shequ.facilities.community;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A community as everybody may read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A community and, once they were counted, its people.")
public record Community(
        DivisionCode code,
        String name,
        String kind,
        @Nullable DivisionCode parent,

        @Schema(description = "The last count until the day; absent before the first.") @Nullable
        Count count) {

    /** The count, without the code that stands beside it. */
    public record Count(
            LocalDate asOf,
            boolean urban,
            int households,
            int residents,

            @Schema(description = "True where the figures were made up to demonstrate the system.")
            boolean demonstration) {

        static Count of(CommunityFigures figures) {
            return new Count(
                    figures.asOf(),
                    figures.urban(),
                    figures.households(),
                    figures.residents(),
                    figures.demonstration());
        }
    }
}
