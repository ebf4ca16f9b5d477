package cn.shequ.admission.placement;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed task in one community (Art. 5).
 *
 * @param department who may ask now
 * @param matter the domain, or {@link #EXCEPTIONAL}
 * @param validTo the last day, included
 * @param fundedThrough the last day that payments so far cover; null when nothing more is due
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Placement(
        UUID id,
        @JsonIgnore UUID applicationId,
        CreditCode department,
        DivisionCode community,
        String matter,
        PlacementStage stage,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable LocalDate fundedThrough) {

    /** The matter of a task outside the sixteen domains that was admitted on exceptional grounds. */
    public static final String EXCEPTIONAL = "EXCEPTIONAL";

    /** As it is on a day: dates count at the moment of asking, whether or not a job has run. */
    public Placement on(LocalDate day) {
        return stage != PlacementStage.EXPIRED && day.isAfter(validTo) ? in(PlacementStage.EXPIRED) : this;
    }

    Placement in(PlacementStage next) {
        return new Placement(id, applicationId, department, community, matter, next, validFrom, validTo, fundedThrough);
    }

    Placement fundedThrough(@Nullable LocalDate day) {
        return new Placement(id, applicationId, department, community, matter, stage, validFrom, validTo, day);
    }
}
