package cn.shequ.funding.expenditure;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** The day on which the bank account paid. */
record Payment(@NotNull LocalDate bookedOn) {}
