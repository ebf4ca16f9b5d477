package cn.shequ.funding.ledger;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** On which days a ledger takes entries: on days that have come, in months that are open. */
@ApplicationScoped
public class BookingDays {

    private final Jdbi jdbi;
    private final Clock clock;

    BookingDays(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * What a ledger says to a day.
     *
     * @param begins the day of its opening balance, where that is later
     */
    private record Bounds(@Nullable LocalDate begins, boolean closed) {}

    public void require(UUID ledger, LocalDate bookedOn) {
        LocalDate today = LocalDate.now(clock);
        if (bookedOn.isAfter(today)) {
            throw Refusal.of(FundingProblem.BOOKED_IN_FUTURE)
                    .with("bookedOn", bookedOn)
                    .with("today", today);
        }
        YearMonth period = YearMonth.from(bookedOn);
        Bounds bounds = bounds(ledger, bookedOn, period);
        if (bounds.begins() != null) {
            throw Refusal.of(FundingProblem.BOOKED_TOO_EARLY)
                    .with("bookedOn", bookedOn)
                    .with("earliest", bounds.begins());
        }
        if (bounds.closed()) {
            throw Refusal.of(FundingProblem.PERIOD_CLOSED)
                    .with("period", period)
                    .with("bookedOn", bookedOn);
        }
    }

    private Bounds bounds(UUID ledger, LocalDate bookedOn, YearMonth period) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT (SELECT booked_on FROM entry
                                WHERE ledger = :ledger AND kind = 'OPENING' AND booked_on > :bookedOn) AS begins,
                               EXISTS (SELECT FROM closed_period
                                       WHERE ledger = :ledger AND (year, month) >= (:year, :month)) AS closed""")
                .bind("ledger", ledger)
                .bind("bookedOn", bookedOn)
                .bind("year", period.getYear())
                .bind("month", period.getMonthValue())
                .mapTo(Bounds.class)
                .one());
    }
}
