package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.PART;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventPart;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.Parts;
import java.time.LocalDate;
import java.util.List;

/**
 * A ledger begins with what its bank account held (Art. 16), in CNY, and whose money it was, fund by fund; the funds
 * may be told in parts.
 */
@EventType(
        source = "funding",
        name = "opening-balance-booked",
        version = 1,
        subject = "opening",
        key = "ledger",
        says =
                "A ledger begins with what its funds and its bank account held; the total is what the bank stated (Art. 16).")
public record OpeningBalanceBooked(
        @Is(ID) String opening,
        @Is(ID) String ledger,
        @Is(DIVISION) String division,
        @Is(AMOUNT) String amount,
        @Is(ID) String entry,
        LocalDate bookedOn,
        @Counts(PART) int part,
        @Counts(PART) int parts,
        List<Held> funds)
        implements EventData {

    public OpeningBalanceBooked {
        Must.be(ID, "opening", opening);
        Must.be(ID, "ledger", ledger);
        Must.be(DIVISION, "division", division);
        Must.be(AMOUNT, "amount", amount);
        Must.be(ID, "entry", entry);
        Must.bePresent("bookedOn", bookedOn);
        Parts.check(part, parts);
        funds = Parts.ofOne("funds", funds);
    }

    @Override
    public String aboutSubject() {
        return opening;
    }

    @Override
    public String partitionKey() {
        return ledger;
    }

    @Override
    public String concernsDivision() {
        return division;
    }

    /** What one fund held, in CNY. */
    public record Held(@Is(ID) String fund, @Is(AMOUNT) String amount) implements EventPart {

        public Held {
            Must.be(ID, "fund", fund);
            Must.be(AMOUNT, "amount", amount);
        }
    }
}
