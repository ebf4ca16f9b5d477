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
 * Somebody started something in a subdistrict's territory without telling its office beforehand (Art. 2). A body that is not
 * registered has no credit code here.
 */
@EventType(
        source = "admission",
        name = "action-unnotified",
        version = 1,
        subject = "consultation",
        key = "division",
        says =
                "Somebody started something in a subdistrict's territory without telling its office beforehand (Art. 2).")
public record ActionUnnotified(
        @Is(ID) String consultation,
        @Is(DIVISION) String division,
        @Is(CREDIT_CODE) @Nullable String actingBody,
        @OneOf(AffiliationLevel.class) String actingBodyLevel,
        LocalDate startedOn,
        LocalDate recordedOn)
        implements EventData {

    public ActionUnnotified {
        Must.be(ID, "consultation", consultation);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(CREDIT_CODE, "actingBody", actingBody);
        Must.beOneOf(AffiliationLevel.class, "actingBodyLevel", actingBodyLevel);
        Must.bePresent("startedOn", startedOn);
        Must.bePresent("recordedOn", recordedOn);
        Must.hold(!startedOn.isAfter(recordedOn), "startedOn", "not after the day on which it was recorded");
    }

    @Override
    public String aboutSubject() {
        return consultation;
    }

    @Override
    public String partitionKey() {
        return division;
    }

    @Override
    public String concernsDivision() {
        return division;
    }
}
