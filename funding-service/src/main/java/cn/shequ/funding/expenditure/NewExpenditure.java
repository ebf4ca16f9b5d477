package cn.shequ.funding.expenditure;

import cn.shequ.funding.commitment.Drawdown;
import cn.shequ.funding.ledger.Category;
import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expenditure to be recorded.
 *
 * @param payeeKind a natural person when left out: the name is then masked wherever it is public
 * @param purpose what it is for, in words
 * @param drawsOn the reservation whose money it takes; what is available when left out
 * @param communities for whom it is; a pool's expenditure names them, and they add up to the amount
 * @param evidence SHA-256 digests of invoices and contracts, in lower-case hexadecimal
 */
public record NewExpenditure(
        @NotNull UUID fund,
        @NotNull Category category,
        @NotNull @PositiveAmount Money amount,
        @NotBlank @Size(max = 100) String payee,
        @Nullable PayeeKind payeeKind,
        @NotBlank @Size(max = 1000) String purpose,
        @NotNull @Size(max = 50) List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> evidence,
        @NotNull LocalDate bookedOn,
        @Nullable UUID drawsOn,
        @Size(max = 2000) @Nullable List<@NotNull @Valid ForCommunity> communities) {

    /** Of a fund that serves one community, or its ledger's whole territory. */
    public NewExpenditure(
            UUID fund,
            Category category,
            Money amount,
            String payee,
            @Nullable PayeeKind payeeKind,
            String purpose,
            List<String> evidence,
            LocalDate bookedOn,
            @Nullable UUID drawsOn) {
        this(fund, category, amount, payee, payeeKind, purpose, evidence, bookedOn, drawsOn, null);
    }

    List<ForCommunity> forCommunities() {
        return communities == null ? List.of() : communities;
    }

    @Nullable
    Drawdown drawdown() {
        return drawsOn == null ? null : new Drawdown(drawsOn, fund, amount, bookedOn);
    }
}
