package cn.shequ.events.facilities;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Shape.PAYER;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.time.LocalDate;

/**
 * A remedy for the premises of a weak community was approved (Art. 12): what it costs in CNY, who pays and by when, and until
 * when it is to be done.
 */
@EventType(
        source = "facilities",
        name = "remediation-approved",
        version = 1,
        subject = "remediation",
        key = "community",
        says = "A remedy for the premises of a weak community was approved, with its cost and who pays it (Art. 12).")
public record RemediationApproved(
        @Is(ID) String remediation,
        @Is(DIVISION) String community,
        @OneOf(RemedyKind.class) String kind,
        @Is(PAYER) String payer,
        @Is(AMOUNT) String cost,
        LocalDate approvedOn,
        LocalDate payBy,
        LocalDate completeBy)
        implements EventData {

    public RemediationApproved {
        Must.be(ID, "remediation", remediation);
        Must.be(DIVISION, "community", community);
        Must.beOneOf(RemedyKind.class, "kind", kind);
        Must.be(PAYER, "payer", payer);
        Must.be(AMOUNT, "cost", cost);
        Must.bePresent("approvedOn", approvedOn);
        Must.bePresent("payBy", payBy);
        Must.bePresent("completeBy", completeBy);
        Must.hold(!completeBy.isBefore(approvedOn), "completeBy", "not before approvedOn");
    }

    @Override
    public String aboutSubject() {
        return remediation;
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
