package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Shape.SHA_256;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The body that gave the money moved some of it, in CNY, to another fund of the same ledger (Art. 16). The commitment
 * binds the number and the digest of its document without showing them.
 */
@EventType(
        source = "funding",
        name = "funds-reallocated",
        version = 1,
        subject = "reallocation",
        key = "ledger",
        says = "The body that gave the money moved it from one fund to another, by a document (Art. 16).")
public record FundsReallocated(
        @Is(ID) String reallocation,
        @Is(ID) String ledger,
        @Is(ID) String fund,
        @Is(ID) String toFund,
        @Is(DIVISION) String division,
        @Is(DIVISION) @Nullable String community,
        @Is(AMOUNT) String amount,
        @Is(CODE) String source,
        @Is(ID) String entry,
        LocalDate bookedOn,
        @Is(SHA_256) String commitment)
        implements EventData {

    public FundsReallocated {
        Must.be(ID, "reallocation", reallocation);
        Must.be(ID, "ledger", ledger);
        Must.be(ID, "fund", fund);
        Must.be(ID, "toFund", toFund);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(DIVISION, "community", community);
        Must.be(AMOUNT, "amount", amount);
        Must.be(CODE, "source", source);
        Must.be(ID, "entry", entry);
        Must.bePresent("bookedOn", bookedOn);
        Must.be(SHA_256, "commitment", commitment);
        Must.hold(!fund.equals(toFund), "toFund", "another fund");
    }

    @Override
    public String aboutSubject() {
        return reallocation;
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
