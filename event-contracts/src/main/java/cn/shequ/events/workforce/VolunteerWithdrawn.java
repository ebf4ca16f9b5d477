package cn.shequ.events.workforce;

import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/** A registered volunteer withdrew and the person's data are gone (Art. 19). */
@EventType(
        source = "workforce",
        name = "volunteer-withdrawn",
        version = 1,
        subject = "volunteer",
        key = "community",
        says = "A registered volunteer withdrew; the person's data are gone (Art. 19).")
public record VolunteerWithdrawn(
        @Is(ID) String volunteer, @Is(DIVISION) String community, LocalDate withdrawnOn) implements EventData {

    public VolunteerWithdrawn {
        Must.be(ID, "volunteer", volunteer);
        Must.be(DIVISION, "community", community);
        Must.bePresent("withdrawnOn", withdrawnOn);
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
