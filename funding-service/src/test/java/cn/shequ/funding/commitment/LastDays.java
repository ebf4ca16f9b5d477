package cn.shequ.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** Lets one reservation come to a later day; all others stay where they are. */
@ApplicationScoped
public class LastDays {

    private final Reserving reserving;

    LastDays(Reserving reserving) {
        this.reserving = reserving;
    }

    public void pass(UUID commitment, LocalDate today) {
        reserving.expire(commitment, today);
    }
}
