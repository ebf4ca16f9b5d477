package cn.shequ.events.funding;

import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/** A new entry takes back an earlier one (Art. 16); both stay in the ledger. */
@EventType(
        source = "funding",
        name = "entry-reversed",
        version = 1,
        subject = "entry",
        key = "ledger",
        says = "A new entry takes back an earlier one; both stay in the ledger (Art. 16).")
public record EntryReversed(
        @Is(ID) String entry,
        @Is(ID) String reversedEntry,
        @Is(ID) String ledger,
        @Is(DIVISION) String division,
        LocalDate bookedOn)
        implements EventData {

    public EntryReversed {
        Must.be(ID, "entry", entry);
        Must.be(ID, "reversedEntry", reversedEntry);
        Must.be(ID, "ledger", ledger);
        Must.be(DIVISION, "division", division);
        Must.bePresent("bookedOn", bookedOn);
        Must.hold(!entry.equals(reversedEntry), "reversedEntry", "another entry");
    }

    @Override
    public String aboutSubject() {
        return entry;
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
