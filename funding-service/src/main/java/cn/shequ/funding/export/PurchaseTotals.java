package cn.shequ.funding.export;

import cn.shequ.funding.purchase.BookedPurchases;
import cn.shequ.funding.purchase.PublishedRelease;
import cn.shequ.kit.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums what the releases of purchases say while they are written, and says whether the ledgers say the same: what was
 * contracted is what was reserved for it, and the transactions are what was paid, less what came back (Art. 16, 25).
 */
final class PurchaseTotals {

    private final Map<String, Long> releasesByTag = new TreeMap<>();
    private long releases;
    private long inRecords;
    private long purchases;
    private Money tenderValue = Money.ZERO;
    private long awards;
    private Money awardValue = Money.ZERO;
    private long contracts;
    private Money contractValue = Money.ZERO;
    private long transactions;
    private Money transactionValue = Money.ZERO;

    void take(PublishedRelease release) {
        releases++;
        releasesByTag.merge(release.tag(), 1L, Long::sum);
    }

    /** @param latest the last word about a purchase: it says all that is known of it */
    void takeRecord(PublishedRelease latest, long releasesOfIt) {
        purchases++;
        inRecords += releasesOfIt;
        tenderValue = tenderValue.plus(latest.tenderValue());
        awards += latest.awards();
        awardValue = awardValue.plus(latest.awardValue());
        contracts += latest.contracts();
        contractValue = contractValue.plus(latest.contractValue());
        transactions += latest.transactions();
        transactionValue = transactionValue.plus(latest.transactionValue());
    }

    /** @throws IllegalStateException when something does not fit: then no manifest is written and nobody is deceived */
    Map<String, Object> reconciledWith(BookedPurchases booked) {
        Map<String, Object> figures = figures(booked);
        if (inRecords != releases
                || !contractValue.equals(booked.reserved())
                || transactions != booked.movements()
                || !transactionValue.equals(booked.paid())) {
            throw new IllegalStateException("the purchases do not reconcile with the books: " + figures);
        }
        return figures;
    }

    private Map<String, Object> figures(BookedPurchases booked) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("purchases", purchases);
        figures.put("releases", releases);
        figures.put("releasesByTag", releasesByTag);
        figures.put("tenderValue", tenderValue);
        figures.put("awards", awards);
        figures.put("awardValue", awardValue);
        figures.put("contracts", contracts);
        figures.put("contractValue", contractValue);
        figures.put("transactions", transactions);
        figures.put("transactionValue", transactionValue);
        figures.put("ledgerReserved", booked.reserved());
        figures.put("ledgerMovements", booked.movements());
        figures.put("ledgerPaid", booked.paid());
        return figures;
    }
}
