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

/** A plan that has at least the service premises and public-welfare facilities required (Art. 13). */
@EventType(
        source = "facilities",
        name = "plan-approved",
        version = 1,
        subject = "development",
        key = "development",
        says = "A plan has at least the service premises that its households require and was approved (Art. 13).")
public record PlanApproved(
        @Is(ID) String development,
        @Is(ID) String review,
        @Is(DIVISION) String division,
        @Counts(NUMBER) int households,
        @Is(AREA) String requiredSquareMetres,
        @Is(AREA) String plannedSquareMetres,
        LocalDate reviewedOn)
        implements EventData {

    public PlanApproved {
        Must.be(ID, "development", development);
        Must.be(ID, "review", review);
        Must.be(DIVISION, "division", division);
        Must.be(NUMBER, "households", households);
        Must.be(AREA, "requiredSquareMetres", requiredSquareMetres);
        Must.be(AREA, "plannedSquareMetres", plannedSquareMetres);
        Must.bePresent("reviewedOn", reviewedOn);
        Must.hold(
                new BigDecimal(plannedSquareMetres).compareTo(new BigDecimal(requiredSquareMetres)) >= 0,
                "plannedSquareMetres",
                "at least what is required");
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
