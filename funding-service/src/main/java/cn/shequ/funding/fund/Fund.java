package cn.shequ.funding.fund;

import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An earmarked pot of money in one ledger (Art. 16).
 *
 * @param community whom it serves; null when it serves the ledger's whole territory
 * @param categories what may be spent from it, and nothing else
 * @param spendBy the last day on which spending may be booked; a year later each time the fund is carried forward
 * @param atYearEnd what becomes of money that is not spent by then
 * @param reference the placement or allocation it comes from
 */
public record Fund(
        UUID id,
        UUID ledger,
        DivisionCode division,
        FundSource source,
        FundPurpose purpose,
        @Nullable DivisionCode community,
        int fiscalYear,
        List<Category> categories,
        LocalDate spendBy,
        @Nullable UUID reference,
        YearEnd atYearEnd,
        String openedBy,
        Instant openedAt) {

    public Fund {
        categories = categories.stream().distinct().sorted().toList();
    }

    public boolean allows(Category category) {
        return categories.contains(category);
    }
}
