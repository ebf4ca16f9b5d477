package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Shape.PAYER;
import static cn.shequ.events.Whole.PART;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventPart;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.Parts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Money in CNY came into a ledger (Art. 16) and settles the obligations named. The amount is the whole receipt's; its
 * settlements may be told in parts.
 */
@EventType(
        source = "funding",
        name = "receipt-posted",
        version = 1,
        subject = "receipt",
        key = "ledger",
        says = "Money came into a ledger, and settles these obligations (Art. 5, 16).")
public record ReceiptPosted(
        @Is(ID) String receipt,
        @Is(ID) String ledger,
        @Is(DIVISION) String division,
        @Is(ID) String entry,
        @Is(PAYER) String payer,
        @Is(AMOUNT) String amount,
        LocalDate bookedOn,
        @Counts(PART) int part,
        @Counts(PART) int parts,
        List<Settlement> settlements)
        implements EventData {

    public ReceiptPosted {
        Must.be(ID, "receipt", receipt);
        Must.be(ID, "ledger", ledger);
        Must.be(DIVISION, "division", division);
        Must.be(ID, "entry", entry);
        Must.be(PAYER, "payer", payer);
        Must.be(AMOUNT, "amount", amount);
        Must.bePresent("bookedOn", bookedOn);
        Parts.check(part, parts);
        settlements = Parts.ofOne("settlements", settlements);
        BigDecimal settled = settlements.stream()
                .map(settlement -> new BigDecimal(settlement.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Must.hold(settled.compareTo(new BigDecimal(amount)) <= 0, "settlements", "not more than the amount received");
    }

    @Override
    public String aboutSubject() {
        return receipt;
    }

    @Override
    public String partitionKey() {
        return ledger;
    }

    @Override
    public String concernsDivision() {
        return division;
    }

    /** How much of the receipt goes to one obligation, in CNY. */
    public record Settlement(
            @Is(ID) String obligation, @Is(AMOUNT) String amount) implements EventPart {

        public Settlement {
            Must.be(ID, "obligation", obligation);
            Must.be(AMOUNT, "amount", amount);
        }
    }
}
