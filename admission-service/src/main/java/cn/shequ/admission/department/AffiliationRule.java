package cn.shequ.admission.department;

import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.kit.division.DivisionLevel;

/**
 * A body stands at the division of its own level, because the leading group of the same level decides on what it
 * asks (Art. 5). A body of the province or the centre stands at the city it works in.
 */
final class AffiliationRule {

    private AffiliationRule() {}

    static boolean fits(AffiliationLevel affiliation, DivisionLevel division) {
        return required(affiliation) == division;
    }

    static DivisionLevel required(AffiliationLevel affiliation) {
        return switch (affiliation) {
            case CENTRAL, PROVINCE, CITY -> DivisionLevel.CITY;
            case COUNTY_LEVEL -> DivisionLevel.COUNTY_LEVEL;
            case TOWNSHIP_LEVEL -> DivisionLevel.TOWNSHIP_LEVEL;
        };
    }
}
