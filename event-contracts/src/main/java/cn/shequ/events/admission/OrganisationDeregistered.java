package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/** An organisation is struck off the register and takes on nothing any more (Art. 26). */
@EventType(
        source = "admission",
        name = "organisation-deregistered",
        version = 1,
        subject = "creditCode",
        key = "creditCode",
        says = "A social organisation was struck off the register and takes on nothing any more (Art. 26).")
public record OrganisationDeregistered(
        @Is(CREDIT_CODE) String creditCode, @Is(DIVISION) String division, LocalDate deregisteredOn)
        implements EventData {

    public OrganisationDeregistered {
        Must.be(CREDIT_CODE, "creditCode", creditCode);
        Must.be(DIVISION, "division", division);
        Must.bePresent("deregisteredOn", deregisteredOn);
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
