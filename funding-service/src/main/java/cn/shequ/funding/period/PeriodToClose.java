package cn.shequ.funding.period;

import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;

/** The month to be closed, for instance {@code 2026-03}. */
record PeriodToClose(@NotNull YearMonth period) {}
