package cn.shequ.events.facilities;

import static cn.shequ.events.Shape.AREA;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.NUMBER;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A plan that has less service premises and public-welfare facilities than required, and was not approved (Art. 13). Where
 * only a phase falls short, the figures are those up to and with that phase.
 */
@EventType(
        source = "facilities",
        name = "plan-rejected",
        version = 1,
        subject = "development",
        key = "development",
        says = "A plan has less service premises than its households require and was not approved (Art. 13).")
public record PlanRejected(
        @Is(ID) String development,
        @Is(ID) String review,
        @Is(DIVISION) String division,
        @Counts(NUMBER) int households,
        @Is(AREA) String requiredSquareMetres,
        @Is(AREA) String plannedSquareMetres,
        @Is(AREA) String missingSquareMetres,
        LocalDate reviewedOn)
        implements EventData {

    public PlanRejected {
        Must.be(ID, "development", development);
        Must.be(ID, "review", review);
        Must.be(DIVISION, "division", division);
        Must.be(NUMBER, "households", households);
        Must.be(AREA, "requiredSquareMetres", requiredSquareMetres);
        Must.be(AREA, "plannedSquareMetres", plannedSquareMetres);
        Must.be(AREA, "missingSquareMetres", missingSquareMetres);
        Must.bePresent("reviewedOn", reviewedOn);
        BigDecimal missing = new BigDecimal(requiredSquareMetres).subtract(new BigDecimal(plannedSquareMetres));
        Must.hold(missing.signum() > 0, "plannedSquareMetres", "less than required");
        Must.beEqual("missingSquareMetres", missing, missingSquareMetres);
    }

    @Override
    public String aboutSubject() {
        return development;
    }

    @Override
    public String partitionKey() {
        return development;
    }

    @Override
    public String concernsDivision() {
        return division;
    }
}
