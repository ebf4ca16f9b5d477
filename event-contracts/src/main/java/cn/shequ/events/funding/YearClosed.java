package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.NUMBER;
import static cn.shequ.events.Whole.YEAR;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/**
 * A year of a ledger is closed (Art. 16): each fund of the year carries forward what it did not spend, or owes it back
 * to who gave it, by its own term. In CNY.
 */
@EventType(
        source = "funding",
        name = "year-closed",
        version = 1,
        subject = "ledger",
        key = "ledger",
        says = "A year of a ledger is closed: what its funds carry forward and what they owe back (Art. 16).")
public record YearClosed(
        @Is(ID) String ledger,
        @Is(DIVISION) String division,
        @Counts(YEAR) int year,
        @Counts(NUMBER) int fundsCarried,
        @Is(AMOUNT) String carried,
        @Counts(NUMBER) int fundsReturned,
        @Is(AMOUNT) String returned,
        LocalDate closedOn)
        implements EventData {

    public YearClosed {
        Must.be(ID, "ledger", ledger);
        Must.be(DIVISION, "division", division);
        Must.be(YEAR, "year", year);
        Must.be(NUMBER, "fundsCarried", fundsCarried);
        Must.be(AMOUNT, "carried", carried);
        Must.be(NUMBER, "fundsReturned", fundsReturned);
        Must.be(AMOUNT, "returned", returned);
        Must.bePresent("closedOn", closedOn);
    }

    @Override
    public String aboutSubject() {
        return ledger;
    }

    @Override
    public String partitionKey() {
        return ledger;
    }

    @Override
    public String concernsDivision() {
        return division;
    }
}
