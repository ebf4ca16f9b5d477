package cn.shequ.funding.period;

import cn.shequ.events.funding.PeriodClosed;
import cn.shequ.events.funding.YearClosed;
import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.fund.YearEnd;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.funding.repayment.Returning;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.UUID;

/**
 * Closes months in order and years by the terms of their funds (Art. 16). December waits for the year: what the funds owe
 * back is booked on its last day.
 */
@ApplicationScoped
class Closing {

    private final Ledgers ledgers;
    private final Funds funds;
    private final Periods periods;
    private final BookingDays days;
    private final Returning returning;
    private final EventLog log;
    private final Callers callers;
    private final Clock clock;

    Closing(
            Ledgers ledgers,
            Funds funds,
            Periods periods,
            BookingDays days,
            Returning returning,
            EventLog log,
            Callers callers,
            Clock clock) {
        this.ledgers = ledgers;
        this.funds = funds;
        this.periods = periods;
        this.days = days;
        this.returning = returning;
        this.log = log;
        this.callers = callers;
        this.clock = clock;
    }

    OpenPeriod open(UUID id) {
        UUID ledger = ledgers.toSee(id).id();
        YearMonth next = next(ledger);
        return new OpenPeriod(
                ledger,
                next,
                isOver(next),
                periods.year(ledger, next.getYear()).isPresent(),
                periods.hindrances(ledger, next));
    }

    private YearMonth next(UUID ledger) {
        return periods.next(ledger).orElseGet(() -> YearMonth.now(clock));
    }

    private boolean isOver(YearMonth period) {
        return period.atEndOfMonth().isBefore(LocalDate.now(clock));
    }

    ClosedPeriod close(UUID id, YearMonth period) {
        Ledger ledger = ledgers.toActOn(id);
        periods.lock(ledger.id(), period);
        requireNext(ledger.id(), period);
        Hindrances hindrances = periods.hindrances(ledger.id(), period);
        if (hindrances.any()) {
            Refusal refusal = Refusal.of(FundingProblem.PERIOD_NOT_COMPLETE).with("period", period);
            hindrances.figures().forEach(refusal::with);
            throw refusal;
        }
        if (period.getMonth() == Month.DECEMBER
                && periods.year(ledger.id(), period.getYear()).isEmpty()) {
            throw Refusal.of(FundingProblem.YEAR_NOT_CLOSED).with("year", period.getYear());
        }
        ControlTotals totals = periods.totals(ledger.id(), period);
        log.append(event(ledger, period, totals));
        periods.close(ledger.id(), period, callers.current().subject());
        return closed(ledger.id(), period);
    }

    ClosedPeriod closed(UUID ledger, YearMonth period) {
        Periods.Closed closed = periods.find(ledger, period).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        return new ClosedPeriod(ledger, period, closed.closedBy(), closed.closedAt(), periods.totals(ledger, period));
    }

    private void requireNext(UUID ledger, YearMonth period) {
        if (periods.find(ledger, period).isPresent()) {
            throw Refusal.of(FundingProblem.PERIOD_CLOSED_ALREADY).with("period", period);
        }
        YearMonth next = next(ledger);
        if (!period.equals(next)) {
            throw Refusal.of(FundingProblem.PERIOD_OUT_OF_ORDER)
                    .with("period", period)
                    .with("next", next);
        }
        if (!isOver(period)) {
            throw Refusal.of(FundingProblem.PERIOD_NOT_OVER)
                    .with("period", period)
                    .with("lastDay", period.atEndOfMonth())
                    .with("today", LocalDate.now(clock));
        }
    }

    ClosedYear closeYear(UUID id, int year) {
        Ledger ledger = ledgers.toActOn(id);
        YearMonth december = YearMonth.of(year, Month.DECEMBER);
        periods.lock(ledger.id(), december);
        if (periods.year(ledger.id(), year).isPresent()) {
            throw Refusal.of(FundingProblem.YEAR_CLOSED_ALREADY).with("year", year);
        }
        requireNext(ledger.id(), december);
        LocalDate lastDay = december.atEndOfMonth();
        days.require(ledger.id(), lastDay);
        String by = callers.current().subject();
        ClosedYear closed = settle(ledger, year, lastDay, by);
        periods.closeYear(closed);
        log.append(event(ledger, closed));
        return closed;
    }

    private ClosedYear settle(Ledger ledger, int year, LocalDate lastDay, String by) {
        int fundsCarried = 0;
        int fundsReturned = 0;
        Money carried = Money.ZERO;
        Money returned = Money.ZERO;
        for (Periods.Unspent unspent : periods.unspent(ledger.id(), lastDay)) {
            Fund fund = funds.find(unspent.fund()).orElseThrow();
            if (fund.atYearEnd() == YearEnd.CARRY_FORWARD) {
                periods.carry(ledger.id(), fund.id(), year);
                fundsCarried++;
                carried = carried.plus(unspent.available());
            } else {
                Money owed = returning.returnAtYearEnd(fund, lastDay, by);
                fundsReturned += owed.isPositive() ? 1 : 0;
                returned = returned.plus(owed);
            }
        }
        return new ClosedYear(ledger.id(), year, fundsCarried, carried, fundsReturned, returned, by, periods.now());
    }

    private PeriodClosed event(Ledger ledger, YearMonth period, ControlTotals totals) {
        return new PeriodClosed(
                ledger.id().toString(),
                ledger.division().value(),
                period.getYear(),
                period.getMonthValue(),
                totals.vouchers(),
                totals.moved().toString(),
                totals.bank().toString(),
                totals.receivable().toString(),
                totals.spent().toString(),
                totals.available().toString(),
                totals.reserved().toString(),
                totals.committed().toString(),
                totals.payable().toString(),
                totals.applied().toString(),
                LocalDate.now(clock));
    }

    private YearClosed event(Ledger ledger, ClosedYear closed) {
        return new YearClosed(
                ledger.id().toString(),
                ledger.division().value(),
                closed.year(),
                closed.fundsCarried(),
                closed.carried().toString(),
                closed.fundsReturned(),
                closed.returned().toString(),
                LocalDate.now(clock));
    }
}
