package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.Calls.TODAY;

import cn.shequ.funding.commitment.LastDays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Works on one ledger at random, lawfully and not. */
final class Client {

    private final Clerk clerk;
    private final MoneyIn in;
    private final MoneyOut out;
    private final Decisions decisions;
    private final List<Runnable> commands = new ArrayList<>();
    private boolean begun;

    /**
     * @param elsewhere a fund of the district's own ledger
     * @param vouchers waits until every entry of the ledger has its number
     */
    Client(Clerk clerk, LastDays lastDays, FundModel elsewhere, Runnable vouchers) {
        this.clerk = clerk;
        this.in = new MoneyIn(clerk);
        this.out = new MoneyOut(clerk);
        this.decisions = new Decisions(clerk, lastDays);
        Corrections corrections = new Corrections(clerk, elsewhere, vouchers);
        often(14, in::receive);
        often(3, in::donate);
        often(4, in::refund);
        often(1, in::open);
        often(14, out::spend);
        often(6, out::reserve);
        often(5, out::giveBack);
        often(24, decisions::decide);
        often(14, decisions::pay);
        often(3, decisions::release);
        often(2, decisions::expire);
        often(14, corrections::reverse);
        often(6, corrections::reallocate);
        often(2, corrections::close);
        often(2, this::intrude);
        often(1, this::receiveNothing);
    }

    private void often(int times, Runnable command) {
        commands.addAll(Collections.nCopies(times, command));
    }

    LedgerModel model() {
        return clerk.ledger;
    }

    String ledger() {
        return clerk.town.ledger();
    }

    Office.Answer get(String path) {
        return clerk.get(path);
    }

    void work(int times) {
        if (!begun) {
            begin();
        }
        for (int i = 0; i < times; i++) {
            clerk.chance.any(commands).run();
        }
    }

    /** Some ledgers begin with something. */
    private void begin() {
        begun = true;
        for (int i = clerk.chance.below(3); i > 0; i--) {
            in.open();
            decisions.decide();
        }
    }

    /** Nobody from elsewhere and nobody in the wrong role does anything here. */
    private void intrude() {
        FundModel fund = clerk.chance.any(clerk.ledger.funds);
        Map<String, Object> reservation = MoneyOut.money(fund, 100, TODAY);
        reservation.put("until", TODAY.toString());
        Map<String, Object> giveBack = MoneyOut.money(fund, 100, TODAY);
        giveBack.put("payee", clerk.town.city().value());
        Map<String, Object> reallocation = MoneyOut.money(fund, 100, TODAY);
        reallocation.put("toFund", fund.id.toString());
        intrude("/v1/receipts", in.receipt(fund, clerk.town.city().value(), "1.00", TODAY, "line-of-nobody"));
        intrude("/v1/commitments", reservation);
        intrude("/v1/fund-returns", giveBack);
        intrude("/v1/reallocations", reallocation);
        if (!clerk.ledger.documents.isEmpty()) {
            intrude(clerk.chance.any(clerk.ledger.documents).path + "/approval", Map.of());
        }
    }

    private void intrude(String path, Map<String, Object> body) {
        if (clerk.chance.oneIn(2)) {
            clerk.inVain("stranger", path, body, "not-found");
        } else {
            clerk.inVain("auditor", path, body, "forbidden-role");
        }
    }

    private void receiveNothing() {
        clerk.inVain(
                clerk.anybody(),
                "/v1/receipts",
                in.receipt(
                        clerk.chance.any(clerk.ledger.funds),
                        clerk.town.city().value(),
                        clerk.chance.any("0.00", "-1.00"),
                        TODAY,
                        "line-of-nothing"),
                "invalid-request");
    }
}
