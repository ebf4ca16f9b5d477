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
 * A nomination or an award ended by a one-vote veto (Art. 16), or an award was withdrawn (Art. 30). Who held it is named as
 * when it was granted.
 */
@EventType(
        source = "admission",
        name = "award-cancelled",
        version = 1,
        subject = "award",
        key = "division",
        says = "A one-vote veto ended a nomination or an award, or an award was withdrawn (Art. 16, 30).")
public record AwardCancelled(
        @Is(ID) String award,
        @OneOf(AwardKind.class) String kind,
        @Is(DIVISION) String awardingDivision,
        @Is(DIVISION) String division,
        @Is(CREDIT_CODE) @Nullable String body,
        @Counts(YEAR) int year,
        @OneOf(AwardCancellation.class) String reason,
        @Is(ID) @Nullable String veto,
        LocalDate cancelledOn)
        implements EventData {

    public AwardCancelled {
        AwardParts.check(award, kind, awardingDivision, division, body, year);
        Must.beOneOf(AwardCancellation.class, "reason", reason);
        Must.beIfPresent(ID, "veto", veto);
        Must.hold(
                (veto == null) == AwardCancellation.WITHDRAWN.name().equals(reason),
                "veto",
                "absent from a withdrawal, and from nothing else");
        Must.bePresent("cancelledOn", cancelledOn);
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
