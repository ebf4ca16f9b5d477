package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CODE;
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
 * Somebody demanded a seal or certificate outside the catalogue and was refused (Art. 8). A body that is not registered has
 * no credit code here, and a matter that the catalogue does not have is not named: it is the words of who demanded.
 */
@EventType(
        source = "admission",
        name = "seal-demand-refused",
        version = 1,
        subject = "demand",
        key = "community",
        says = "Somebody demanded a seal or certificate outside the catalogue and was refused (Art. 8).")
public record SealDemandRefused(
        @Is(ID) String demand,
        @Is(DIVISION) String community,
        @Is(CREDIT_CODE) @Nullable String demandingBody,
        @OneOf(AffiliationLevel.class) String demandingBodyLevel,
        @Is(CODE) @Nullable String matter,
        @OneOf(SealRefusalGrounds.class) String grounds,
        LocalDate refusedOn)
        implements EventData {

    public SealDemandRefused {
        Must.be(ID, "demand", demand);
        RefusedParts.check(community, demandingBody, demandingBodyLevel, refusedOn);
        Must.beIfPresent(CODE, "matter", matter);
        Must.beOneOf(SealRefusalGrounds.class, "grounds", grounds);
        Must.hold(
                matter == null || !SealRefusalGrounds.NOT_IN_CATALOGUE.name().equals(grounds),
                "matter",
                "one that the catalogue has");
    }

    @Override
    public String aboutSubject() {
        return demand;
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
