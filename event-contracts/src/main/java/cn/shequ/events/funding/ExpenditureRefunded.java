package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payee paid back some or all of a paid expenditure, in CNY; what was spent falls by it and the fund has it again
 * (Art. 16).
 */
@EventType(
        source = "funding",
        name = "expenditure-refunded",
        version = 1,
        subject = "refund",
        key = "ledger",
        says =
                "A payee paid back some or all of a paid expenditure; the money is available to its fund again (Art. 16).")
public record ExpenditureRefunded(
        @Is(ID) String refund,
        @Is(ID) String expenditure,
        @Is(ID) String ledger,
        @Is(ID) String fund,
        @Is(DIVISION) String division,
        @Is(DIVISION) @Nullable String community,
        @Is(CODE) String category,
        @Is(AMOUNT) String amount,
        @Is(ID) String entry,
        LocalDate bookedOn)
        implements EventData {

    public ExpenditureRefunded {
        Must.be(ID, "refund", refund);
        Must.be(ID, "expenditure", expenditure);
        Must.be(ID, "ledger", ledger);
        Must.be(ID, "fund", fund);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(DIVISION, "community", community);
        Must.be(CODE, "category", category);
        Must.be(AMOUNT, "amount", amount);
        Must.be(ID, "entry", entry);
        Must.bePresent("bookedOn", bookedOn);
    }

    @Override
    public String aboutSubject() {
        return refund;
    }

    @Override
    public String partitionKey() {
        return ledger;
    }

    @Override
    public String concernsDivision() {
        return community != null ? community : division;
    }
}
