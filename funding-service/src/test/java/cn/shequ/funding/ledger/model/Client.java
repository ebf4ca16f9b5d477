package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.Calls.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.funding.Town;
import cn.shequ.funding.ledger.model.LedgerModel.Spending;
import cn.shequ.funding.ledger.model.LedgerModel.Stage;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.Tokens;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Works on one ledger at random, lawfully and not, and holds every answer against the model's. */
final class Client {

    private static final List<String> PERSONS = List.of("zhang", "wang", "li", "zhao");
    private static final List<String> ALL_ROLES = List.of(
            Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT, Roles.SUBDISTRICT_APPROVER, Roles.SUBDISTRICT_CASHIER);
    private static final List<Integer> DAYS_AGO = List.of(-1, 0, 0, 0, 1, 5, 20, 40, 70);

    private final Office office;
    private final Town town;
    private final LedgerModel model;
    private final Runnable vouchers;
    private final RandomGenerator random;
    private final Map<String, String> tokens = new TreeMap<>();
    private final String auditorBadge;
    private final String stranger;
    private final List<String> spendings = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private int bankLine;

    /** @param vouchers waits until every entry of the town's ledger has its number */
    Client(Office office, Town town, LedgerModel model, Runnable vouchers, RandomGenerator random) {
        this.office = office;
        this.town = town;
        this.model = model;
        this.vouchers = vouchers;
        this.random = random;
        PERSONS.forEach(person ->
                tokens.put(person, Tokens.of(person, ALL_ROLES, town.street().value(), null)));
        this.auditorBadge =
                Tokens.of("auditor", List.of(Roles.AUDITOR), town.city().value(), null);
        this.stranger = Tokens.of("stranger", ALL_ROLES, town.neighbourStreet().value(), null);
    }

    LedgerModel model() {
        return model;
    }

    String ledger() {
        return town.ledger();
    }

    /** The token of somebody who may read the ledger. */
    String anybody() {
        return token(PERSONS.getFirst());
    }

    void work(int commands) {
        for (int i = 0; i < commands; i++) {
            switch (random.nextInt(40)) {
                case 0, 1, 2, 3, 4, 5, 6 -> receive();
                case 7, 8, 9, 10, 11, 12, 13 -> record();
                case 14, 15, 16, 17, 18, 19, 20, 21 -> decide();
                case 22, 23, 24, 25, 26, 27, 28 -> pay();
                case 29, 30, 31, 32, 33, 34, 35, 36 -> reverse();
                case 37 -> intrude();
                case 38 -> receiveNothing();
                default -> close();
            }
        }
    }

    private void close() {
        YearMonth month = random.nextInt(3) == 0 ? YearMonth.from(day()) : model.nextToClose();
        vouchers.run();
        command(
                "close " + month,
                any(PERSONS),
                "/v1/ledgers/" + town.ledger() + "/closed-periods",
                Map.of("period", month.toString()),
                () -> model.close(month));
    }

    private void receive() {
        FundModel fund = any(model.funds);
        LocalDate day = day();
        long amount = 1 + random.nextLong(12_000_000);
        String line =
                random.nextInt(8) == 0 && bankLine > 0 ? "line-" + random.nextInt(bankLine) : "line-" + bankLine++;
        String person = any(PERSONS);
        Office.Answer answer = command(
                "receive " + yuan(amount) + " on " + day,
                person,
                "/v1/receipts",
                receipt(fund, yuan(amount), day, line),
                () -> model.receive(fund, day, amount, line));
        if (answer.status() == 201) {
            entries.add(answer.body().path("entry").asText());
        }
    }

    private Map<String, Object> receipt(FundModel fund, String amount, LocalDate day, String line) {
        return Map.of(
                "ledger",
                town.ledger(),
                "payer",
                town.district().value(),
                "amount",
                amount,
                "bookedOn",
                day.toString(),
                "bankReference",
                line,
                "fund",
                fund.id.toString());
    }

    private void record() {
        FundModel fund = any(model.funds);
        LocalDate day = day();
        long amount = amountNear(fund.availableFrom(day));
        boolean allowed = random.nextInt(10) > 0;
        String by = any(PERSONS);
        Office.Answer answer = command(
                by + " records " + yuan(amount) + " on " + day,
                by,
                "/v1/expenditures",
                Map.of(
                        "fund",
                        fund.id.toString(),
                        "category",
                        allowed ? "WORKING_COSTS" : "TRAINING",
                        "amount",
                        yuan(amount),
                        "payee",
                        "某某文印店",
                        "purpose",
                        "入户宣传材料制作",
                        "evidence",
                        List.of(),
                        "bookedOn",
                        day.toString()),
                () -> model.record(fund, day, amount, allowed, by));
        if (answer.status() == 201) {
            spendings.add(answer.id());
        }
    }

    private void decide() {
        if (spendings.isEmpty()) {
            return;
        }
        int index = spendingAt(Stage.RECORDED, Stage.APPROVED_ONCE);
        Spending spending = model.spendings.get(index);
        String by = any(PERSONS);
        String path = "/v1/expenditures/" + spendings.get(index);
        if (random.nextInt(6) == 0) {
            command(
                    by + " rejects " + index,
                    by,
                    path + "/rejection",
                    Map.of("reason", "发票与合同不符"),
                    () -> model.reject(spending, by));
            return;
        }
        int before = model.entries.size();
        Office.Answer answer =
                command(by + " approves " + index, by, path + "/approval", Map.of(), () -> model.approve(spending, by));
        if (model.entries.size() > before) {
            entries.add(answer.body().path("steps").findValuesAsText("entry").getLast());
        }
    }

