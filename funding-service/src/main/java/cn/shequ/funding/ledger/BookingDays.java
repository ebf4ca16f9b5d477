package cn.shequ.funding.ledger;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** On which days a ledger takes entries: on days that have come, in months that are open. */
@ApplicationScoped
public class BookingDays {

    private final Jdbi jdbi;
    private final Clock clock;

    BookingDays(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Nothing is booked before the day of the ledger's opening balance. */
    private void requireAfterOpening(UUID ledger, LocalDate bookedOn) {
        jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT booked_on FROM entry
                        WHERE ledger = :ledger AND kind = 'OPENING' AND booked_on > :bookedOn""")
                        .bind("ledger", ledger)
                        .bind("bookedOn", bookedOn)
                        .mapTo(LocalDate.class)
                        .findOne())
                .ifPresent(opened -> {
                    throw Refusal.of(FundingProblem.BOOKED_TOO_EARLY)
                            .with("bookedOn", bookedOn)
                            .with("earliest", opened);
                });
    }

    public void require(UUID ledger, LocalDate bookedOn) {
        LocalDate today = LocalDate.now(clock);
        if (bookedOn.isAfter(today)) {
            throw Refusal.of(FundingProblem.BOOKED_IN_FUTURE)
                    .with("bookedOn", bookedOn)
                    .with("today", today);
        }
        requireAfterOpening(ledger, bookedOn);
        YearMonth period = YearMonth.from(bookedOn);
        boolean closed = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM closed_period
                          WHERE ledger = :ledger AND (year, month) >= (:year, :month))""")
                .bind("ledger", ledger)
                .bind("year", period.getYear())
                .bind("month", period.getMonthValue())
                .mapTo(Boolean.class)
                .one());
        if (closed) {
            throw Refusal.of(FundingProblem.PERIOD_CLOSED)
                    .with("period", period)
                    .with("bookedOn", bookedOn);
        }
    }
}
