package cn.shequ.funding.commitment;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What is left of a reservation by days. Ask under the reservation's lock, or the answer is old when it comes. */
@ApplicationScoped
class ReservedDays {

    private final Jdbi jdbi;

    ReservedDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What is reserved on some days only, before an expenditure drew it and after it gave it back, is not there in between.
     *
     * @throws Refusal when on the day or on a later one less than the amount is left
     */
    void requireLeft(UUID commitment, Money amount, LocalDate bookedOn) {
        leftFrom(commitment, amount).filter(bookedOn::isBefore).ifPresent(earliest -> {
            throw Refusal.of(FundingProblem.BOOKED_TOO_EARLY)
                    .with("bookedOn", bookedOn)
                    .with("earliest", earliest);
        });
    }

    /** From which day on so much is left on every day; empty when so much is not left at all. */
    private Optional<LocalDate> leftFrom(UUID commitment, Money amount) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT min(day) FROM (
                          SELECT day, min(closing) OVER (ORDER BY day DESC) AS least FROM (
                            SELECT e.booked_on AS day, sum(sum(m.amount)) OVER (ORDER BY e.booked_on) AS closing
                            FROM commitment_move m JOIN entry e ON e.id = m.entry
                            WHERE m.commitment = :commitment GROUP BY e.booked_on) closings) days
                        WHERE least >= :amount""")
                .bind("commitment", commitment)
                .bind("amount", amount)
                .mapTo(LocalDate.class)
                .findOne());
    }
}
