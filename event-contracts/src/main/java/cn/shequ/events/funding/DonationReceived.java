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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A donation in CNY came into a fund and is bound to what its donor named (Art. 16). The commitment binds the donor
 * without showing who it is.
 */
@EventType(
        source = "funding",
        name = "donation-received",
        version = 1,
        subject = "donation",
        key = "ledger",
        says = "A donation came into a fund, bound by its donor to these categories (Art. 16).")
public record DonationReceived(
        @Is(ID) String donation,
        @Is(ID) String ledger,
        @Is(ID) String fund,
        @Is(DIVISION) String division,
        @Is(DIVISION) @Nullable String community,
        @Is(CODE) List<String> boundTo,
        @Is(AMOUNT) String amount,
        @Is(ID) String entry,
        LocalDate bookedOn,
        @Is(SHA_256) String commitment)
        implements EventData {

    public DonationReceived {
        Must.be(ID, "donation", donation);
        Must.be(ID, "ledger", ledger);
        Must.be(ID, "fund", fund);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(DIVISION, "community", community);
        boundTo = Must.beAll(CODE, "boundTo", boundTo);
        Must.be(AMOUNT, "amount", amount);
        Must.be(ID, "entry", entry);
        Must.bePresent("bookedOn", bookedOn);
        Must.be(SHA_256, "commitment", commitment);
    }

    @Override
    public String aboutSubject() {
        return donation;
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
