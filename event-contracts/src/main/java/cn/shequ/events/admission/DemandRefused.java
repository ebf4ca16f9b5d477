package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A community refused a demand; the subdistrict office and the district leading-group office coordinate (Art. 4). A body
 * that is not registered has no credit code here.
 */
@EventType(
        source = "admission",
        name = "demand-refused",
        version = 1,
        subject = "refusal",
        key = "community",
        says = "A community refused a demand; its subdistrict and district coordinate (Art. 4).")
public record DemandRefused(
        @Is(ID) String refusal,
        @Is(DIVISION) String community,
        @Is(CREDIT_CODE) @Nullable String demandingBody,
        @OneOf(AffiliationLevel.class) String demandingBodyLevel,
        @OneOf(RefusalGrounds.class) String grounds,
        LocalDate refusedOn)
        implements EventData {

    public DemandRefused {
        Must.be(ID, "refusal", refusal);
        RefusedParts.check(community, demandingBody, demandingBodyLevel, refusedOn);
        Must.beOneOf(RefusalGrounds.class, "grounds", grounds);
    }

    @Override
    public String aboutSubject() {
        return refusal;
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
