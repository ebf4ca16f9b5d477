package cn.shequ.events.admission;

import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/** The funds are paid, or none are due: from this day on the task may be asked of the community (Art. 5). */
@EventType(
        source = "admission",
        name = "placement-activated",
        version = 1,
        subject = "placement",
        key = "application",
        says = "The funds are paid and the task may be asked of the community (Art. 5).")
public record PlacementActivated(
        @Is(ID) String placement,
        @Is(ID) String application,
        @Is(DIVISION) String community,
        LocalDate activeFrom) implements EventData {

    public PlacementActivated {
        Must.be(ID, "placement", placement);
        Must.be(ID, "application", application);
        Must.be(DIVISION, "community", community);
        Must.bePresent("activeFrom", activeFrom);
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
