package cn.shequ.admission.placement;

import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.SUBDISTRICT;
import static cn.shequ.admission.Given.TODAY;

import cn.shequ.events.EventData;
import cn.shequ.events.funding.ObligationOpened;
import cn.shequ.events.funding.ObligationReopened;
import cn.shequ.events.funding.ObligationSettled;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** What funding says about a placement, handled in a transaction as the inbox does. */
@ApplicationScoped
class FundingSays {

    private static final String LEDGER = UUID.randomUUID().toString();
    private static final String FUND = UUID.randomUUID().toString();
    private static final String PAYER = "11220102DEM000014K";

    private final WhenObligationOpened opened;
    private final WhenObligationSettled settled;
    private final WhenObligationReopened reopened;

    FundingSays(WhenObligationOpened opened, WhenObligationSettled settled, WhenObligationReopened reopened) {
        this.opened = opened;
        this.settled = settled;
        this.reopened = reopened;
    }

    @Transactional
    void opened(UUID placement, UUID obligation, int year, String amount) {
        handle(
                opened,
                new ObligationOpened(
                        obligation.toString(),
                        LEDGER,
                        FUND,
                        SUBDISTRICT,
                        COMMUNITY,
                        PAYER,
                        "PLACEMENT",
                        placement.toString(),
                        year,
                        amount,
                        TODAY));
    }

    @Transactional
    void settled(UUID placement, UUID obligation, int year, String amount) {
        handle(
                settled,
                new ObligationSettled(
                        obligation.toString(),
                        LEDGER,
                        FUND,
                        SUBDISTRICT,
                        COMMUNITY,
                        PAYER,
                        "PLACEMENT",
                        placement.toString(),
                        year,
                        amount,
                        TODAY,
                        TODAY,
                        UUID.randomUUID().toString()));
    }

    @Transactional
    void reopened(UUID placement, UUID obligation, int year, String amount) {
        handle(
                reopened,
                new ObligationReopened(
                        obligation.toString(),
                        LEDGER,
                        FUND,
                        SUBDISTRICT,
                        COMMUNITY,
                        PAYER,
                        "PLACEMENT",
                        placement.toString(),
                        year,
                        amount,
                        TODAY,
                        amount,
                        TODAY,
                        UUID.randomUUID().toString()));
    }

    private static <T extends EventData> void handle(EventHandler<T> handler, T data) {
        handler.handle(new EventEnvelope<>(
                UUID.randomUUID(),
                "test",
                "/funding",
                data.aboutSubject(),
                0,
                data.partitionKey(),
                data.concernsDivision(),
                Instant.EPOCH,
                data));
    }
}
