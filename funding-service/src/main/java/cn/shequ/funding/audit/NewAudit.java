package cn.shequ.funding.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/** An audit to be planned: which ledger, over which days, and how many entries to draw. */
public record NewAudit(
        @NotNull UUID ledger,
        @NotNull LocalDate periodFrom,
        @NotNull LocalDate periodTo,
        @Min(1) @Max(1000) int sampleSize) {}
