package cn.shequ.admission.award;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A one-vote veto as funding tells of it (Art. 16).
 *
 * @param violation what was confirmed
 * @param validTo its last day
 * @param rule the row of the rulebook that says how long, by its reference
 * @param liftedOn the day on which an appeal took it back, from which on it is not in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Veto(
        UUID id,
        UUID violation,
        Nominee body,
        LocalDate validFrom,
        LocalDate validTo,
        String rule,
        @Nullable LocalDate liftedOn) {

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo) && (liftedOn == null || day.isBefore(liftedOn));
    }

    /**
     * Whether the nomination or the award ends when this veto arrives: a nomination that nobody has decided, or an award that
     * was given when the veto was in force already and only not yet known here.
     */
    boolean ends(Award award) {
        LocalDate grantedOn = award.grantedOn();
        return grantedOn == null ? !award.nominatedOn().isAfter(validTo) : isInForceOn(grantedOn);
    }
}
