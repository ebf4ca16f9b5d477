package cn.shequ.funding.export;

import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.purchase.OcdsPackaging;
import cn.shequ.funding.purchase.PublishedPurchases;
import cn.shequ.funding.purchase.PublishedRelease;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes what was published of the purchases that a scope's ledgers pay: release packages in the order of composing, and
 * record packages by purchase. A few hundred releases are in memory at a time, however many there are.
 */
@ApplicationScoped
class PurchaseExport {

    private static final int RELEASES_OF_A_FILE = 500;
    private static final int RECORDS_OF_A_FILE = 100;
    private static final int BATCH = 100;

    private final PublishedPurchases purchases;
    private final OcdsPackaging packaging;

    PurchaseExport(PublishedPurchases purchases, OcdsPackaging packaging) {
        this.purchases = purchases;
        this.packaging = packaging;
    }

    /** Its control totals. */
    Map<String, Object> write(ExportBundle bundle, String origin, BookScope scope) throws IOException {
        PublishedPurchases.Asked asked = new PublishedPurchases.Asked(
                scope.ledgers().stream().map(Ledger::id).toList(), scope.knownAt());
        PurchaseTotals totals = new PurchaseTotals();
        releases(bundle, origin, asked, totals);
        records(bundle, origin, asked, totals);
        return totals.reconciledWith(purchases.booked(asked));
    }

    private void releases(ExportBundle bundle, String origin, PublishedPurchases.Asked asked, PurchaseTotals totals)
            throws IOException {
        List<PublishedRelease> page = purchases.releases(asked, 0, RELEASES_OF_A_FILE);
        for (int number = 1; !page.isEmpty(); number++) {
            String name = "releases-%04d.json".formatted(number);
            List<PublishedRelease> written = page;
            bundle.add(name, output -> {
                OcdsPackaging.Open open = packaging.releases(
                        output, uri(origin, asked, name), written.getLast().releasedAt());
                for (PublishedRelease release : written) {
                    open.release(release);
                    totals.take(release);
                }
                open.end();
                return written.size();
            });
            page = purchases.releases(asked, page.getLast().id(), RELEASES_OF_A_FILE);
        }
    }

    private void records(ExportBundle bundle, String origin, PublishedPurchases.Asked asked, PurchaseTotals totals)
            throws IOException {
        List<PublishedPurchases.Known> page = purchases.purchases(asked, new UUID(0, 0), RECORDS_OF_A_FILE);
        for (int number = 1; !page.isEmpty(); number++) {
            String name = "records-%04d.json".formatted(number);
            List<PublishedPurchases.Known> written = page;
            bundle.add(name, output -> {
                OcdsPackaging.Open open = packaging.records(
                        output,
                        uri(origin, asked, name),
                        written.stream()
                                .map(PublishedPurchases.Known::lastReleasedAt)
                                .reduce((one, other) -> one.isAfter(other) ? one : other)
                                .orElseThrow());
                for (PublishedPurchases.Known known : written) {
                    record(open, known.purchase(), asked, totals);
                }
                open.end();
                return written.size();
            });
            page = purchases.purchases(asked, page.getLast().purchase(), RECORDS_OF_A_FILE);
        }
    }

    private void record(OcdsPackaging.Open open, UUID purchase, PublishedPurchases.Asked asked, PurchaseTotals totals)
            throws IOException {
        open.beginRecord(purchase);
        long releases = 0;
        List<PublishedRelease> batch = purchases.releasesOf(purchase, asked, 0, BATCH);
        while (true) {
            for (PublishedRelease release : batch) {
                open.release(release);
            }
            releases += batch.size();
            PublishedRelease last = batch.getLast();
            batch = purchases.releasesOf(purchase, asked, last.id(), BATCH);
            if (batch.isEmpty()) {
                totals.takeRecord(last, releases);
                open.endRecord();
                return;
            }
        }
    }

    /** A package that holds the same is the same package: its name follows from what was asked for. */
    private static String uri(String origin, PublishedPurchases.Asked asked, String name) {
        String identity = "%s %d %s %s".formatted(origin, asked.knownAt(), asked.ledgers(), name);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    }
}
