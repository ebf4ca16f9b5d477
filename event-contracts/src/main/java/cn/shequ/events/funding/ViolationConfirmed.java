package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.ARTICLE;
import static cn.shequ.events.Shape.CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Shape.PAYER;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody who did not report it confirmed a violation of Art. 16: what should have been and what was, in CNY. */
@EventType(
        source = "funding",
        name = "violation-confirmed",
        version = 1,
        subject = "violation",
        key = "ledger",
        says = "A person confirmed late or short payment, diversion, encroachment or withholding (Art. 16).")
public record ViolationConfirmed(
        @Is(ID) String violation,
        @Is(CODE) String kind,
        @Is(ID) String concerning,
        @Is(ID) String ledger,
        @Is(DIVISION) String division,
        @Is(DIVISION) @Nullable String community,
        @Is(PAYER) String body,
        @Is(AMOUNT) String amountOwed,
        @Is(AMOUNT) String amountActual,
        @Is(ARTICLE) String article,
        LocalDate confirmedOn)
        implements EventData {

    public ViolationConfirmed {
        Must.be(ID, "violation", violation);
        Must.be(CODE, "kind", kind);
        Must.be(ID, "concerning", concerning);
        Must.be(ID, "ledger", ledger);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(DIVISION, "community", community);
        Must.be(PAYER, "body", body);
        Must.be(AMOUNT, "amountOwed", amountOwed);
        Must.be(AMOUNT, "amountActual", amountActual);
        Must.be(ARTICLE, "article", article);
        Must.bePresent("confirmedOn", confirmedOn);
    }

    @Override
    public String aboutSubject() {
        return violation;
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