    private void pay() {
        if (spendings.isEmpty()) {
            return;
        }
        int index = spendingAt(Stage.APPROVED);
        Spending spending = model.spendings.get(index);
        String by = any(PERSONS);
        LocalDate day = day();
        Office.Answer answer = command(
                by + " pays " + index + " on " + day,
                by,
                "/v1/expenditures/" + spendings.get(index) + "/payment",
                Map.of("bookedOn", day.toString()),
                () -> model.pay(spending, day, by));
        if (answer.status() == 200) {
            entries.add(answer.body().path("steps").findValuesAsText("entry").getLast());
        }
    }

    private void reverse() {
        if (entries.isEmpty()) {
            return;
        }
        int index = entryToReverse();
        LocalDate day = day();
        Office.Answer answer = command(
                "reverse entry " + index + " on " + day,
                any(PERSONS),
                "/v1/entries/" + entries.get(index) + "/reversal",
                Map.of("bookedOn", day.toString()),
                () -> model.reverse(model.entries.get(index), day));
        if (answer.status() / 100 == 2) {
            entries.add(answer.id());
        }
    }

    /** Mostly paid or returned money, which a random choice would miss. */
    private int entryToReverse() {
        return mostly(entries.size(), i -> model.isBeingUnwound(model.entries.get(i)));
    }

    /** Mostly one at these stages. */
    private int spendingAt(Stage... stages) {
        return mostly(spendings.size(), i -> List.of(stages).contains(model.spendings.get(i).stage));
    }

    private int mostly(int size, IntPredicate fitting) {
        List<Integer> choices = IntStream.range(0, size).filter(fitting).boxed().toList();
        return choices.isEmpty() || random.nextInt(4) == 0 ? random.nextInt(size) : any(choices);
    }

    /** Nobody from elsewhere and nobody in the wrong role does anything here, whatever state the ledger is in. */
    private void intrude() {
        FundModel fund = any(model.funds);
        Map<String, Object> receipt = receipt(fund, "1.00", TODAY, "line-of-nobody");
        assertThat(office.post(stranger, key(), "/v1/receipts", receipt).outcome())
                .isEqualTo("not-found");
        assertThat(office.post(auditorBadge, key(), "/v1/receipts", receipt).outcome())
                .isEqualTo("forbidden-role");
        if (!spendings.isEmpty()) {
            String approval = "/v1/expenditures/" + any(spendings) + "/approval";
            assertThat(office.post(stranger, key(), approval, Map.of()).outcome())
                    .isEqualTo("not-found");
        }
    }

    private void receiveNothing() {
        String amount = random.nextBoolean() ? "0.00" : "-1.00";
        assertThat(office.post(
                                token(any(PERSONS)),
                                key(),
                                "/v1/receipts",
                                receipt(any(model.funds), amount, TODAY, "line-of-nothing"))
                        .outcome())
                .isEqualTo("invalid-request");
    }

    /** Says it, holds the answer against the model's, and now and then says it a second time. */
    private Office.Answer command(
            String what, String by, String path, Map<String, Object> body, Supplier<String> expected) {
        String key = key();
        Office.Answer answer = office.post(token(by), key, path, body);
        String outcome = expected.get();
        done.add(what + ": " + outcome);
        assertThat(answer.outcome())
                .as(() -> what + "; the service said " + answer.body() + "; before: " + last(done, 25))
                .isEqualTo(outcome);
        if (random.nextInt(6) == 0) {
            repeat(by, key, path, body, answer);
        }
        return answer;
    }

    private void repeat(String by, String key, String path, Map<String, Object> body, Office.Answer first) {
        boolean kept = first.status() / 100 == 2 || first.outcome().equals("diversion-attempted");
        Office.Answer second = office.post(token(by), key, path, body);
        assertThat(second.outcome()).isEqualTo(first.outcome());
        assertThat(second.replayed()).isEqualTo(kept);
        if (kept) {
            assertThat(second.body()).isEqualTo(first.body());
            if (body.containsKey("bookedOn")) {
                Map<String, Object> other = new TreeMap<>(body);
                other.put("bookedOn", TODAY.minusDays(400).toString());
                assertThat(office.post(token(by), key, path, other).outcome()).isEqualTo("idempotency-key-reused");
            }
        }
    }

    private String token(String person) {
        return tokens.get(person);
    }

    private String key() {
        return new UUID(random.nextLong(), random.nextLong()) + town.ledger();
    }

    private LocalDate day() {
        return TODAY.minusDays(any(DAYS_AGO));
    }

    /** Often just what there is, or a fen more. */
    private long amountNear(long available) {
        return switch (random.nextInt(5)) {
            case 0 -> Math.max(1, available);
            case 1 -> available + 1;
            default -> 1 + random.nextLong(Math.max(1, available + available / 4));
        };
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<String> last(List<String> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private static String yuan(long fen) {
        return Money.ofFen(fen).toString();
    }
}
