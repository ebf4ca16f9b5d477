package cn.shequ.events.samples;

import static cn.shequ.events.samples.Sample.id;

import cn.shequ.events.EventData;
import cn.shequ.events.funding.AllocationCommitted;
import cn.shequ.events.funding.CommitmentReleased;
import cn.shequ.events.funding.CommitmentReserved;
import cn.shequ.events.funding.DiversionAttempted;
import cn.shequ.events.funding.DonationReceived;
import cn.shequ.events.funding.EntryReversed;
import cn.shequ.events.funding.ExpenditureApproved;
import cn.shequ.events.funding.ExpenditurePaid;
import cn.shequ.events.funding.ExpenditureRefunded;
import cn.shequ.events.funding.FundsReallocated;
import cn.shequ.events.funding.FundsWithheld;
import cn.shequ.events.funding.ObligationCancelled;
import cn.shequ.events.funding.ObligationLate;
import cn.shequ.events.funding.ObligationOpened;
import cn.shequ.events.funding.ObligationReopened;
import cn.shequ.events.funding.ObligationSettled;
import cn.shequ.events.funding.ObligationShort;
import cn.shequ.events.funding.OpeningBalanceBooked;
import cn.shequ.events.funding.PeriodClosed;
import cn.shequ.events.funding.ReceiptPosted;
import cn.shequ.events.funding.ReturnApproved;
import cn.shequ.events.funding.ReturnPaid;
import cn.shequ.events.funding.YearClosed;
import java.time.LocalDate;
import java.util.List;

/** The samples of funding-service: one placement of 5,000.00 owed, paid, bounced; one expenditure; one attempt. */
final class FundingSamples {

    private static final String LEDGER = id(301);
    private static final String OBLIGATION = id(302);
    private static final String FUND = id(303);
    private static final String RECEIPT = id(304);
    private static final String EXPENDITURE = id(305);
    private static final String OTHER_FUND = id(306);
    private static final String RESERVATION = id(307);
    private static final String RETURN = id(308);
    private static final String COMMITMENT = "5a".repeat(32);
    private static final LocalDate DUE = LocalDate.of(2026, 2, 28);
    private static final LocalDate PAID = LocalDate.of(2026, 3, 20);

    private FundingSamples() {}

