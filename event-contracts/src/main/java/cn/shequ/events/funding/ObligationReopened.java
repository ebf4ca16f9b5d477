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

/** A receipt was reversed and what it settled is owed again, in whole or in part (Art. 5). */
@EventType(
        source = "funding",
        name = "obligation-reopened",
        version = 1,
        subject = "obligation",
        key = "ledger",
        says = "A receipt was reversed and a settled obligation is owed again, wholly or in part (Art. 5).")
public record ObligationReopened(
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
        @Is(AMOUNT) String outstanding,
        LocalDate reopenedOn,
        @Is(ID) String reversal)
        implements EventData {

    public ObligationReopened {
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
        Must.be(AMOUNT, "outstanding", outstanding);
        Must.bePresent("reopenedOn", reopenedOn);
        Must.be(ID, "reversal", reversal);
        Must.hold(
                new BigDecimal(outstanding).signum() > 0
                        && new BigDecimal(outstanding).compareTo(new BigDecimal(amountDue)) <= 0,
                "outstanding",
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
