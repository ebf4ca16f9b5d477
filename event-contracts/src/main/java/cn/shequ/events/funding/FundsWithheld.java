package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.YEAR;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Money of a pool fund was neither distributed, committed nor spent when the deadline of its year had passed (Art. 15, 16). */
@EventType(
        source = "funding",
        name = "funds-withheld",
        version = 1,
        subject = "fund",
        key = "ledger",
        says =
                "Money of a pool was neither distributed, committed nor spent by the deadline of its year (Art. 15, 16).")
public record FundsWithheld(
        @Is(ID) String finding,
        @Is(ID) String ledger,
        @Is(ID) String fund,
        @Is(DIVISION) String division,
        @Counts(YEAR) int fiscalYear,
        @Is(AMOUNT) String received,
        @Is(AMOUNT) String withheld,
        LocalDate deadline,
        boolean provisional,
        LocalDate foundOn)
        implements EventData {

    public FundsWithheld {
        Must.be(ID, "finding", finding);
        Must.be(ID, "ledger", ledger);
        Must.be(ID, "fund", fund);
        Must.be(DIVISION, "division", division);
        Must.be(YEAR, "fiscalYear", fiscalYear);
        Must.be(AMOUNT, "received", received);
        Must.be(AMOUNT, "withheld", withheld);
        Must.bePresent("deadline", deadline);
        Must.bePresent("foundOn", foundOn);
        Must.hold(
                new BigDecimal(withheld).signum() > 0
                        && new BigDecimal(withheld).compareTo(new BigDecimal(received)) <= 0,
                "withheld",
                "more than nothing and at most what was received");
        Must.hold(foundOn.isAfter(deadline), "foundOn", "after the deadline");
    }

    @Override
    public String aboutSubject() {
        return fund;
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
