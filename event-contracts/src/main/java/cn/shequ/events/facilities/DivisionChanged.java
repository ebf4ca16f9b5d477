package cn.shequ.events.facilities;

import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.PUBLIC_NAME;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A division as it stands from a day on: created, renamed, moved to another parent, or abolished.
 *
 * <p>All divisions of a city share the city's code as key, so that a parent arrives before its children. The parent is
 * stated, never read from the code's digits: units move, and their codes stay.
 */
@EventType(
        source = "facilities",
        name = "division-changed",
        version = 1,
        subject = "code",
        key = "city",
        says = "A division was created, renamed, moved or abolished; all of a city in order, parents first.")
public record DivisionChanged(
        @Is(DIVISION) String code,
        @Is(DIVISION) String city,
        @Is(PUBLIC_NAME) String nameZh,
        @Is(PUBLIC_NAME) @Nullable String nameEn,
        @OneOf(DivisionLevel.class) String level,
        @OneOf(DivisionKind.class) String kind,
        @Is(DIVISION) @Nullable String parent,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements EventData {

    public DivisionChanged {
        Must.be(DIVISION, "code", code);
        Must.be(DIVISION, "city", city);
        Must.be(PUBLIC_NAME, "nameZh", nameZh);
        Must.beIfPresent(PUBLIC_NAME, "nameEn", nameEn);
        Must.beOneOf(DivisionLevel.class, "level", level);
        Must.beOneOf(DivisionKind.class, "kind", kind);
        Must.beIfPresent(DIVISION, "parent", parent);
        Must.beInOrder("validTo", validFrom, validTo);
        boolean isCity = DivisionLevel.CITY.name().equals(level);
        Must.hold(isCity == (parent == null), "parent", "absent for a city, present for all below it");
        Must.hold(!isCity || code.equals(city), "city", "the code itself where the division is the city");
    }

    @Override
    public String aboutSubject() {
        return code;
    }

    @Override
    public String partitionKey() {
        return city;
    }

    @Override
    public String concernsDivision() {
        return code;
    }
}
