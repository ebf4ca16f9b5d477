package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.ledger.model.Clerk.yuan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What comes in: opening balances, receipts, donations, refunds. */
final class MoneyIn {

    private static final Set<String> RELIEF = Set.of("RELIEF");
    private static final Set<String> RELIEF_AND_COSTS = Set.of("RELIEF", "WORKING_COSTS");

    private final Clerk clerk;
    private final Chance chance;
    private final LedgerModel ledger;

    MoneyIn(Clerk clerk) {
        this.clerk = clerk;
        this.chance = clerk.chance;
        this.ledger = clerk.ledger;
    }

    void open() {
        LocalDate day = TODAY.minusDays(chance.any(-1, 40, 70, 70));
        Map<FundModel, Long> held = Map.of(
                ledger.funds.getFirst(), chance.amount(), ledger.funds.get(1 + chance.below(3)), chance.amount());
        long bank = held.values().stream().mapToLong(Long::longValue).sum() + (chance.oneIn(4) ? 1 : 0);
        String by = clerk.anybody();
        String path = "/v1/ledgers/" + clerk.town.ledger() + "/opening-balance";
        Map<String, Object> body = Map.of(
                "bookedOn",
                day.toString(),
                "bankBalance",
                yuan(bank),
                "evidence",
                DIGEST,
                "funds",
                held.entrySet().stream()
                        .map(each -> Map.of("fund", each.getKey().id.toString(), "amount", yuan(each.getValue())))
                        .toList());
        Office.Answer answer = clerk.command(
                "begin with " + yuan(bank) + " on " + day,
                by,
                path,
                body,
                () -> Opening.record(ledger, day, bank, held, by));
        if (answer.isDone()) {
            ledger.documents.getLast().path = path;
        }
    }

    void receive() {
        FundModel fund = chance.any(ledger.funds);
        LocalDate day = chance.day();
        long amount = chance.amount();
        String payer = chance.any(clerk.town.district(), clerk.town.city()).value();
        String line = clerk.bankLine();
        clerk.command(
                "receive " + yuan(amount) + " on " + day,
                clerk.anybody(),
                "/v1/receipts",
                receipt(fund, payer, yuan(amount), day, line),
                () -> ledger.receive(fund, payer, day, amount, line));
    }

    Map<String, Object> receipt(FundModel fund, String payer, String amount, LocalDate day, String line) {
        Map<String, Object> receipt = money(amount, day, line);
        receipt.put("ledger", clerk.town.ledger());
        receipt.put("payer", payer);
        receipt.put("fund", fund.id.toString());
        return receipt;
    }

    private static Map<String, Object> money(String amount, LocalDate day, String line) {
        Map<String, Object> money = new TreeMap<>();
        money.put("amount", amount);
        money.put("bookedOn", day.toString());
        money.put("bankReference", line);
        return money;
    }

    /** Two funds of donations are enough; later ones mostly go to one of them. */
    void donate() {
        String community = chance.any("", clerk.town.community().value());
        FundModel.Terms wanted = new FundModel.Terms(
                "DONATION",
                FundModel.use("WORKING_COSTS", community),
                chance.any(RELIEF, RELIEF_AND_COSTS),
                TODAY.plusYears(1));
        Stream<FundModel> donated =
                ledger.funds.stream().filter(each -> each.terms.source().equals("DONATION"));
        FundModel into = donated.count() < 2 ? null : chance.mostly(ledger.funds, each -> each.terms.equals(wanted));
        LocalDate day = chance.day();
        long amount = chance.amount();
        String line = clerk.bankLine();
        Map<String, Object> body = money(yuan(amount), day, line);
        body.putAll(Map.of(
                "ledger",
                clerk.town.ledger(),
                "purpose",
                "WORKING_COSTS",
                "boundTo",
                List.copyOf(wanted.categories()),
                "donor",
                "某某",
                "anonymous",
                false,
                "spendBy",
                wanted.spendBy().toString()));
        if (!community.isEmpty()) {
            body.put("community", community);
        }
        if (into != null) {
            body.put("fund", into.id.toString());
        }
        clerk.command(
                "donate " + yuan(amount) + " for " + wanted.categories() + " on " + day,
                clerk.anybody(),
                "/v1/donations",
                body,
                answer -> Transfers.donate(
                        ledger, wanted, into, new FundModel(answer.fund(), wanted), day, amount, answer.id(), line));
    }

    void refund() {
        List<Spending> spendings = ledger.all(Spending.class);
        if (spendings.isEmpty()) {
            return;
        }
        Spending spending = chance.mostly(spendings, each -> each.is(Document.Stage.PAID));
        LocalDate day = chance.day();
        long amount = chance.amountNear(spending.withPayee());
        String line = clerk.bankLine();
        clerk.command(
                "refund " + yuan(amount) + " on " + day,
                clerk.anybody(),
                spending.path + "/refunds",
                money(yuan(amount), day, line),
                () -> spending.refund(day, amount, line));
    }
}
