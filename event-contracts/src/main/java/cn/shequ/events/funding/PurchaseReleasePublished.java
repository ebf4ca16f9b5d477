package cn.shequ.events.funding;

import static cn.shequ.events.Shape.DIGEST;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.VERSION;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;

/**
 * Everybody can read what became of a purchase (Art. 25): an open contracting release, bound to the log by its digest.
 *
 * @param division whom the service is for
 * @param release its number among the releases of the purchase
 * @param digest of the release's own bytes in UTF-8, as they stand in every package
 */
@EventType(
        source = "funding",
        name = "purchase-release-published",
        version = 1,
        subject = "purchase",
        key = "ledger",
        says = "An open contracting release tells everybody what became of a purchase (Art. 25).")
public record PurchaseReleasePublished(
        @Is(ID) String purchase,
        @Is(ID) String ledger,
        @Is(DIVISION) String division,
        @Counts(VERSION) int release,
        @Is(DIGEST) String digest)
        implements EventData {

    public PurchaseReleasePublished {
        Must.be(ID, "purchase", purchase);
        Must.be(ID, "ledger", ledger);
        Must.be(DIVISION, "division", division);
        Must.be(VERSION, "release", release);
        Must.be(DIGEST, "digest", digest);
    }

    @Override
    public String aboutSubject() {
        return purchase;
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
