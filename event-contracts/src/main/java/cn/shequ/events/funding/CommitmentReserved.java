package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money of a fund, in CNY, is reserved until a day (Art. 16): one person proposed it, another approved it. The
 * reference names what it is reserved for, a contract for instance.
 */
@EventType(
        source = "funding",
        name = "commitment-reserved",
        version = 1,
        subject = "commitment",
        key = "ledger",
        says = "Money of a fund is reserved for something until a day; two persons decided it (Art. 16).")
public record CommitmentReserved(
        @Is(ID) String commitment,
        @Is(ID) String ledger,
        @Is(ID) String fund,
        @Is(DIVISION) String division,
        @Is(DIVISION) @Nullable String community,
        @Is(AMOUNT) String amount,
        LocalDate until,
        @Is(ID) @Nullable String reference,
        @Is(ID) String entry,
        LocalDate bookedOn)
        implements EventData {

    public CommitmentReserved {
        Must.be(ID, "commitment", commitment);
        Must.be(ID, "ledger", ledger);
        Must.be(ID, "fund", fund);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(DIVISION, "community", community);
        Must.be(AMOUNT, "amount", amount);
        Must.bePresent("until", until);
        Must.beIfPresent(ID, "reference", reference);
        Must.be(ID, "entry", entry);
        Must.bePresent("bookedOn", bookedOn);
        Must.beInOrder("until", bookedOn, until);
    }

    @Override
    public String aboutSubject() {
        return commitment;
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
