package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.FIGURE;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.MONTH;
import static cn.shequ.events.Whole.NUMBER;
import static cn.shequ.events.Whole.YEAR;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/**
 * A month of a ledger is closed for ever (Art. 16): so many vouchers without a gap, this much moved in it, and this
 * much in each account at its end, in CNY.
 */
@EventType(
        source = "funding",
        name = "period-closed",
        version = 1,
        subject = "ledger",
        key = "ledger",
        says = "A month of a ledger is closed for ever, with these control totals (Art. 16).")
public record PeriodClosed(
        @Is(ID) String ledger,
        @Is(DIVISION) String division,
        @Counts(YEAR) int year,
        @Counts(MONTH) int month,
        @Counts(NUMBER) int vouchers,
        @Is(AMOUNT) String moved,
        @Is(FIGURE) String bank,
        @Is(FIGURE) String receivable,
        @Is(FIGURE) String spent,
        @Is(FIGURE) String available,
        @Is(FIGURE) String reserved,
        @Is(FIGURE) String committed,
        @Is(FIGURE) String payable,
        @Is(FIGURE) String applied,
        LocalDate closedOn)
        implements EventData {

    public PeriodClosed {
        Must.be(ID, "ledger", ledger);
        Must.be(DIVISION, "division", division);
        Must.be(YEAR, "year", year);
        Must.be(MONTH, "month", month);
        Must.be(NUMBER, "vouchers", vouchers);
        Must.be(AMOUNT, "moved", moved);
        Must.be(FIGURE, "bank", bank);
        Must.be(FIGURE, "receivable", receivable);
        Must.be(FIGURE, "spent", spent);
        Must.be(FIGURE, "available", available);
        Must.be(FIGURE, "reserved", reserved);
        Must.be(FIGURE, "committed", committed);
        Must.be(FIGURE, "payable", payable);
        Must.be(FIGURE, "applied", applied);
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
