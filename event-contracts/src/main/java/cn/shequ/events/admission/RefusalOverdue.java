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
 * The coordination of a refusal did not end in time (Art. 4). It comes before the principal leader of the coordinating
 * group, who decides it. A body that is not registered has no credit code here.
 */
@EventType(
        source = "admission",
        name = "refusal-overdue",
        version = 1,
        subject = "refusal",
        key = "community",
        says =
                "The coordination of a refusal did not end in time; the principal leader of that group decides it (Art. 4).")
public record RefusalOverdue(
        @Is(ID) String refusal,
        @Is(DIVISION) String community,
        @Is(CREDIT_CODE) @Nullable String demandingBody,
        @OneOf(AffiliationLevel.class) String demandingBodyLevel,
        @Is(DIVISION) String coordinatedBy,
        LocalDate coordinateBy,
        LocalDate escalatedOn)
        implements EventData {

    public RefusalOverdue {
        Must.be(ID, "refusal", refusal);
        Must.be(DIVISION, "community", community);
        Must.beIfPresent(CREDIT_CODE, "demandingBody", demandingBody);
        Must.beOneOf(AffiliationLevel.class, "demandingBodyLevel", demandingBodyLevel);
        Must.be(DIVISION, "coordinatedBy", coordinatedBy);
        Must.bePresent("escalatedOn", escalatedOn);
        Must.beInOrder("escalatedOn", coordinateBy, escalatedOn);
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
