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
 * Somebody inspects or evaluates a community outside the unified evaluation and was refused (Art. 7). A body that is not
 * registered has no credit code here.
 */
@EventType(
        source = "admission",
        name = "inspection-refused",
        version = 1,
        subject = "inspection",
        key = "community",
        says = "Somebody inspects or evaluates a community outside the unified evaluation and was refused (Art. 7).")
public record InspectionRefused(
        @Is(ID) String inspection,
        @Is(DIVISION) String community,
        @Is(CREDIT_CODE) @Nullable String demandingBody,
        @OneOf(AffiliationLevel.class) String demandingBodyLevel,
        @OneOf(InspectionRefusalGrounds.class) String grounds,
        LocalDate refusedOn)
        implements EventData {

    public InspectionRefused {
        Must.be(ID, "inspection", inspection);
        RefusedParts.check(community, demandingBody, demandingBodyLevel, refusedOn);
        Must.beOneOf(InspectionRefusalGrounds.class, "grounds", grounds);
    }

    @Override
    public String aboutSubject() {
        return inspection;
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
