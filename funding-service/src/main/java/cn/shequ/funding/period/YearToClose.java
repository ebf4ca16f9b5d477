package cn.shequ.funding.period;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The year to be closed. */
record YearToClose(@NotNull @Min(2011) @Max(2999) Integer year) {}
