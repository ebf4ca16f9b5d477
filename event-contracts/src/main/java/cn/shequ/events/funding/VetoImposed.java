package cn.shequ.events.funding;

import static cn.shequ.events.Shape.ARTICLE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Shape.PAYER;
import static cn.shequ.events.Shape.RULE;
import static cn.shequ.events.Whole.VERSION;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body is under one-vote veto, and loses every eligibility for awards for as long (Art. 16).
 *
 * @param ruleDivision whose local rule it is that says how long; absent where it is the product's row, and in events from before
 *     it was told
 */
@EventType(
        source = "funding",
        name = "veto-imposed",
        version = 1,
        subject = "veto",
        key = "ledger",
        says = "A body is under one-vote veto and has lost every eligibility for awards (Art. 16).")
public record VetoImposed(
        @Is(ID) String veto,
        @Is(ID) String violation,
        @Is(ID) String ledger,
        @Is(DIVISION) String division,
        @Is(PAYER) String body,
        LocalDate validFrom,
        LocalDate validTo,
        @Is(RULE) String rule,
        @Counts(VERSION) int ruleVersion,
        @Is(DIVISION) @Nullable String ruleDivision,
        @Is(ARTICLE) String article)
        implements EventData {

    public VetoImposed {
        Must.be(ID, "veto", veto);
        Must.be(ID, "violation", violation);
        Must.be(ID, "ledger", ledger);
        Must.be(DIVISION, "division", division);
        Must.be(PAYER, "body", body);
        Must.bePresent("validFrom", validFrom);
        Must.bePresent("validTo", validTo);
        Must.be(RULE, "rule", rule);
        Must.be(VERSION, "ruleVersion", ruleVersion);
        Must.beIfPresent(DIVISION, "ruleDivision", ruleDivision);
        Must.be(ARTICLE, "article", article);
        Must.beInOrder("validTo", validFrom, validTo);
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
