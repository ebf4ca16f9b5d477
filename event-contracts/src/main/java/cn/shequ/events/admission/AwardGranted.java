package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.YEAR;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A community, a subdistrict or a body got an award or a title (Art. 30, 36). The division is who got it, or where the body
 * stands that did.
 */
@EventType(
        source = "admission",
        name = "award-granted",
        version = 1,
        subject = "award",
        key = "division",
        says = "A community, a subdistrict or a body got an award or a title (Art. 30, 36).")
public record AwardGranted(
        @Is(ID) String award,
        @OneOf(AwardKind.class) String kind,
        @Is(DIVISION) String awardingDivision,
        @Is(DIVISION) String division,
        @Is(CREDIT_CODE) @Nullable String body,
        @Counts(YEAR) int year,
        LocalDate grantedOn)
        implements EventData {

    public AwardGranted {
        AwardParts.check(award, kind, awardingDivision, division, body, year);
        Must.bePresent("grantedOn", grantedOn);
    }

    @Override
    public String aboutSubject() {
        return award;
    }

    @Override
    public String partitionKey() {
        return division;
    }

    @Override
    public String concernsDivision() {
        return division;
    }
}
