package cn.shequ.funding.expenditure;

import cn.shequ.funding.ledger.Category;
import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expenditure as a line of a batch.
 *
 * @param reference the sender's own name of it, unique among the expenditures of its fund's ledger
 */
public record ExpenditureLine(
        @NotBlank @Size(max = 64) String reference,
        @NotNull UUID fund,
        @NotNull Category category,
        @NotNull @PositiveAmount Money amount,
        @NotBlank @Size(max = 100) String payee,
        @Nullable PayeeKind payeeKind,
        @NotBlank @Size(max = 1000) String purpose,
        @NotNull @Size(max = 50) List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> evidence,
        @NotNull LocalDate bookedOn,
        @Nullable UUID drawsOn) {

    NewExpenditure wanted() {
        return new NewExpenditure(fund, category, amount, payee, payeeKind, purpose, evidence, bookedOn, drawsOn);
    }
}
