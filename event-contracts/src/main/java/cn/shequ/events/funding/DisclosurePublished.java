package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.FIGURE;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.NUMBER;
import static cn.shequ.events.Whole.VERSION;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The use of a community's money in a period is public (Art. 16). What it opened with, took in and gave out in CNY closes to
 * what the ledger held; a correction names the version it takes the place of.
 */
@EventType(
        source = "funding",
        name = "disclosure-published",
        version = 1,
        subject = "disclosure",
        key = "community",
        says = "The use of a community's money in a period is public, with its control totals (Art. 16).")
public record DisclosurePublished(
        @Is(ID) String disclosure,
        @Is(DIVISION) String community,
        LocalDate periodFrom,
        LocalDate periodTo,
        @Counts(VERSION) int disclosureVersion,
        @Is(ID) @Nullable String corrects,
        @Is(FIGURE) String opening,
        @Is(AMOUNT) String moneyIn,
        @Is(AMOUNT) String moneyOut,
        @Is(FIGURE) String closing,
        @Counts(NUMBER) int movements,
        @Counts(NUMBER) int obligationsOverdue,
        @Is(FIGURE) String logSize,
        LocalDate publishedOn)
        implements EventData {

    public DisclosurePublished {
        Must.be(ID, "disclosure", disclosure);
        Must.be(DIVISION, "community", community);
        Must.bePresent("periodFrom", periodFrom);
        Must.bePresent("periodTo", periodTo);
        Must.be(VERSION, "disclosureVersion", disclosureVersion);
        Must.beIfPresent(ID, "corrects", corrects);
        Must.be(FIGURE, "opening", opening);
        Must.be(AMOUNT, "moneyIn", moneyIn);
        Must.be(AMOUNT, "moneyOut", moneyOut);
        Must.be(FIGURE, "closing", closing);
        Must.be(NUMBER, "movements", movements);
        Must.be(NUMBER, "obligationsOverdue", obligationsOverdue);
        Must.be(FIGURE, "logSize", logSize);
        Must.bePresent("publishedOn", publishedOn);
        Must.beInOrder("periodTo", periodFrom, periodTo);
        Must.hold(corrects == null || disclosureVersion > 1, "corrects", "absent in a first version");
        Must.beEqual(
                "closing",
                new BigDecimal(opening).add(new BigDecimal(moneyIn)).subtract(new BigDecimal(moneyOut)),
                closing);
    }

    @Override
    public String aboutSubject() {
        return disclosure;
    }

    @Override
    public String partitionKey() {
        return community;
    }

    @Override
    public String concernsDivision() {
        return community;
    }
}
