package cn.shequ.events.workforce;

import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/** Somebody registered as a volunteer of a community (Art. 19). The id is opaque and says nothing about who. */
@EventType(
        source = "workforce",
        name = "volunteer-registered",
        version = 1,
        subject = "volunteer",
        key = "community",
        says = "Somebody registered as a volunteer in a community; the id says nothing about who (Art. 19).")
public record VolunteerRegistered(
        @Is(ID) String volunteer, @Is(DIVISION) String community, LocalDate registeredOn) implements EventData {

    public VolunteerRegistered {
        Must.be(ID, "volunteer", volunteer);
        Must.be(DIVISION, "community", community);
        Must.bePresent("registeredOn", registeredOn);
    }

    @Override
    public String aboutSubject() {
        return volunteer;
    }

    @Override
    public String partitionKey() {
        return community;
    }

    @Override
    public String concernsDivision() {
        return community;
    }
}
