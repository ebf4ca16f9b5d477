package cn.shequ.events.facilities;

import static cn.shequ.events.Shape.AREA;
import static cn.shequ.events.Shape.DIVISION;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.time.LocalDate;

/** All service premises of a community together, in square metres, and the standing that follows (Art. 12). */
@EventType(
        source = "facilities",
        name = "premises-changed",
        version = 1,
        subject = "community",
        key = "community",
        says =
                "The floor area of the service premises of a community changed, and with it perhaps its standing (Art. 12).")
public record PremisesChanged(
        @Is(DIVISION) String community,
        @Is(AREA) String areaSquareMetres,
        @OneOf(PremisesStanding.class) String standing,
        LocalDate asOf)
        implements EventData {

    public PremisesChanged {
        Must.be(DIVISION, "community", community);
        Must.be(AREA, "areaSquareMetres", areaSquareMetres);
        Must.beOneOf(PremisesStanding.class, "standing", standing);
        Must.bePresent("asOf", asOf);
    }

    @Override
    public String aboutSubject() {
        return community;
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
