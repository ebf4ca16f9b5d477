package cn.shequ.admission.consultation;

import cn.shequ.events.admission.ActionUnnotified;
import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action in a subdistrict's territory, of which its office was told beforehand, or was not (Art. 2).
 *
 * @param actingBody the credit code; null for a body that is not registered
 * @param answerBy the last day for the answer; null for what was not told beforehand
 * @param provisional whether the holidays of that day's year were not announced when it was counted; while it is open it is
 *     counted anew, and until then it is not overdue
 * @param deadlineRule the row of the rulebook for that day, by its reference
 * @param reason the conditions, or why the office objects
 * @param overdue whether that day is over and the office has not answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consultation(
        UUID id,
        DivisionCode division,
        @Nullable CreditCode actingBody,
        String actingBodyName,
        AffiliationLevel actingBodyLevel,
        String action,
        String place,
        LocalDate startsOn,
        @JsonIgnore String recordedBy,
        LocalDate recordedOn,
        Stage stage,
        @Nullable LocalDate answerBy,
        boolean provisional,
        @Nullable String deadlineRule,
        @Nullable String reason,
        @JsonIgnore @Nullable String answeredBy,
        @Nullable LocalDate answeredOn,
        boolean overdue) {

    /** How far it has come. */
    public enum Stage {
        NOTIFIED,
        AGREED,
        AGREED_WITH_CONDITIONS,
        OBJECTED,
        /** The office was not told beforehand. */
        UNNOTIFIED
    }

    /** Of an action without notice. */
    ActionUnnotified told() {
        return new ActionUnnotified(
                id.toString(),
                division.value(),
                actingBody == null ? null : actingBody.value(),
                actingBodyLevel.name(),
                startsOn,
                recordedOn);
    }

    /** The articles that an action without notice is against; none where the office was told. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public List<Integer> articles() {
        return stage == Stage.UNNOTIFIED ? List.of(2) : List.of();
    }
}
