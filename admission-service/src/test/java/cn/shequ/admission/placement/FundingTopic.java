package cn.shequ.admission.placement;

import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.SUBDISTRICT;
import static cn.shequ.admission.Given.TODAY;

import cn.shequ.admission.ServiceTopic;
import cn.shequ.events.funding.ObligationOpened;
import cn.shequ.events.funding.ObligationReopened;
import cn.shequ.events.funding.ObligationSettled;
import java.util.UUID;

/** What funding says about the money of a placement, on its real topic; each is one ledger's news, in order. */
final class FundingTopic implements AutoCloseable {

    private static final String FUND = UUID.randomUUID().toString();
    private static final String PAYER = "11220102DEM000014K";
    private static final String ORIGIN = "PLACEMENT";

    private final ServiceTopic topic = new ServiceTopic();
    private final String ledger = UUID.randomUUID().toString();
    private final String placement;
    private final int year;
    private final String amount;

    FundingTopic(UUID placement, int year, String amount) {
        this.placement = placement.toString();
        this.year = year;
        this.amount = amount;
    }

    void opened(UUID obligation) {
        topic.says(
                new ObligationOpened(
                        obligation.toString(),
                        ledger,
                        FUND,
                        SUBDISTRICT,
                        COMMUNITY,
                        PAYER,
                        ORIGIN,
                        placement,
                        year,
                        amount,
                        TODAY),
                1);
    }

    /** Delivered this many times, as Kafka may. */
    void settled(UUID obligation, int times) {
        topic.says(
                new ObligationSettled(
                        obligation.toString(),
                        ledger,
                        FUND,
                        SUBDISTRICT,
                        COMMUNITY,
                        PAYER,
                        ORIGIN,
                        placement,
                        year,
                        amount,
                        TODAY,
                        TODAY,
                        UUID.randomUUID().toString()),
                times);
    }

    void reopened(UUID obligation) {
        topic.says(
                new ObligationReopened(
                        obligation.toString(),
                        ledger,
                        FUND,
                        SUBDISTRICT,
                        COMMUNITY,
                        PAYER,
                        ORIGIN,
                        placement,
                        year,
                        amount,
                        TODAY,
                        amount,
                        TODAY,
                        UUID.randomUUID().toString()),
                1);
    }

    @Override
    public void close() {
        topic.close();
    }
}