    static List<EventData> all() {
        return List.of(
                new AllocationCommitted(
                        id(311),
                        id(310),
                        2026,
                        Sample.DISTRICT,
                        "110000.00",
                        "60000.00",
                        "50000.00",
                        LocalDate.of(2026, 1, 15),
                        1,
                        1,
                        List.of(share(Sample.COMMUNITY), share(Sample.ANOTHER_COMMUNITY))),
                new ObligationOpened(
                        OBLIGATION,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        Sample.DEPARTMENT,
                        "PLACEMENT",
                        id(231),
                        2026,
                        "5000.00",
                        DUE),
                new ObligationSettled(
                        OBLIGATION,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        Sample.DEPARTMENT,
                        "PLACEMENT",
                        id(231),
                        2026,
                        "5000.00",
                        DUE,
                        PAID,
                        RECEIPT),
                new ObligationReopened(
                        OBLIGATION,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        Sample.DEPARTMENT,
                        "PLACEMENT",
                        id(231),
                        2026,
                        "5000.00",
                        DUE,
                        "5000.00",
                        PAID.plusDays(4),
                        id(322)),
                new ObligationCancelled(
                        OBLIGATION,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        Sample.DEPARTMENT,
                        "PLACEMENT",
                        id(231),
                        2026,
                        "5000.00",
                        DUE,
                        "5000.00",
                        "PLACEMENT_EXITED",
                        id(241),
                        LocalDate.of(2026, 2, 20)),
                new ObligationLate(
                        OBLIGATION,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        Sample.DEPARTMENT,
                        "PLACEMENT",
                        id(231),
                        2026,
                        "5000.00",
                        DUE,
                        id(341),
                        LocalDate.of(2026, 2, 28),
                        false,
                        LocalDate.of(2026, 3, 4)),
                new ObligationShort(
                        OBLIGATION,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        Sample.DEPARTMENT,
                        "PLACEMENT",
                        id(231),
                        2026,
                        "5000.00",
                        DUE,
                        id(342),
                        "1200.50",
                        LocalDate.of(2026, 2, 28),
                        false,
                        LocalDate.of(2026, 3, 4)),
                new FundsWithheld(
                        id(343),
                        LEDGER,
                        id(306),
                        Sample.DISTRICT,
                        2026,
                        "60000.00",
                        "12345.67",
                        LocalDate.of(2026, 11, 30),
                        false,
                        LocalDate.of(2026, 12, 4)),
                new ReceiptPosted(
                        RECEIPT,
                        LEDGER,
                        Sample.SUBDISTRICT,
                        id(321),
                        Sample.DEPARTMENT,
                        "5000.00",
                        PAID,
                        1,
                        1,
                        List.of(new ReceiptPosted.Settlement(OBLIGATION, "5000.00"))),
                new ExpenditureApproved(
                        EXPENDITURE,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        "HEALTH_CAMPAIGN",
                        "320.40",
                        PAID.plusDays(10),
                        COMMITMENT,
                        RESERVATION),
                new ExpenditurePaid(
                        EXPENDITURE,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        "HEALTH_CAMPAIGN",
                        "320.40",
                        id(323),
                        PAID.plusDays(11),
                        COMMITMENT),
                new EntryReversed(id(322), id(321), LEDGER, Sample.SUBDISTRICT, PAID.plusDays(4)),
                new DiversionAttempted(
                        id(331),
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        "HOSPITALITY",
                        List.of("HEALTH_CAMPAIGN", "TRAINING"),
                        "800.00",
                        "16",
                        PAID.plusDays(9),
                        OTHER_FUND),
                new CommitmentReserved(
                        RESERVATION,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        "900.00",
                        PAID.plusDays(90),
                        id(341),
                        id(342),
                        PAID.plusDays(2)),
                new CommitmentReleased(
                        RESERVATION,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        "579.60",
                        "EXPIRED",
                        id(343),
                        PAID.plusDays(91)),
                new OpeningBalanceBooked(
                        id(351),
                        LEDGER,
                        Sample.SUBDISTRICT,
                        "800.00",
                        id(352),
                        LocalDate.of(2026, 1, 1),
                        1,
                        1,
                        List.of(
                                new OpeningBalanceBooked.Held(FUND, "500.00"),
                                new OpeningBalanceBooked.Held(OTHER_FUND, "300.00"))),
                new FundsReallocated(
                        id(353),
                        LEDGER,
                        FUND,
                        OTHER_FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        "120.00",
                        "DISTRICT",
                        id(354),
                        PAID.plusDays(12),
                        COMMITMENT),
                new DonationReceived(
                        id(355),
                        LEDGER,
                        OTHER_FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        List.of("RELIEF"),
                        "2000.00",
                        id(356),
                        PAID,
                        COMMITMENT),
                new ExpenditureRefunded(
                        id(357),
                        EXPENDITURE,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        "HEALTH_CAMPAIGN",
                        "20.40",
                        id(358),
                        PAID.plusDays(20)),
                new ReturnApproved(
                        RETURN,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        Sample.DEPARTMENT,
                        "4700.00",
                        "UNSPENT",
                        id(360),
                        PAID.plusDays(30)),
                new ReturnPaid(
                        RETURN,
                        LEDGER,
                        FUND,
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        Sample.DEPARTMENT,
                        "4700.00",
                        id(361),
                        PAID.plusDays(31)),
                new PeriodClosed(
                        LEDGER,
                        Sample.SUBDISTRICT,
                        2026,
                        3,
                        4,
                        "5640.80",
                        "4679.60",
                        "0.00",
                        "320.40",
                        "4679.60",
                        "0.00",
                        "0.00",
                        "0.00",
                        "320.40",
                        LocalDate.of(2026, 4, 2)),
                new YearClosed(
                        LEDGER, Sample.SUBDISTRICT, 2026, 3, "12000.00", 1, "4700.00", LocalDate.of(2027, 1, 8)));
    }

    private static AllocationCommitted.Share share(String community) {
        return new AllocationCommitted.Share(community, "55000.00", "30000.00", "25000.00");
    }
}
