package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.Calls.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.funding.Town;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** One fund for all clients. Which of two gets the last money is chance; that both do not is certain. */
final class SharedFund {

    private static final long BROUGHT = 100_00;
    private static final long WANTED = 70_00;

    private final Office office;
    private final Town town;
    private final UUID fund;
    private final String finance;
    private final String accountant;
    private final String approver;
    private final String cashier;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong approved = new AtomicLong();
    private final AtomicLong paid = new AtomicLong();

    SharedFund(Office office, Town town, UUID fund) {
        this.office = office;
        this.town = town;
        this.fund = fund;
        this.finance = token("finance", Roles.FINANCE_OFFICER);
        this.accountant = token("accountant", Roles.SUBDISTRICT_ACCOUNTANT);
        this.approver = token("approver", Roles.SUBDISTRICT_APPROVER);
        this.cashier = token("cashier", Roles.SUBDISTRICT_CASHIER);
    }

    private String token(String person, String role) {
        return Tokens.of(person, List.of(role), town.street().value(), null);
    }

    String ledger() {
        return town.ledger();
    }

    /** Brings something, and wants all but a part of what anybody brought. */
    void work() {
        if (done(post(
                finance,
                "/v1/receipts",
                Map.of(
                        "ledger",
                        town.ledger(),
                        "payer",
                        town.district().value(),
                        "amount",
                        Money.ofFen(BROUGHT).toString(),
                        "bookedOn",
                        TODAY.toString(),
                        "bankReference",
                        UUID.randomUUID().toString(),
                        "fund",
                        fund.toString())))) {
            received.addAndGet(BROUGHT);
        }
        for (int wish = 0; wish < 2; wish++) {
            Office.Answer recorded = post(
                    accountant,
                    "/v1/expenditures",
                    Map.of(
                            "fund",
                            fund.toString(),
                            "category",
                            "WORKING_COSTS",
                            "amount",
                            Money.ofFen(WANTED).toString(),
                            "payee",
                            "某某文印店",
                            "purpose",
                            "入户宣传材料制作",
                            "evidence",
                            List.of(),
                            "bookedOn",
                            TODAY.toString()));
            if (done(recorded)) {
                decide("/v1/expenditures/" + recorded.id());
            }
        }
    }

    private void decide(String expenditure) {
        if (done(post(approver, expenditure + "/approval", Map.of()))) {
            approved.addAndGet(WANTED);
            if (done(post(cashier, expenditure + "/payment", Map.of("bookedOn", TODAY.toString())))) {
                paid.addAndGet(WANTED);
            }
        }
    }

    private Office.Answer post(String token, String path, Map<String, ?> body) {
        return office.post(token, UUID.randomUUID().toString(), path, body);
    }

    /** There may be no money left; nothing else can be wrong. */
    private static boolean done(Office.Answer answer) {
        assertThat(answer.outcome()).isIn(LedgerModel.DONE, "insufficient-funds");
        return answer.outcome().equals(LedgerModel.DONE);
    }

    void requireSum(Books books) {
        FundModel.Closing closing = books.closings(fund).get(TODAY);
        assertThat(closing)
                .isEqualTo(new FundModel.Closing(received.get() - approved.get(), 0, approved.get() - paid.get(), 0));
        assertThat(books.replay(town.ledger()).bank).isEqualTo(received.get() - paid.get());
    }
}
