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
 * Nothing of an obligation was paid by its deadline: the due day, or the next business day after it (Art. 5, 11, 15, 16).
 * Where the holidays of the year were not announced yet the deadline is provisional.
 */
@EventType(
        source = "funding",
        name = "obligation-late",
        version = 1,
        subject = "obligation",
        key = "ledger",
        says = "Nothing of an obligation was paid by its deadline (Art. 16).")
public record ObligationLate(
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
        LocalDate dueOn,
        @Is(ID) String finding,
        LocalDate deadline,
        boolean provisional,
        LocalDate foundOn)
        implements EventData {

    public ObligationLate {
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
        Must.be(ID, "finding", finding);
        Must.bePresent("deadline", deadline);
        Must.bePresent("foundOn", foundOn);
        Must.hold(
                !deadline.isBefore(dueOn) && foundOn.isAfter(deadline),
                "foundOn",
                "after the deadline, which is not before dueOn");
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
