package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Shape.PAYER;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The cashier paid unspent money of a fund, in CNY, back to who gave it (Art. 16). */
@EventType(
        source = "funding",
        name = "return-paid",
        version = 1,
        subject = "returnId",
        key = "ledger",
        says = "The cashier paid unspent money back to who gave it (Art. 16).")
public record ReturnPaid(
        @Is(ID) String returnId,
        @Is(ID) String ledger,
        @Is(ID) String fund,
        @Is(DIVISION) String division,
        @Is(DIVISION) @Nullable String community,
        @Is(PAYER) @Nullable String payee,
        @Is(AMOUNT) String amount,
        @Is(ID) String entry,
        LocalDate bookedOn)
        implements EventData {

    public ReturnPaid {
        Must.be(ID, "returnId", returnId);
        Must.be(ID, "ledger", ledger);
        Must.be(ID, "fund", fund);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(DIVISION, "community", community);
        Must.beIfPresent(PAYER, "payee", payee);
        Must.be(AMOUNT, "amount", amount);
        Must.be(ID, "entry", entry);
        Must.bePresent("bookedOn", bookedOn);
    }

    @Override
    public String aboutSubject() {
        return returnId;
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
