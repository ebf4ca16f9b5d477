package cn.shequ.facilities.premises;

import cn.shequ.events.facilities.PremisesStanding;
import cn.shequ.facilities.area.FloorArea;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.rulebook.Rule;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a community has in premises on a day, and what that makes it (Art. 12). */
@Schema(description = "A community's service premises together, and its standing (Art. 12).")
public record CommunityStanding(
        DivisionCode community,
        String name,
        LocalDate on,
        FloorArea areaSquareMetres,
        PremisesStanding standing,

        @Schema(description = "Below this a community is weak.")
        FloorArea weakBelowSquareMetres,

        @Schema(description = "From this on it is at standard.")
        FloorArea standardSquareMetres,

        FloorArea missingSquareMetres,
        int article,

        @Schema(
                description = "The rulebook row of the standard: id@version, of a local rule id@version/division.",
                examples = "premises.standard-area@1")
        String rule) {

    private static final int ARTICLE = 12;

    static CommunityStanding of(DivisionCode community, String name, LocalDate on, FloorArea area, Standing measures) {
        Rule standard = measures.standard();
        FloorArea required = new FloorArea(standard.decimal());
        return new CommunityStanding(
                community,
                name,
                on,
                area,
                measures.of(area),
                new FloorArea(measures.weakBelow().decimal()),
                required,
                area.missingTo(required),
                ARTICLE,
                standard.reference());
    }
}
