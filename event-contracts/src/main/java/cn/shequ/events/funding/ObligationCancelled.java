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
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was not paid of an obligation is not due any more (Art. 5). The reference is the decision that ended it, for instance the
 * exit of the placement it was for; what was due before stays owed.
 */
@EventType(
        source = "funding",
        name = "obligation-cancelled",
        version = 1,
        subject = "obligation",
        key = "ledger",
        says =
                "What was not paid of an obligation is not due any more; the reference is the decision that ended it (Art. 5).")
public record ObligationCancelled(
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
        @Is(AMOUNT) String cancelled,
        @OneOf(CancellationReason.class) String reason,
        @Is(ID) String reference,
        LocalDate cancelledOn)
        implements EventData {

    public ObligationCancelled {
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
        Must.be(AMOUNT, "cancelled", cancelled);
        Must.beOneOf(CancellationReason.class, "reason", reason);
        Must.be(ID, "reference", reference);
        Must.bePresent("cancelledOn", cancelledOn);
        Must.hold(
                new BigDecimal(cancelled).signum() > 0
                        && new BigDecimal(cancelled).compareTo(new BigDecimal(amountDue)) <= 0,
                "cancelled",
                "more than nothing and at most the amount due");
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
