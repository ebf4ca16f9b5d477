package cn.shequ.funding.repayment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** The day on which the bank account paid. */
record Payment(@NotNull LocalDate bookedOn) {}
