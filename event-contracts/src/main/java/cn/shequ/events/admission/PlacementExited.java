package cn.shequ.events.admission;

import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/** The leading group approved and filed the exit of a task from a community (Art. 5). */
@EventType(
        source = "admission",
        name = "placement-exited",
        version = 1,
        subject = "placement",
        key = "application",
        says = "The leading group approved and filed the exit of a task from a community (Art. 5).")
public record PlacementExited(
        @Is(ID) String placement,
        @Is(ID) String application,
        @Is(DIVISION) String community,
        @Is(ID) String exit,
        LocalDate exitedOn)
        implements EventData {

    public PlacementExited {
        Must.be(ID, "placement", placement);
        Must.be(ID, "application", application);
        Must.be(DIVISION, "community", community);
        Must.be(ID, "exit", exit);
        Must.bePresent("exitedOn", exitedOn);
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
