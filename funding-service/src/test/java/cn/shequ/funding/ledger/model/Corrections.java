package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.ledger.model.Clerk.yuan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Stream;

/** What is taken back, moved to another fund, or closed for ever. */
final class Corrections {

    /** Who decides on money of which source. */
    private static final Map<String, String> GIVERS =
            Map.of("CITY", "city", "DISTRICT", "district", "DONATION", "district");

    private final Clerk clerk;
    private final FundModel elsewhere;
    private final Runnable vouchers;
    private final Chance chance;
    private final LedgerModel ledger;

    /**
     * @param elsewhere a fund of the district's own ledger
     * @param vouchers waits until every entry of the ledger has its number
     */
    Corrections(Clerk clerk, FundModel elsewhere, Runnable vouchers) {
        this.clerk = clerk;
        this.elsewhere = elsewhere;
        this.vouchers = vouchers;
        this.chance = clerk.chance;
        this.ledger = clerk.ledger;
    }

    void reverse() {
        if (ledger.entries.isEmpty()) {
            return;
        }
        Entry entry = chance.mostly(ledger.entries, Entry::isUnwinding);
        LocalDate day = chance.day();
        clerk.command(
                "reverse entry " + ledger.entries.indexOf(entry) + " on " + day,
                clerk.anybody(),
                "/v1/entries/" + entry.id + "/reversal",
                Map.of("bookedOn", day.toString()),
                () -> ledger.reverse(entry, day));
    }

    void reallocate() {
        FundModel from = chance.any(ledger.funds);
        FundModel to = chance.oneIn(12) ? elsewhere : chance.any(ledger.funds);
        String giver = GIVERS.get(from.terms.source());
        String by = chance.mostly(
                Stream.concat(Stream.of("city", "district"), Clerk.PERSONS.stream())
                        .toList(),
                giver::equals);
        boolean document = !chance.oneIn(5);
        boolean evidence = chance.oneIn(2);
        LocalDate day = chance.day();
        long amount = chance.amountNear(from.availableFrom(day));
        Map<String, Object> body = MoneyOut.money(from, amount, day);
        body.put("toFund", to.id.toString());
        if (document) {
            body.put("documentNumber", "南财预〔2026〕18号");
        }
        if (evidence) {
            body.put("evidence", DIGEST);
        }
        clerk.command("reallocate " + yuan(amount) + " on " + day, by, "/v1/reallocations", body, () -> {
            Refused.when(to == elsewhere && Clerk.PERSONS.contains(by), "not-found");
            Transfers.reallocate(ledger, from, to, day, amount, document && by.equals(giver), evidence);
        });
    }

    void close() {
        YearMonth month = chance.oneIn(3) ? YearMonth.from(chance.day()) : ledger.nextToClose();
        vouchers.run();
        clerk.command(
                "close " + month,
                clerk.anybody(),
                "/v1/ledgers/" + clerk.town.ledger() + "/closed-periods",
                Map.of("period", month.toString()),
                () -> ledger.close(month));
    }
}
