package cn.shequ.facilities.community;

import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What is on record before an import on a day.
 *
 * @param inForce the last count until the day
 * @param later the first count after the day
 */
record RecordedCounts(Map<DivisionCode, CommunityFigures> inForce, Map<DivisionCode, LocalDate> later) {

    Optional<CommunityFigures> of(DivisionCode community) {
        return Optional.ofNullable(inForce.get(community));
    }

    Optional<LocalDate> after(DivisionCode community) {
        return Optional.ofNullable(later.get(community));
    }
}
