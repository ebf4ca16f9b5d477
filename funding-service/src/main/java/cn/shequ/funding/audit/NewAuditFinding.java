package cn.shequ.funding.audit;

import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding to be raised.
 *
 * @param concerning an entry, obligation or fund of the audited ledger
 * @param amount how much is concerned, in CNY; nothing when left out
 * @param rectifyBy not later than the rulebook's time, which also holds when it is left out
 */
public record NewAuditFinding(
        @NotNull AuditFindingKind kind,
        @NotNull UUID concerning,
        @PositiveAmount @Nullable Money amount,
        @NotBlank @Size(max = 4000) String finding,
        @Nullable LocalDate rectifyBy) {}
