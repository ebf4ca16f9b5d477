package cn.shequ.benchmarks.torture;

import cn.shequ.benchmarks.town.Town;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A client that keeps one fund and its own account of it. Each command has a key of its own and is insisted on until the
 * service gives an answer that is not "later"; only what was answered counts, and all of that counts.
 */
final class Clerk {

    private final Desk desk;
    private final UUID ledger;
    private final UUID fund;
    private final RandomGenerator random;
    final Account account = new Account();

    Clerk(Desk desk, UUID ledger, UUID fund, RandomGenerator random) {
        this.desk = desk;
        this.ledger = ledger;
        this.fund = fund;
        this.random = random;
    }

    /** What was acknowledged, in fen and in numbers. */
    static final class Account {
        long available;
        long committed;
        long spent;
        /** How many of each kind of entry: each has one event. */
        final Map<String, Long> entries = new TreeMap<>();

        long recorded;
        final Map<String, Integer> attempts = new HashMap<>();

        void entry(String kind) {
            entries.merge(kind, 1L, Long::sum);
        }
    }

    UUID fund() {
        return fund;
    }

    /** One case of an accountant's day. */
    void work() {
        switch (random.nextInt(8)) {
            case 0, 1 -> receive();
            case 2 -> overspend();
            case 3 -> divert();
            default -> spend();
        }
    }

    private void receive() {
        long amount = 1 + random.nextLong(100_000);
        Desk.Answer receipt = desk.insist(
                "finance-officer",
                "/v1/receipts",
                Map.of(
                        "ledger",
                        ledger.toString(),
                        "payer",
                        Town.DISTRICT,
                        "amount",
                        yuan(amount),
                        "bookedOn",
                        Town.TODAY.toString(),
                        "bankReference",
                        UUID.randomUUID().toString(),
                        "fund",
                        fund.toString()));
        receipt.require(201);
        account.available += amount;
        account.entry("RECEIPT");
    }

    private void spend() {
        if (account.available == 0) {
            receive();
        }
        long amount = 1 + random.nextLong(account.available);
        Desk.Answer recorded =
                desk.insist("subdistrict-accountant", "/v1/expenditures", expenditure(amount, "WORKING_COSTS"));
        recorded.require(201);
        account.recorded++;
        String path = "/v1/expenditures/" + recorded.text("id");
        Desk.Answer approved = desk.insist("subdistrict-approver", path + "/approval", Map.of());
        approved.require(200);
        account.available -= amount;
        account.committed += amount;
        account.entry("COMMITMENT");
        if (random.nextInt(4) == 0) {
            return;
        }
        Desk.Answer paid =
                desk.insist("subdistrict-cashier", path + "/payment", Map.of("bookedOn", Town.TODAY.toString()));
        paid.require(200);
        account.committed -= amount;
        account.spent += amount;
        account.entry("PAYMENT");
        if (random.nextInt(5) == 0) {
            takeBack(paid.lastEntry(), amount);
        }
    }

    /** The payment came back: the money is reserved again. */
    private void takeBack(String entry, long amount) {
        desk.insist("finance-officer", "/v1/entries/" + entry + "/reversal", Map.of("bookedOn", Town.TODAY.toString()))
                .requireSuccess();
        account.committed += amount;
        account.spent -= amount;
        account.entry("REVERSAL");
    }

    private void overspend() {
        desk.insist("subdistrict-accountant", "/v1/expenditures", expenditure(account.available + 1, "WORKING_COSTS"))
                .requireRefusal("insufficient-funds");
    }

    /** The refusal is recorded, and once: a repetition names the same attempt. */
    private void divert() {
        Desk.Answer refused = desk.insist("subdistrict-accountant", "/v1/expenditures", expenditure(1, "TRAINING"));
        refused.requireRefusal("diversion-attempted");
        account.attempts.merge(refused.text("attemptId"), 1, Integer::sum);
    }

    private Map<String, Object> expenditure(long amount, String category) {
        return Map.of(
                "fund",
                fund.toString(),
                "category",
                category,
                "amount",
                yuan(amount),
                "payee",
                "某某文印店",
                "purpose",
                "入户宣传材料制作",
                "evidence",
                List.of(),
                "bookedOn",
                Town.TODAY.toString());
    }

    static String yuan(long fen) {
        return fen / 100 + "." + fen % 100 / 10 + fen % 10;
    }
}
