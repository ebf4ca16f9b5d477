package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.ARTICLE;
import static cn.shequ.events.Shape.CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/** An audit found something that the keeper of the ledger has to put right by a day; the amount is in CNY (Art. 16). */
@EventType(
        source = "funding",
        name = "audit-finding-raised",
        version = 1,
        subject = "finding",
        key = "ledger",
        says = "An audit found something that the keeper of the ledger has to put right (Art. 16).")
public record AuditFindingRaised(
        @Is(ID) String finding,
        @Is(ID) String audit,
        @Is(ID) String ledger,
        @Is(DIVISION) String division,
        @Is(CODE) String kind,
        @Is(ID) String concerning,
        @Is(AMOUNT) String amount,
        LocalDate raisedOn,
        LocalDate rectifyBy,
        @Is(ARTICLE) String article)
        implements EventData {

    public AuditFindingRaised {
        Must.be(ID, "finding", finding);
        Must.be(ID, "audit", audit);
        Must.be(ID, "ledger", ledger);
        Must.be(DIVISION, "division", division);
        Must.be(CODE, "kind", kind);
        Must.be(ID, "concerning", concerning);
        Must.be(AMOUNT, "amount", amount);
        Must.bePresent("raisedOn", raisedOn);
        Must.bePresent("rectifyBy", rectifyBy);
        Must.be(ARTICLE, "article", article);
        Must.beInOrder("rectifyBy", raisedOn, rectifyBy);
    }

    @Override
    public String aboutSubject() {
        return finding;
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
