package cn.shequ.admission.organisation;

import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The incubation of an organisation as it is kept (Art. 24).
 *
 * @param outcome what came of it when its organisation was decided on; null before, also when its term is over
 * @param concludedOn the last day, within the term
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Incubation(
        @JsonIgnore UUID organisationId,
        String base,
        Money venueFee,
        String support,
        LocalDate startsOn,
        LocalDate endsOn,
        @JsonIgnore String takenInBy,
        @JsonIgnore @Nullable Outcome outcome,
        @Nullable LocalDate concludedOn) {

    /** What Art. 24 aims at is an organisation that is registered; anything else is no graduation. */
    public enum Outcome {
        GRADUATED,
        ENDED
    }

    static Incubation of(UUID organisation, NewIncubation asked, String person) {
        return new Incubation(
                organisation,
                asked.base(),
                asked.venueFee(),
                asked.support(),
                asked.startsOn(),
                asked.endsOn(),
                person,
                null,
                null);
    }

    /** As it is concluded that day; past its last day it had ended with it, whatever came later. */
    Incubation concluded(Outcome result, LocalDate day) {
        boolean over = day.isAfter(endsOn);
        return new Incubation(
                organisationId,
                base,
                venueFee,
                support,
                startsOn,
                endsOn,
                takenInBy,
                over ? Outcome.ENDED : result,
                over ? endsOn : day);
    }

    IncubationView on(LocalDate today) {
        return new IncubationView(this, state(today));
    }

    private IncubationState state(LocalDate today) {
        if (outcome == null) {
            return today.isAfter(endsOn) ? IncubationState.ENDED : IncubationState.RUNNING;
        }
        return switch (outcome) {
            case GRADUATED -> IncubationState.GRADUATED;
            case ENDED -> IncubationState.ENDED;
        };
    }
}
