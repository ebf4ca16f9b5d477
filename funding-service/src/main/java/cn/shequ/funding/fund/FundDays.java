package cn.shequ.funding.fund;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What a fund holds by days. Ask under the fund's lock, or the answer is old when it comes. */
@ApplicationScoped
public class FundDays {

    private final Jdbi jdbi;

    FundDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What may be booked away on a day without any later day ending below zero: the least closing from that day on. */
    public Money availableFrom(UUID fund, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT least(
                          coalesce((SELECT available FROM fund_day WHERE fund = :fund AND day <= :day
                                    ORDER BY day DESC LIMIT 1), 0),
                          (SELECT min(available) FROM fund_day WHERE fund = :fund AND day > :day))""")
                .bind("fund", fund)
                .bind("day", day)
                .mapTo(Money.class)
                .one());
    }

    /** The days of many funds from a day on, each with the last one before it. */
    public Closings closings(Collection<UUID> funds, LocalDate from) {
        return new Closings(jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.fund, d.day, d.available FROM unnest(CAST(:funds AS uuid[])) AS f (fund)
                        JOIN fund_day d ON d.fund = f.fund AND d.day >= coalesce(
                          (SELECT max(b.day) FROM fund_day b WHERE b.fund = f.fund AND b.day <= :from), :from)""")
                .bind("funds", funds.toArray(UUID[]::new))
                .bind("from", from)
                .mapTo(Closings.Closing.class)
                .list()));
    }

    /** @throws Refusal when less than the amount may be booked away on the day */
    public void requireAvailable(UUID fund, Money amount, LocalDate day) {
        requireAvailable(fund, amount, availableFrom(fund, day));
    }

    /** The same where what is available is known. */
    public static void requireAvailable(UUID fund, Money amount, Money available) {
        if (amount.compareTo(available) > 0) {
            throw Refusal.of(FundingProblem.INSUFFICIENT_FUNDS)
                    .with("fund", fund)
                    .with("required", amount)
                    .with("available", available);
        }
    }

    /** What the payer owes back to each fund because it bounced after it was spent; funds it owes nothing are left out. */
    public Map<UUID, Money> receivable(Collection<UUID> funds, Payer payer) {
        return jdbi.withHandle(
                handle -> handle
                        .createQuery("""
                        SELECT fund, sum(amount) AS amount FROM posting
                        WHERE account = 'RECEIVABLE' AND fund = ANY(:funds) AND payer = :payer
                        GROUP BY fund HAVING sum(amount) > 0""")
                        .bind("funds", funds.toArray(UUID[]::new))
                        .bind("payer", payer)
                        .mapTo(Owed.class)
                        .stream()
                        .collect(Collectors.toMap(Owed::fund, Owed::amount)));
    }

    private record Owed(UUID fund, Money amount) {}

    /** @throws Refusal when the fund's part of the bank account is less: the rest is other funds' money */
    public void requireCash(UUID fund, Money amount) {
        Money cash = cash(fund);
        if (amount.compareTo(cash) > 0) {
            throw Refusal.of(FundingProblem.FUND_WITHOUT_CASH)
                    .with("fund", fund)
                    .with("required", amount)
                    .with("cash", cash);
        }
    }

    /** The fund's part of the bank account: what it may still spend or owes, less what was never really paid to it. */
    private Money cash(UUID fund) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT coalesce((SELECT available + reserved + committed + payable - receivable FROM fund_day
                                         WHERE fund = :fund ORDER BY day DESC LIMIT 1), 0)""").bind("fund", fund).mapTo(Money.class).one());
    }
}
