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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to spend from a fund in a category it does not allow, and was refused (Art. 16). It is a signal, not yet a
 * violation: a person confirms or dismisses it. Who tried to move the money to another fund without a decision of its giver
 * did so in the category {@code TRANSFER}, and the event names that fund.
 */
@EventType(
        source = "funding",
        name = "diversion-attempted",
        version = 1,
        subject = "attempt",
        key = "ledger",
        says = "Somebody tried to spend from a fund on what it is not for, and was refused (Art. 16).")
public record DiversionAttempted(
        @Is(ID) String attempt,
        @Is(ID) String ledger,
        @Is(ID) String fund,
        @Is(DIVISION) String division,
        @Is(DIVISION) @Nullable String community,
        @Is(CODE) String category,
        @Is(CODE) List<String> allowedCategories,
        @Is(AMOUNT) String amount,
        @Is(ARTICLE) String article,
        LocalDate attemptedOn,
        @Is(ID) @Nullable String toFund)
        implements EventData {

    public DiversionAttempted {
        Must.be(ID, "attempt", attempt);
        Must.be(ID, "ledger", ledger);
        Must.be(ID, "fund", fund);
        Must.be(DIVISION, "division", division);
        Must.beIfPresent(DIVISION, "community", community);
        Must.be(CODE, "category", category);
        allowedCategories = Must.beAll(CODE, "allowedCategories", allowedCategories);
        Must.be(AMOUNT, "amount", amount);
        Must.be(ARTICLE, "article", article);
        Must.bePresent("attemptedOn", attemptedOn);
        Must.beIfPresent(ID, "toFund", toFund);
        Must.hold(!allowedCategories.contains(category), "category", "one that the fund does not allow");
    }

    @Override
    public String aboutSubject() {
        return attempt;
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
