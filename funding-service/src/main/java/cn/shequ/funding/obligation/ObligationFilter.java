package cn.shequ.funding.obligation;

import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which obligations are wanted; each part may be left out.
 *
 * @param originReference the placement, allocation or other decision
 * @param lastOverdue what is outstanding and due on this day or before is overdue
 * @param overdue whether overdue ones are wanted, or the others
 * @param soonBy what is outstanding, not overdue and due on this day or before
 */
public record ObligationFilter(
        @Nullable UUID ledger,
        @Nullable UUID fund,
        @Nullable DivisionCode community,
        @Nullable Payer payer,
        @Nullable ObligationOrigin origin,
        @Nullable UUID originReference,
        @Nullable ObligationStatus status,
        LocalDate lastOverdue,
        @Nullable Boolean overdue,
        @Nullable LocalDate soonBy) {}
