package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.ledger.model.Clerk.yuan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What persons want to go out or to be reserved: expenditures, reservations, returns to who gave it. */
final class MoneyOut {

    private final Clerk clerk;
    private final Chance chance;
    private final LedgerModel ledger;

    MoneyOut(Clerk clerk) {
        this.clerk = clerk;
        this.chance = clerk.chance;
        this.ledger = clerk.ledger;
    }

    void spend() {
        List<Reservation> reservations = ledger.all(Reservation.class);
        Reservation drawsOn =
                reservations.isEmpty() || chance.oneIn(2) ? null : chance.mostly(reservations, Reservation::isInForce);
        FundModel fund = drawsOn == null || chance.oneIn(8) ? chance.any(ledger.funds) : drawsOn.fund;
        LocalDate day = chance.day();
        long amount = chance.amountNear(drawsOn == null ? fund.availableFrom(day) : drawsOn.left());
        String category = chance.mostly(
                List.of("WORKING_COSTS", "TRAINING", "RELIEF"),
                each -> fund.terms.categories().contains(each));
        String by = clerk.anybody();
        proposed(
                "/v1/expenditures",
                clerk.command(
                        "record " + yuan(amount) + (drawsOn == null ? "" : " from what is reserved") + " on " + day,
                        by,
                        "/v1/expenditures",
                        expenditure(fund, amount, day, category, drawsOn),
                        () -> Spending.record(ledger, fund, day, amount, category, drawsOn, by)));
    }

    private static Map<String, Object> expenditure(
            FundModel fund, long amount, LocalDate day, String category, @Nullable Reservation drawsOn) {
        Map<String, Object> expenditure = money(fund, amount, day);
        expenditure.put("category", category);
        expenditure.put("payee", "某某文印店");
        expenditure.put("purpose", "入户宣传材料制作");
        expenditure.put("evidence", List.of());
        if (drawsOn != null) {
            expenditure.put("drawsOn", drawsOn.id());
        }
        return expenditure;
    }

    static Map<String, Object> money(FundModel fund, long amount, LocalDate day) {
        Map<String, Object> money = new TreeMap<>();
        money.put("fund", fund.id.toString());
        money.put("amount", yuan(amount));
        money.put("bookedOn", day.toString());
        return money;
    }

    void reserve() {
        FundModel fund = chance.any(ledger.funds);
        LocalDate day = chance.day();
        LocalDate until = TODAY.plusDays(chance.any(-1, 0, 0, 0, 30, 30, 30, 30, 400));
        long amount = chance.amountNear(fund.availableFrom(day));
        String by = clerk.anybody();
        Map<String, Object> body = money(fund, amount, day);
        body.put("until", until.toString());
        proposed(
                "/v1/commitments",
                clerk.command(
                        "reserve " + yuan(amount) + " from " + day + " until " + until,
                        by,
                        "/v1/commitments",
                        body,
                        () -> Reservation.propose(ledger, fund, day, until, amount, by)));
    }

    void giveBack() {
        FundModel fund = chance.any(ledger.funds);
        List<String> givers = (chance.oneIn(6) ? chance.any(ledger.funds) : fund).givers();
        String giver = givers.isEmpty() ? clerk.town.city().value() : chance.any(givers);
        LocalDate day = chance.day();
        long amount = chance.amountNear(Math.min(fund.availableFrom(day), fund.given(giver)));
        String by = clerk.anybody();
        Map<String, Object> body = money(fund, amount, day);
        // A donation is named by its id, a body by its code.
        body.put(giver.contains("-") ? "donation" : "payee", giver);
        proposed(
                "/v1/fund-returns",
                clerk.command(
                        "give back " + yuan(amount) + " on " + day,
                        by,
                        "/v1/fund-returns",
                        body,
                        () -> GiveBack.propose(ledger, fund, day, amount, giver, by)));
    }

    private void proposed(String path, Office.Answer answer) {
        if (answer.isDone()) {
            ledger.documents.getLast().path = path + "/" + answer.id();
        }
    }
}
