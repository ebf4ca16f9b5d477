package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Shape.PAYER;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Unspent money of a fund, in CNY, is owed back to who gave it (Art. 16), by the decision of two persons or by the
 * term of the fund at the end of the year. The payee is left out where it is a private donor.
 */
@EventType(
        source = "funding",
        name = "return-approved",
        version = 1,
        subject = "returnId",
        key = "ledger",
        says = "Unspent money of a fund is owed back to who gave it (Art. 16).")
public record ReturnApproved(
        @Is(ID) String returnId,
        @Is(ID) String ledger,
        @Is(ID) String fund,
        @Is(DIVISION) String division,
        @Is(DIVISION) @Nullable String community,
        @Is(PAYER) @Nullable String payee,
        @Is(AMOUNT) String amount,
        @Is(CODE) String reason,
        @Is(ID) String entry,
        LocalDate bookedOn)
        implements EventData {

    public ReturnApproved {
        Must.be(ID, "returnId", returnId);
        Must.be(ID, "ledger", ledger);
        Must.be(ID, "fund", fund);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(DIVISION, "community", community);
        Must.beIfPresent(PAYER, "payee", payee);
        Must.be(AMOUNT, "amount", amount);
        Must.be(CODE, "reason", reason);
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
