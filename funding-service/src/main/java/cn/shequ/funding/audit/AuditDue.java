package cn.shequ.funding.audit;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that was not audited for as long as the rulebook allows.
 *
 * @param lastClosedOn when its last audit closed; null when it never had one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditDue(
        UUID ledger,
        DivisionCode division,
        LocalDate openedOn,
        @Nullable LocalDate lastClosedOn) {}
