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
 * A person other than its maker approved an expenditure in CNY (Art. 16). The commitment binds the record behind it, payee
 * included, without showing it; {@code drawsOn} names the reservation whose money it takes.
 */
@EventType(
        source = "funding",
        name = "expenditure-approved",
        version = 1,
        subject = "expenditure",
        key = "ledger",
        says = "A person other than its maker approved an expenditure in CNY (Art. 16).")
public record ExpenditureApproved(
        @Is(ID) String expenditure,
        @Is(ID) String ledger,
        @Is(ID) String fund,
        @Is(DIVISION) String division,
        @Is(DIVISION) @Nullable String community,
        @Is(CODE) String category,
        @Is(AMOUNT) String amount,
        LocalDate approvedOn,
        @Is(SHA_256) String commitment,
        @Is(ID) @Nullable String drawsOn)
        implements EventData {

    public ExpenditureApproved {
        Must.be(ID, "expenditure", expenditure);
        Must.be(ID, "ledger", ledger);
        Must.be(ID, "fund", fund);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(DIVISION, "community", community);
        Must.be(CODE, "category", category);
        Must.be(AMOUNT, "amount", amount);
        Must.bePresent("approvedOn", approvedOn);
        Must.be(SHA_256, "commitment", commitment);
        Must.beIfPresent(ID, "drawsOn", drawsOn);
    }

    @Override
    public String aboutSubject() {
        return expenditure;
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
