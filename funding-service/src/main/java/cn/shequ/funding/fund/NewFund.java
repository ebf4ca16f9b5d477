package cn.shequ.funding.fund;

import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fund to be opened.
 *
 * @param categories what may be spent from it; what its purpose allows when left out
 * @param atYearEnd what becomes of unspent money; as usual for its source and purpose when left out
 */
record NewFund(
        @NotNull UUID ledger,
        @NotNull FundSource source,
        @NotNull FundPurpose purpose,
        @Nullable DivisionCode community,
        @NotNull @Min(2011) @Max(2999) Integer fiscalYear,
        @Size(min = 1, max = 20) @Nullable List<@NotNull Category> categories,
        @NotNull LocalDate spendBy,
        @Nullable YearEnd atYearEnd) {

    FundTerms terms() {
        Collection<Category> allowed = categories == null ? purpose.allows() : categories;
        return new FundTerms(
                ledger,
                source,
                purpose,
                community,
                fiscalYear,
                allowed,
                spendBy,
                null,
                atYearEnd == null ? YearEnd.usual(source, purpose) : atYearEnd);
    }
}
