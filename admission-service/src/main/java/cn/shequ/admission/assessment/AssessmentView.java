package cn.shequ.admission.assessment;

import cn.shequ.admission.award.Veto;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment with what each of its targets came to, so far or in the end, and why.
 *
 * @param commentBy the last day on which the subject comments, after the year; absent while the targets are a draft
 * @param commentProvisional whether the holidays of that day's year are not announced yet; then it may change, and the time is
 *     not over
 * @param comment of the subject; not shown to everybody
 * @param vetoes of the subject that were in force on a day of the year; with them it got no awards, whatever its score
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssessmentView(
        @JsonUnwrapped Assessment assessment,
        List<Line> targets,
        @Nullable LocalDate commentBy,
        @Nullable Boolean commentProvisional,
        @Nullable Comment comment,
        List<Veto> vetoes) {

    /**
     * A target and whether it is met.
     *
     * @param value the figure that counts: the recorded or the corrected one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            @JsonUnwrapped TargetFigure figure,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal value,

            TargetFinding finding) {

        static Line of(TargetFigure figure) {
            return new Line(figure, figure.value(), figure.finding());
        }
    }

    /** What the division that is assessed said, once. */
    public record Comment(String text, LocalDate madeOn) {}
}
