package cn.shequ.admission.evaluation;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a community got under an item (Art. 7), shared with every body that takes part.
 *
 * @param commendedOn when the community was commended for this item (分项表彰)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationResult(
        UUID id,
        UUID item,
        DivisionCode division,
        int year,
        DivisionCode community,
        BigDecimal points,
        @JsonIgnore String recordedBy,
        LocalDate recordedOn,
        @Nullable LocalDate commendedOn) {

    boolean isOf(UnifiedEvaluation evaluation) {
        return division.equals(evaluation.division()) && year == evaluation.year();
    }
}
