package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.ledger.model.FundModel.Pot.AVAILABLE;
import static cn.shequ.funding.ledger.model.FundModel.Pot.COMMITTED;
import static cn.shequ.funding.ledger.model.FundModel.Pot.PAYABLE;
import static cn.shequ.funding.ledger.model.FundModel.Pot.RESERVED;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** One fund of the model: what moved on which day, in fen. */
final class FundModel {

    enum Pot {
        AVAILABLE,
        RESERVED,
        COMMITTED,
        PAYABLE
    }

    /** What it is: whose money, for what and until when. */
    record Terms(String source, String use, Set<String> categories, LocalDate spendBy) {}

    record Closing(long available, long reserved, long committed, long payable) {}

    /** A purpose, for one community or for all. */
    static String use(String purpose, String community) {
        return purpose + " of " + (community.isEmpty() ? "all" : community);
    }

    final UUID id;
    final Terms terms;
    private final Map<Pot, Daily> pots = new EnumMap<>(Pot.class);
    private final Map<String, Long> receivable = new HashMap<>();
    private final Map<String, Long> given = new LinkedHashMap<>();
    private long spent;

    FundModel(UUID id, Terms terms) {
        this.id = id;
        this.terms = terms;
        for (Pot pot : Pot.values()) {
            pots.put(pot, new Daily());
        }
    }

    void move(LocalDate day, long amount, Pot from, Pot to) {
        pots.get(from).add(day, -amount);
        pots.get(to).add(day, amount);
    }

    /** Comes in from outside, or goes out with a negative amount. */
    void add(LocalDate day, long amount, Pot to) {
        pots.get(to).add(day, amount);
    }

    /** How much of it makes good what the payer owes since an earlier receipt bounced. */
    void receive(LocalDate day, String payer, long amount) {
        long madeGood = Math.min(receivable(payer), amount);
        receivable.merge(payer, -madeGood, Long::sum);
        add(day, amount - madeGood, AVAILABLE);
        give(payer, amount);
    }

    /** What is no longer there becomes receivable. */
    void bounce(LocalDate day, String payer, long amount) {
        long taken = Math.min(availableFrom(day), amount);
        receivable.merge(payer, amount - taken, Long::sum);
        add(day, -taken, AVAILABLE);
        give(payer, -amount);
    }

    /** Somebody gave it, or has it back or is to have it back with a negative amount. */
    void give(String giver, long amount) {
        given.merge(giver, amount, Long::sum);
    }

    /** What somebody gave and may still have back. */
    long given(String giver) {
        return given.getOrDefault(giver, 0L);
    }

    /** Everybody who ever gave something. */
    List<String> givers() {
        return List.copyOf(given.keySet());
    }

    void spend(LocalDate day, long amount) {
        add(day, -amount, COMMITTED);
        spent += amount;
    }

    void refund(LocalDate day, long amount) {
        add(day, amount, AVAILABLE);
        spent -= amount;
    }

    long availableFrom(LocalDate day) {
        return pots.get(AVAILABLE).leastFrom(day);
    }

    void requireAvailable(LocalDate day, long amount) {
        Refused.when(amount > availableFrom(day), "insufficient-funds");
    }

    void requireCash(long amount) {
        Refused.when(amount > cash(), "fund-without-cash");
    }

    /** Its part of the bank account. */
    long cash() {
        return pots.values().stream().mapToLong(Daily::total).sum() - receivable();
    }

    long total(Pot pot) {
        return pots.get(pot).total();
    }

    private long receivable(String payer) {
        return receivable.getOrDefault(payer, 0L);
    }

    long receivable() {
        return receivable.values().stream().mapToLong(Long::longValue).sum();
    }

    long spent() {
        return spent;
    }

    /** Every day on which it moved, with what it closed at. */
    Map<LocalDate, Closing> closings() {
        Set<LocalDate> days = new TreeSet<>();
        pots.values().forEach(pot -> days.addAll(pot.days()));
        Map<LocalDate, Closing> closings = new TreeMap<>();
        days.forEach(day -> closings.put(
                day,
                new Closing(
                        closing(AVAILABLE, day),
                        closing(RESERVED, day),
                        closing(COMMITTED, day),
                        closing(PAYABLE, day))));
        return closings;
    }

    private long closing(Pot pot, LocalDate day) {
        return pots.get(pot).closing(day);
    }
}
