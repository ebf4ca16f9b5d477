package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.Whole;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A published demand was awarded to the best bid of a registered organisation, in CNY and within the budget (Art. 25).
 *
 * @param division whom the service is for
 * @param bids how many stood when they were opened
 */
@EventType(
        source = "funding",
        name = "purchase-awarded",
        version = 1,
        subject = "purchase",
        key = "ledger",
        says = "A demand for services was awarded to the best bid of a registered organisation (Art. 25).")
public record PurchaseAwarded(
        @Is(ID) String purchase,
        @Is(ID) String ledger,
        @Is(ID) String fund,
        @Is(DIVISION) String division,
        @Is(ID) String bid,
        @Is(CREDIT_CODE) String organisation,
        @Is(AMOUNT) String budget,
        @Is(AMOUNT) String amount,
        @Counts(Whole.NUMBER) int bids,
        LocalDate awardedOn)
        implements EventData {

    public PurchaseAwarded {
        Must.be(ID, "purchase", purchase);
        Must.be(ID, "ledger", ledger);
        Must.be(ID, "fund", fund);
        Must.be(DIVISION, "division", division);
        Must.be(ID, "bid", bid);
        Must.be(CREDIT_CODE, "organisation", organisation);
        Must.be(AMOUNT, "budget", budget);
        Must.be(AMOUNT, "amount", amount);
        Must.hold(new BigDecimal(amount).compareTo(new BigDecimal(budget)) <= 0, "amount", "within the budget");
        Must.be(Whole.NUMBER, "bids", bids);
        Must.bePresent("awardedOn", awardedOn);
    }

    @Override
    public String aboutSubject() {
        return purchase;
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
