package cn.shequ.events.samples;

import static cn.shequ.events.samples.Sample.id;

import cn.shequ.events.EventData;
import cn.shequ.events.funding.AuditFindingRaised;
import cn.shequ.events.funding.DisclosurePublished;
import cn.shequ.events.funding.IndicatorRecorded;
import cn.shequ.events.funding.LogKeyRotated;
import cn.shequ.events.funding.PurchaseAwarded;
import cn.shequ.events.funding.PurchaseReleasePublished;
import cn.shequ.events.funding.VetoImposed;
import cn.shequ.events.funding.VetoLifted;
import cn.shequ.events.funding.ViolationConfirmed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The samples of funding-service about oversight: cases, disclosures, audits, purchases, the log's keys, indicators. */
final class OversightSamples {

    private static final String LEDGER = id(301);
    private static final String VIOLATION = id(340);
    private static final String VETO = id(341);
    private static final LocalDate PAID = LocalDate.of(2026, 3, 20);

    private OversightSamples() {}

    static List<EventData> all() {
        return List.of(
                new ViolationConfirmed(
                        VIOLATION,
                        "DIVERSION",
                        id(331),
                        LEDGER,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        Sample.SUBDISTRICT,
                        "0.00",
                        "800.00",
                        "16",
                        PAID.plusDays(30)),
                new VetoImposed(
                        VETO,
                        VIOLATION,
                        LEDGER,
                        Sample.SUBDISTRICT,
                        Sample.SUBDISTRICT,
                        PAID.plusDays(30),
                        PAID.plusDays(394),
                        "veto.lasts",
                        1,
                        Sample.DISTRICT,
                        "16"),
                new VetoLifted(
                        VETO, VIOLATION, LEDGER, Sample.SUBDISTRICT, Sample.SUBDISTRICT, PAID.plusDays(60), "16"),
                new DisclosurePublished(
                        id(351),
                        Sample.COMMUNITY,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 3, 31),
                        2,
                        id(350),
                        "100.00",
                        "5000.00",
                        "320.40",
                        "4779.60",
                        2,
                        1,
                        "41",
                        LocalDate.of(2026, 4, 15)),
                new AuditFindingRaised(
                        id(361),
                        id(360),
                        LEDGER,
                        Sample.SUBDISTRICT,
                        "EVIDENCE_MISSING",
                        id(323),
                        "320.40",
                        LocalDate.of(2026, 5, 11),
                        LocalDate.of(2026, 6, 10),
                        "16"),
                new PurchaseAwarded(
                        id(341),
                        LEDGER,
                        id(342),
                        Sample.COMMUNITY,
                        id(343),
                        Sample.ORGANISATION,
                        "30000.00",
                        "28600.00",
                        2,
                        PAID.plusDays(30)),
                new PurchaseReleasePublished(id(341), LEDGER, Sample.COMMUNITY, 4, "4d".repeat(32)),
                new LogKeyRotated(
                        "shequ/fund-events",
                        Sample.CITY,
                        "0a1b2c3d",
                        "AQ" + "Ew".repeat(21),
                        "9f8e7d6c",
                        Instant.parse("2026-06-01T00:00:00Z"),
                        Instant.parse("2026-07-01T00:00:00Z")),
                new IndicatorRecorded(
                        "obligations.paid-in-time",
                        Sample.DISTRICT,
                        LocalDate.of(2026, 3, 31),
                        "36",
                        "50",
                        "0.72",
                        "RATIO",
                        "1",
                        "16"));
    }
}
