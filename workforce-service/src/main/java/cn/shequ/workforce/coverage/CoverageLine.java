package cn.shequ.workforce.coverage;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.territory.Division;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The coverage of one division, as everybody may read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CoverageLine(
        DivisionCode division,
        String name,
        DivisionLevel level,
        long volunteers,
        long residents,

        @Schema(description = "In percent, rounded down; absent where no residents are known.", examples = "9.99")
        @Nullable
        String percent,

        @Schema(description = "In percent, at least.", examples = "10")
        String target,

        @Schema(description = "Whether the target is reached; absent where no residents are known.") @Nullable
        Boolean met,

        @Schema(description = "How many more volunteers the target asks for.")
        long volunteersMissing,

        @Schema(description = "The article that sets the target; absent where a local rule rests on none.") @Nullable
        Integer article,

        @Schema(
                description = "The rulebook row of the target: id@version, of a local rule id@version/division.",
                examples = "volunteers.coverage@1")
        String rule,

        @Schema(description = "Whether some of the residents are demonstration figures.")
        boolean demonstration,

        @Schema(description = "Communities whose residents are not known and count as none.")
        long communitiesWithoutFigures) {

    private static final int ARTICLE = 19;

    static CoverageLine of(Division division, Counts counts, Rule rule) {
        Coverage coverage = new Coverage(counts.volunteers(), counts.residents(), rule.decimal());
        boolean measured = coverage.isMeasured();
        return new CoverageLine(
                division.code(),
                division.name(),
                division.level(),
                counts.volunteers(),
                counts.residents(),
                measured ? String.valueOf(coverage.percent()) : null,
                coverage.target().toPlainString(),
                measured ? coverage.isMet() : null,
                coverage.missing(),
                rule.restsOnPolicy() ? ARTICLE : null,
                rule.reference(),
                counts.demonstration(),
                counts.withoutFigures());
    }
}
