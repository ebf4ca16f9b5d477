package cn.shequ.events.samples;

import static cn.shequ.events.samples.Sample.id;

import cn.shequ.events.EventData;
import cn.shequ.events.facilities.CommunityChanged;
import cn.shequ.events.facilities.DivisionChanged;
import cn.shequ.events.facilities.IndicatorRecorded;
import cn.shequ.events.facilities.PlanApproved;
import cn.shequ.events.facilities.PlanRejected;
import cn.shequ.events.facilities.PremisesChanged;
import cn.shequ.events.facilities.RemediationApproved;
import cn.shequ.events.facilities.RuleChanged;
import java.time.LocalDate;
import java.util.List;

/** The samples of facilities-service. */
final class FacilitiesSamples {

    static final DivisionChanged CITY_ITSELF = new DivisionChanged(
            Sample.CITY,
            Sample.CITY,
            "长春市",
            null,
            "CITY",
            "PREFECTURE_LEVEL_CITY",
            null,
            LocalDate.of(2020, 1, 1),
            null);

    private FacilitiesSamples() {}

    static List<EventData> all() {
        return List.of(
                new DivisionChanged(
                        Sample.SUBDISTRICT,
                        Sample.CITY,
                        "南岭街道",
                        "Nanling Subdistrict",
                        "TOWNSHIP_LEVEL",
                        "SUBDISTRICT",
                        Sample.DISTRICT,
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2030, 12, 31)),
                new CommunityChanged(Sample.COMMUNITY, true, 3_120, 8_436, true, LocalDate.of(2026, 1, 1)),
                new RuleChanged(
                        Sample.DISTRICT,
                        "premises.standard-area",
                        2,
                        "600.00",
                        "SQUARE_METRES",
                        "MINIMUM",
                        "POLICY",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2030, 12, 31),
                        "示例区发〔2025〕7号 第三条"),
                new PremisesChanged(Sample.COMMUNITY, "299.99", "WEAK", LocalDate.of(2026, 3, 2)),
                new PlanRejected(
                        id(101),
                        id(102),
                        Sample.SUBDISTRICT,
                        2_000,
                        "600.00",
                        "599.99",
                        "0.01",
                        LocalDate.of(2026, 3, 3)),
                new PlanApproved(
                        id(101), id(103), Sample.SUBDISTRICT, 2_000, "600.00", "600.00", LocalDate.of(2026, 3, 9)),
                new RemediationApproved(
                        id(111),
                        Sample.COMMUNITY,
                        "EXTENSION",
                        Sample.DISTRICT,
                        "480000.00",
                        LocalDate.of(2026, 4, 10),
                        LocalDate.of(2026, 6, 30),
                        LocalDate.of(2027, 6, 30)),
                new IndicatorRecorded(
                        "premises.communities-at-standard",
                        Sample.DISTRICT,
                        LocalDate.of(2026, 3, 31),
                        "41",
                        "50",
                        "0.82",
                        "RATIO",
                        "1",
                        "12"));
    }
}
