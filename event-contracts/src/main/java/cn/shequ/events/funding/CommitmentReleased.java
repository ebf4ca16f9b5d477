package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a reservation, in CNY, is available to its fund again (Art. 16), because somebody released it or its
 * last day has passed. It can never be used again.
 */
@EventType(
        source = "funding",
        name = "commitment-released",
        version = 1,
        subject = "commitment",
        key = "ledger",
        says = "What is left of a reservation is available to its fund again; the reservation is over (Art. 16).")
public record CommitmentReleased(
        @Is(ID) String commitment,
        @Is(ID) String ledger,
        @Is(ID) String fund,
        @Is(DIVISION) String division,
        @Is(DIVISION) @Nullable String community,
        @Is(AMOUNT) String amount,
        @Is(CODE) String reason,
        @Is(ID) String entry,
        LocalDate bookedOn)
        implements EventData {

    public CommitmentReleased {
        Must.be(ID, "commitment", commitment);
        Must.be(ID, "ledger", ledger);
        Must.be(ID, "fund", fund);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(DIVISION, "community", community);
        Must.be(AMOUNT, "amount", amount);
        Must.be(CODE, "reason", reason);
        Must.be(ID, "entry", entry);
        Must.bePresent("bookedOn", bookedOn);
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
