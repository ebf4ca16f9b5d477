package cn.shequ.events.samples;

import static cn.shequ.events.samples.Sample.id;

import cn.shequ.events.EventData;
import cn.shequ.events.workforce.IndicatorRecorded;
import cn.shequ.events.workforce.VolunteerRegistered;
import cn.shequ.events.workforce.VolunteerWithdrawn;
import java.time.LocalDate;
import java.util.List;

/** The samples of workforce-service. */
final class WorkforceSamples {

    private WorkforceSamples() {}

    static List<EventData> all() {
        return List.of(
                new VolunteerRegistered(id(401), Sample.COMMUNITY, LocalDate.of(2026, 3, 7)),
                new VolunteerWithdrawn(id(401), Sample.COMMUNITY, LocalDate.of(2026, 9, 1)),
                new IndicatorRecorded(
                        "volunteers.coverage",
                        Sample.COMMUNITY,
                        LocalDate.of(2026, 3, 31),
                        "844",
                        "8436",
                        "0.100047",
                        "RATIO",
                        "0.1",
                        "19"));
    }
}
