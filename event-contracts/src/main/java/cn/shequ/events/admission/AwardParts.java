package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.YEAR;

import cn.shequ.events.Must;
import org.jspecify.annotations.Nullable;

/** What every event about an award says of it: who gets a title is a community, and no body. */
final class AwardParts {

    private AwardParts() {}

    static void check(
            String award, String kind, String awardingDivision, String division, @Nullable String body, int year) {
        Must.be(ID, "award", award);
        Must.beOneOf(AwardKind.class, "kind", kind);
        Must.be(DIVISION, "awardingDivision", awardingDivision);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(CREDIT_CODE, "body", body);
        Must.hold(
                body == null || AwardKind.COMMENDATION.name().equals(kind), "body", "absent from a community's title");
        Must.be(YEAR, "year", year);
    }
}
