package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Shape.PAYER;
import static cn.shequ.events.Whole.YEAR;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody owes an amount in CNY to a fund by a day (Art. 5, 11, 15). The origin reference is the placement, allocation or
 * other decision it comes from; the division is the one that keeps the ledger.
 */
@EventType(
        source = "funding",
        name = "obligation-opened",
        version = 1,
        subject = "obligation",
        key = "ledger",
        says = "Somebody owes an amount to a fund by a day (Art. 5, 11, 15).")
public record ObligationOpened(
        @Is(ID) String obligation,
        @Is(ID) String ledger,
        @Is(ID) String fund,
        @Is(DIVISION) String division,
        @Is(DIVISION) @Nullable String community,
        @Is(PAYER) String payer,
        @OneOf(ObligationOrigin.class) String origin,
        @Is(ID) String originReference,
        @Counts(YEAR) int fundingYear,
        @Is(AMOUNT) String amountDue,
        LocalDate dueOn)
        implements EventData {

    public ObligationOpened {
        Must.be(ID, "obligation", obligation);
        Must.be(ID, "ledger", ledger);
        Must.be(ID, "fund", fund);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(DIVISION, "community", community);
        Must.be(PAYER, "payer", payer);
        Must.beOneOf(ObligationOrigin.class, "origin", origin);
        Must.be(ID, "originReference", originReference);
        Must.be(YEAR, "fundingYear", fundingYear);
        Must.be(AMOUNT, "amountDue", amountDue);
        Must.bePresent("dueOn", dueOn);
    }

    @Override
    public String aboutSubject() {
        return obligation;
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
