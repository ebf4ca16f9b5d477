package cn.shequ.funding.reversal;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** The day on which the reversal is booked: not before the entry it takes back, in an open month. */
record NewReversal(@NotNull LocalDate bookedOn) {}
