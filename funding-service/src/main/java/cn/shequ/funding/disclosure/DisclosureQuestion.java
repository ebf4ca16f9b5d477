package cn.shequ.funding.disclosure;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a resident asked about a disclosure, as everybody may read it; who asked is not shown.
 *
 * @param answerBy the last day on which an answer is in time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisclosureQuestion(
        UUID id,
        UUID disclosure,
        DivisionCode community,
        LocalDate askedOn,
        String question,
        LocalDate answerBy,
        @Nullable LocalDate answeredOn,
        @Nullable String answer) {}
