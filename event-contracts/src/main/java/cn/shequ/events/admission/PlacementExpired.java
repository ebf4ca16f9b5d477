package cn.shequ.events.admission;

import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/** The last day of the approval has passed (Art. 5). */
@EventType(
        source = "admission",
        name = "placement-expired",
        version = 1,
        subject = "placement",
        key = "application",
        says = "The last day of the approval has passed; the task may not be asked of the community any more (Art. 5).")
public record PlacementExpired(
        @Is(ID) String placement,
        @Is(ID) String application,
        @Is(DIVISION) String community,
        LocalDate lastDay) implements EventData {

    public PlacementExpired {
        Must.be(ID, "placement", placement);
        Must.be(ID, "application", application);
        Must.be(DIVISION, "community", community);
        Must.bePresent("lastDay", lastDay);
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
