package cn.shequ.funding.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.ledger.Posting;
import cn.shequ.funding.obligation.Obligation;
import cn.shequ.funding.obligation.Share;
import cn.shequ.kit.RandomCases;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final Payer PAYER = new Payer("220102000000");

    private static Obligation owed(int community, int daysFromNow, Money due, Money paid) {
        return new Obligation(
                UUID.randomUUID(),
                new UUID(0, 1),
                UUID.randomUUID(),
                DivisionCode.of("220102001000"),
                DivisionCode.of("220102%06d".formatted(1000 + community)),
                PAYER,
                ObligationOrigin.ANNUAL_ALLOCATION,
                UUID.randomUUID(),
                Share.WHOLE,
                2026,
                due,
                LocalDate.of(2026, 3, 31).plusDays(daysFromNow),
                Instant.EPOCH,
                paid,
                Money.ZERO,
                0,
                null);
    }

    @Test
    void the_oldest_due_comes_first_then_the_smaller_code() {
        Obligation later = owed(1, 1, Money.of("10"), Money.ZERO);
        Obligation second = owed(3, 0, Money.of("10"), Money.of("4"));
        Obligation first = owed(2, 0, Money.of("10"), Money.ZERO);
        List<Settling.Part> parts = Settling.oldestDueFirst(List.of(later, second, first), Money.of("17"));
        assertThat(parts).extracting(Settling.Part::obligation).containsExactly(first, second, later);
        assertThat(parts)
                .extracting(Settling.Part::amount)
                .containsExactly(Money.of("10"), Money.of("6"), Money.of("1"));
        assertThat(parts).extracting(Settling.Part::completes).containsExactly(true, true, false);
    }

    @Test
    void money_is_neither_made_nor_lost_and_nothing_is_paid_twice() {
        RandomCases.forAll(500, random -> {
            List<Obligation> owed = IntStream.range(0, random.nextInt(0, 30))
                    .mapToObj(i -> some(random))
                    .toList();
            Money received = Money.ofFen(random.nextLong(1, 100_000));
            List<Settling.Part> parts = Settling.oldestDueFirst(owed, received);
            Money outstanding =
                    Money.sum(owed.stream().map(Obligation::outstanding).toList());
            assertThat(Settling.total(parts)).isEqualTo(received.min(outstanding));
            assertThat(parts)
                    .allMatch(part -> part.amount().isPositive()
                            && part.amount().compareTo(part.obligation().outstanding()) <= 0);
            assertThat(parts.stream().limit(Math.max(0, parts.size() - 1))).allMatch(Settling.Part::completes);
        });
    }

    @Test
    void a_receipt_balances_and_makes_good_what_bounced_before_anything_becomes_available() {
        RandomCases.forAll(500, random -> {
            SortedMap<UUID, Money> byFund = new TreeMap<>();
            Map<UUID, Money> receivable = new HashMap<>();
            IntStream.range(0, random.nextInt(1, 10)).forEach(i -> {
                UUID fund = UUID.randomUUID();
                byFund.put(fund, Money.ofFen(random.nextLong(1, 1000)));
                if (random.nextBoolean()) {
                    receivable.put(fund, Money.ofFen(random.nextLong(1, 1000)));
                }
            });
            List<Posting> postings = ReceiptBooking.postings(PAYER, byFund, receivable);
            assertThat(Money.sum(postings.stream().map(Posting::amount).toList()))
                    .isEqualTo(Money.ZERO);
            byFund.forEach((fund, amount) -> {
                Money madeGood = receivable.getOrDefault(fund, Money.ZERO).min(amount);
                Money available = amount.minus(madeGood);
                assertThat(postings.contains(Posting.available(fund, Money.ofFen(1))))
                        .isFalse();
                assertThat(available.isZero() || postings.contains(Posting.available(fund, available.negated())))
                        .isTrue();
                assertThat(madeGood.isZero() || postings.contains(Posting.receivable(fund, PAYER, madeGood.negated())))
                        .isTrue();
            });
        });
    }

    private static Obligation some(RandomGenerator random) {
        long due = random.nextLong(1, 10_000);
        return owed(
                random.nextInt(1, 900),
                random.nextInt(-30, 30),
                Money.ofFen(due),
                Money.ofFen(random.nextLong(0, due + 1)));
    }
}
