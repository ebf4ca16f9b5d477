package cn.shequ.events.funding;

import static cn.shequ.events.Shape.ARTICLE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Shape.PAYER;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;

/** An appeal was granted: the veto and everything that came with it are taken back (Art. 16). */
@EventType(
        source = "funding",
        name = "veto-lifted",
        version = 1,
        subject = "veto",
        key = "ledger",
        says = "An appeal was granted: a veto and the loss of awards that came with it are taken back (Art. 16).")
public record VetoLifted(
        @Is(ID) String veto,
        @Is(ID) String violation,
        @Is(ID) String ledger,
        @Is(DIVISION) String division,
        @Is(PAYER) String body,
        LocalDate liftedOn,
        @Is(ARTICLE) String article)
        implements EventData {

    public VetoLifted {
        Must.be(ID, "veto", veto);
        Must.be(ID, "violation", violation);
        Must.be(ID, "ledger", ledger);
        Must.be(DIVISION, "division", division);
        Must.be(PAYER, "body", body);
        Must.bePresent("liftedOn", liftedOn);
        Must.be(ARTICLE, "article", article);
    }

    @Override
    public String aboutSubject() {
        return veto;
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
