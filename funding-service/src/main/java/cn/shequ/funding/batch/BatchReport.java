package cn.shequ.funding.batch;

import cn.shequ.kit.division.DivisionCode;
import java.time.Instant;
import java.util.UUID;

/**
 * What became of a batch; its lines are listed apart.
 *
 * @param booked lines that are booked, or recorded, by it
 * @param alreadyBooked lines that were booked before
 * @param passed lines that could be booked and were not
 */
public record BatchReport(
        UUID id,
        BatchKind kind,
        BatchMode mode,
        boolean dryRun,
        DivisionCode division,
        int lines,
        int booked,
        int alreadyBooked,
        int passed,
        int refused,
        Instant sentAt) {}
