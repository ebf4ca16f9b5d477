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
 * A part of an obligation was paid by its deadline, and less than was owed (Art. 5, 11, 15, 16). The deadline is the due day, or
 * the next business day after it; where the holidays of the year were not announced yet it is provisional.
 */
@EventType(
        source = "funding",
        name = "obligation-short",
        version = 1,
        subject = "obligation",
        key = "ledger",
        says = "Less than was owed was paid by the deadline of an obligation (Art. 16).")
public record ObligationShort(
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
        @Is(AMOUNT) String paidInTime,
        LocalDate deadline,
        boolean provisional,
        LocalDate foundOn)
        implements EventData {

    public ObligationShort {
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
        Must.be(AMOUNT, "paidInTime", paidInTime);
        Must.bePresent("deadline", deadline);
        Must.bePresent("foundOn", foundOn);
        Must.hold(
                new BigDecimal(paidInTime).signum() > 0
                        && new BigDecimal(paidInTime).compareTo(new BigDecimal(amountDue)) < 0,
                "paidInTime",
                "more than nothing and less than the amount due");
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
