package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.Calls.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.funding.Town;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Says a command, holds the answer against the model's, and now and then says it a second time. */
final class Clerk {

    /** Who may do everything in the street's ledger, but no two parts of one thing. */
    static final List<String> PERSONS = List.of("zhang", "wang", "li", "zhao");

    private static final List<String> ALL_ROLES = List.of(
            Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT, Roles.SUBDISTRICT_APPROVER, Roles.SUBDISTRICT_CASHIER);

    final Town town;
    final LedgerModel ledger;
    final Chance chance;
    private final Office office;
    private final Map<String, String> tokens = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private int bankLines;

    Clerk(Office office, Town town, LedgerModel ledger, Chance chance) {
        this.office = office;
        this.town = town;
        this.ledger = ledger;
        this.chance = chance;
        String street = town.street().value();
        List<String> finance = List.of(Roles.FINANCE_OFFICER);
        PERSONS.forEach(person -> tokens.put(person, Tokens.of(person, ALL_ROLES, street, null)));
        tokens.put("district", Tokens.of("qian", finance, town.district().value(), null));
        tokens.put("city", Tokens.of("sun", finance, town.city().value(), null));
        tokens.put(
                "auditor",
                Tokens.of("auditor", List.of(Roles.AUDITOR), town.city().value(), null));
        tokens.put(
                "stranger",
                Tokens.of("stranger", ALL_ROLES, town.neighbourStreet().value(), null));
    }

    String anybody() {
        return chance.any(PERSONS);
    }

    /** A line of the bank's statement, seldom one that was seen already. */
    String bankLine() {
        return "line-" + (bankLines > 0 && chance.oneIn(8) ? chance.below(bankLines) : bankLines++);
    }

    Office.Answer get(String path) {
        return office.get(tokens.get(PERSONS.getFirst()), path);
    }

    Office.Answer command(String what, String by, String path, Map<String, Object> body, Runnable model) {
        return command(what, by, path, body, answer -> model.run());
    }

    /** @param model hears the answer for the ids in it */
    Office.Answer command(
            String what, String by, String path, Map<String, Object> body, Consumer<Office.Answer> model) {
        String key = key();
        Office.Answer answer = office.post(tokens.get(by), key, path, body);
        int entries = ledger.entries.size();
        String outcome = Refused.orDone(() -> model.accept(answer));
        done.add(by + ": " + what + ": " + outcome);
        assertThat(answer.outcome())
                .as(() -> what + "; the service said " + answer.body() + "; before: " + last(done, 25))
                .isEqualTo(outcome);
        if (ledger.entries.size() > entries) {
            ledger.entries.getLast().id = answer.entry();
        }
        if (chance.oneIn(6)) {
            repeat(tokens.get(by), key, path, body, answer);
        }
        return answer;
    }

    private void repeat(String token, String key, String path, Map<String, Object> body, Office.Answer first) {
        boolean kept = first.isDone() || first.outcome().equals("diversion-attempted");
        Office.Answer second = office.post(token, key, path, body);
        assertThat(second.outcome()).isEqualTo(first.outcome());
        assertThat(second.replayed()).isEqualTo(kept);
        if (kept) {
            assertThat(second.body()).isEqualTo(first.body());
            if (body.containsKey("bookedOn")) {
                Map<String, Object> other = new TreeMap<>(body);
                other.put("bookedOn", TODAY.minusDays(400).toString());
                assertThat(office.post(token, key, path, other).outcome()).isEqualTo("idempotency-key-reused");
            }
        }
    }

    /** Nothing comes of it, whatever state the ledger is in. */
    void inVain(String by, String path, Map<String, Object> body, String refusal) {
        assertThat(office.post(tokens.get(by), key(), path, body).outcome())
                .as(by + " at " + path)
                .isEqualTo(refusal);
    }

    private String key() {
        return chance.id() + town.ledger();
    }

    /** Something happened without a command. */
    void note(String what) {
        done.add(what);
    }

    private static List<String> last(List<String> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    static String yuan(long fen) {
        return Money.ofFen(fen).toString();
    }
}
