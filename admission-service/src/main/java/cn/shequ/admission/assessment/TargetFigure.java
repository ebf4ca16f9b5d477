package cn.shequ.admission.assessment;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A target with the figure that it is held against: the last of the year, or what the office corrected it to.
 *
 * @param unit of target and figures: {@code PERCENT} from 0 to 100, {@code RATIO} from 0 to 1, {@code COUNT}
 * @param weight in percent; those of an assessment add up to 100
 * @param recorded the last figure of the year that a service told of; absent, with what belongs to it, where there is none
 * @param asOf the day at whose end it stood so
 * @param source the service that measured it
 * @param corrected what the office put in its place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetFigure(
        String indicator,
        String unit,
        Comparison comparison,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal target,

        int weight,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal recorded,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal numerator,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal denominator,

        @Nullable LocalDate asOf,
        @Nullable String source,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal corrected,

        @Nullable String correctionReason) {

    /** The figure that counts. */
    public @Nullable BigDecimal value() {
        return corrected == null ? recorded : corrected;
    }

    public TargetFinding finding() {
        BigDecimal figure = value();
        if (figure == null) {
            return TargetFinding.MISSING;
        }
        return comparison.isMetBy(figure, target) ? TargetFinding.MET : TargetFinding.NOT_MET;
    }
}
