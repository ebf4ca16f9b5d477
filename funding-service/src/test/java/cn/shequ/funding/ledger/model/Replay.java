package cn.shequ.funding.ledger.model;

import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The bank account of a ledger and what each of its funds spent, in fen, by the events of the log and nothing else. */
final class Replay {

    /** @param spent by the fund, where it was spending */
    private record Moved(long bank, String fund, long spent) {}

    private final Map<String, Moved> entries = new HashMap<>();
    final Map<String, Long> spent = new TreeMap<>();
    long bank;

    void hear(JsonNode event) {
        JsonNode data = event.path("data");
        String fund = data.path("fund").asText();
        switch (event.path("type").asText().replaceAll("^.*funding\\.|\\.v\\d+$", "")) {
            case "receipt-posted", "donation-received", "opening-balance-booked" ->
                move(data, new Moved(amount(data), fund, 0));
            case "return-paid" -> move(data, new Moved(-amount(data), fund, 0));
            case "expenditure-paid" -> move(data, new Moved(-amount(data), fund, amount(data)));
            case "expenditure-refunded" -> move(data, new Moved(amount(data), fund, -amount(data)));
            case "entry-reversed" -> {
                // What moved no money in the bank, a reservation for instance, is not known here.
                Moved taken = entries.get(data.path("reversedEntry").asText());
                if (taken != null) {
                    count(new Moved(-taken.bank(), taken.fund(), -taken.spent()));
                }
            }
            default -> {
                // Not about the bank.
            }
        }
    }

    private void move(JsonNode data, Moved moved) {
        entries.put(data.path("entry").asText(), moved);
        count(moved);
    }

    private void count(Moved moved) {
        bank += moved.bank();
        spent.merge(moved.fund(), moved.spent(), Long::sum);
    }

    private static long amount(JsonNode data) {
        return Money.of(data.path("amount").asText()).fen();
    }
}
