package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.PUBLIC_NAME;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.time.LocalDate;

/** A registered organisation as it stands from a day on: renamed, moved, suspended or restored (Art. 26). */
@EventType(
        source = "admission",
        name = "organisation-changed",
        version = 1,
        subject = "creditCode",
        key = "creditCode",
        says = "A registered social organisation was renamed, moved, suspended or restored (Art. 26).")
public record OrganisationChanged(
        @Is(CREDIT_CODE) String creditCode,
        @Is(DIVISION) String division,
        @Is(PUBLIC_NAME) String nameZh,
        @OneOf(OrganisationStanding.class) String standing,
        LocalDate changedOn)
        implements EventData {

    public OrganisationChanged {
        Must.be(CREDIT_CODE, "creditCode", creditCode);
        Must.be(DIVISION, "division", division);
        Must.be(PUBLIC_NAME, "nameZh", nameZh);
        Must.beOneOf(OrganisationStanding.class, "standing", standing);
        Must.bePresent("changedOn", changedOn);
    }

    @Override
    public String aboutSubject() {
        return creditCode;
    }

    @Override
    public String partitionKey() {
        return creditCode;
    }

    @Override
    public String concernsDivision() {
        return division;
    }
}
