package cn.shequ.events.admission;

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

/** A funding year stayed unpaid after grace, or its receipt was reversed: until it is paid the task may not be asked (Art. 5). */
@EventType(
        source = "admission",
        name = "placement-lapsed",
        version = 1,
        subject = "placement",
        key = "application",
        says = "A funding year is not paid, or not any more; the task may not be asked until it is (Art. 5).")
public record PlacementLapsed(
        @Is(ID) String placement,
        @Is(ID) String application,
        @Is(DIVISION) String community,
        @Counts(YEAR) int fundingYear,
        @Is(ID) String obligation,
        @OneOf(LapseReason.class) String reason,
        LocalDate lapsedOn)
        implements EventData {

    public PlacementLapsed {
        Must.be(ID, "placement", placement);
        Must.be(ID, "application", application);
        Must.be(DIVISION, "community", community);
        Must.be(YEAR, "fundingYear", fundingYear);
        Must.be(ID, "obligation", obligation);
        Must.beOneOf(LapseReason.class, "reason", reason);
        Must.bePresent("lapsedOn", lapsedOn);
    }

    @Override
    public String aboutSubject() {
        return placement;
    }

    @Override
    public String partitionKey() {
        return application;
    }

    @Override
    public String concernsDivision() {
        return community;
    }
}
