package cn.shequ.events.samples;

import static cn.shequ.events.samples.Sample.id;

import cn.shequ.events.EventData;
import cn.shequ.events.workforce.CommitteeElected;
import cn.shequ.events.workforce.IndicatorRecorded;
import cn.shequ.events.workforce.PayrollApproved;
import cn.shequ.events.workforce.TrainingCompleted;
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
                new CommitteeElected(
                        id(431), Sample.COMMUNITY, 11, LocalDate.of(2026, 11, 8), LocalDate.of(2031, 11, 7), 2, 4),
                new TrainingCompleted(
                        id(411), Sample.DISTRICT, "18000.01", 36, LocalDate.of(2026, 5, 15), LocalDate.of(2026, 6, 15)),
                new PayrollApproved(
                        id(421),
                        Sample.DISTRICT,
                        2026,
                        LocalDate.of(2026, 6, 5),
                        LocalDate.of(2026, 6, 15),
                        1,
                        1,
                        List.of(
                                new PayrollApproved.Item(
                                        Sample.COMMUNITY, "COMMITTEE_ALLOWANCE", Sample.DISTRICT, "24500.00"),
                                new PayrollApproved.Item(
                                        Sample.COMMUNITY, "TITLE_ALLOWANCE", Sample.DISTRICT, "600.00"),
                                new PayrollApproved.Item(Sample.COMMUNITY, "POST_PAY", Sample.DEPARTMENT, "8160.00"),
                                new PayrollApproved.Item(
                                        Sample.ANOTHER_COMMUNITY, "POST_WORKING_COSTS", Sample.DEPARTMENT, "350.00"))),
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
