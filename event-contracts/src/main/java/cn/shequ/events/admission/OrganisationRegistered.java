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

/** A unit registered a social organisation: from now on it may take on purchased services there (Art. 23, 25). */
@EventType(
        source = "admission",
        name = "organisation-registered",
        version = 1,
        subject = "creditCode",
        key = "creditCode",
        says = "A unit registered a social organisation, which may take on purchased services there (Art. 23, 25).")
public record OrganisationRegistered(
        @Is(CREDIT_CODE) String creditCode,
        @Is(DIVISION) String division,
        @Is(PUBLIC_NAME) String nameZh,
        @OneOf(OrganisationKind.class) String kind,
        LocalDate registeredOn)
        implements EventData {

    public OrganisationRegistered {
        Must.be(CREDIT_CODE, "creditCode", creditCode);
        Must.be(DIVISION, "division", division);
        Must.be(PUBLIC_NAME, "nameZh", nameZh);
        Must.beOneOf(OrganisationKind.class, "kind", kind);
        Must.bePresent("registeredOn", registeredOn);
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
