package cn.shequ.events.funding;

import static cn.shequ.events.Shape.AMOUNT;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.PART;
import static cn.shequ.events.Whole.YEAR;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventPart;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.Parts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The working funds of a year for the eligible communities of one county-level unit (Art. 15): what they are entitled to, what
 * the city transfers to the unit's pool, and what the unit pays itself. The three totals are the unit's over all parts; a
 * supplementary allocation names the one it supplements.
 */
@EventType(
        source = "funding",
        name = "allocation-committed",
        version = 1,
        subject = "allocation",
        key = "allocation",
        says = "The working funds of a year for the communities of one county-level unit, in CNY (Art. 15).")
public record AllocationCommitted(
        @Is(ID) String allocation,
        @Is(ID) @Nullable String supplements,
        @Counts(YEAR) int fiscalYear,
        @Is(DIVISION) String division,
        @Is(AMOUNT) String entitlement,
        @Is(AMOUNT) String poolTransfer,
        @Is(AMOUNT) String ownShare,
        LocalDate committedOn,
        @Counts(PART) int part,
        @Counts(PART) int parts,
        List<Share> communities)
        implements EventData {

    public AllocationCommitted {
        Must.be(ID, "allocation", allocation);
        Must.beIfPresent(ID, "supplements", supplements);
        Must.be(YEAR, "fiscalYear", fiscalYear);
        Must.be(DIVISION, "division", division);
        Must.be(AMOUNT, "entitlement", entitlement);
        Must.be(AMOUNT, "poolTransfer", poolTransfer);
        Must.be(AMOUNT, "ownShare", ownShare);
        Must.bePresent("committedOn", committedOn);
        Parts.check(part, parts);
        communities = Parts.ofOne("communities", communities);
    }

    @Override
    public String aboutSubject() {
        return allocation;
    }

    @Override
    public String partitionKey() {
        return allocation;
    }

    @Override
    public String concernsDivision() {
        return division;
    }

    /** One community's part, in CNY. The unit pays what the pool does not cover, and nothing where it covers all. */
    public record Share(
            @Is(DIVISION) String community,
            @Is(AMOUNT) String entitlement,
            @Is(AMOUNT) String poolShare,
            @Is(AMOUNT) String ownShare)
            implements EventPart {

        public Share {
            Must.be(DIVISION, "community", community);
            Must.be(AMOUNT, "entitlement", entitlement);
            Must.be(AMOUNT, "poolShare", poolShare);
            Must.be(AMOUNT, "ownShare", ownShare);
            BigDecimal uncovered = new BigDecimal(entitlement).subtract(new BigDecimal(poolShare));
            Must.beEqual("ownShare", uncovered.max(BigDecimal.ZERO), ownShare);
        }
    }
}
