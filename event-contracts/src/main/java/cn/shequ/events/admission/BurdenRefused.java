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
 * Somebody demanded a meeting, a form, a target or the like of a community without a basis and was refused (Art. 6, 7). A
 * body that is not registered has no credit code here; what was demanded is the words of who demanded, and is not told.
 */
@EventType(
        source = "admission",
        name = "burden-refused",
        version = 1,
        subject = "demand",
        key = "community",
        says = "Somebody demanded a meeting, a form, a target or the like without a basis and was refused (Art. 6, 7).")
public record BurdenRefused(
        @Is(ID) String demand,
        @Is(DIVISION) String community,
        @Is(CREDIT_CODE) @Nullable String demandingBody,
        @OneOf(AffiliationLevel.class) String demandingBodyLevel,
        @OneOf(BurdenKind.class) String kind,
        @OneOf(BurdenRefusalGrounds.class) String grounds,
        LocalDate refusedOn)
        implements EventData {

    public BurdenRefused {
        Must.be(ID, "demand", demand);
        RefusedParts.check(community, demandingBody, demandingBodyLevel, refusedOn);
        Must.beOneOf(BurdenKind.class, "kind", kind);
        Must.beOneOf(BurdenRefusalGrounds.class, "grounds", grounds);
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
