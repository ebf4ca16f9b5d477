package cn.shequ.facilities.premises;

import cn.shequ.events.facilities.PremisesStanding;
import cn.shequ.facilities.area.FloorArea;
import cn.shequ.kit.rulebook.Rule;

/**
 * The two measures of Art. 12: below the one a community is weak (不足: 300 itself is not), from the other on it is
 * at standard (以上: 500 itself is).
 */
record Standing(Rule weakBelow, Rule standard) {

    static final String WEAK_BELOW = "premises.weak-below-area";
    static final String STANDARD = "premises.standard-area";

    PremisesStanding of(FloorArea area) {
        if (area.squareMetres().compareTo(weakBelow.decimal()) < 0) {
            return PremisesStanding.WEAK;
        }
        return area.squareMetres().compareTo(standard.decimal()) < 0
                ? PremisesStanding.BELOW_STANDARD
                : PremisesStanding.STANDARD;
    }
}
