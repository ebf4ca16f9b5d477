package cn.shequ.funding.reallocation;

import cn.shequ.funding.fund.FundSource;
import cn.shequ.kit.division.DivisionLevel;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may decide on a fund's money: the body that gave it and nobody else (Art. 16).
 *
 * @param finance whether the caller is a finance officer
 * @param level the level of the caller's division
 * @param division the caller's division
 * @param department the caller's department, for its officer
 */
record Giver(
        boolean finance,
        @Nullable DivisionLevel level,
        @Nullable String division,
        @Nullable String department) {

    /**
     * For whom the caller decides: the division or the department that gave the money; for a donation the district that keeps the
     * donor's written consent. Empty when
     * the caller is not of the body that gave it.
     *
     * @param payers who paid or owes the fund's money
     */
    Optional<String> of(FundSource source, Set<String> payers) {
        return switch (source) {
            case CITY -> ofFinance(DivisionLevel.CITY);
            case DISTRICT, OTHER -> ofFinance(DivisionLevel.COUNTY_LEVEL);
            case DEPARTMENT -> Optional.ofNullable(department).filter(own -> !finance && payers.equals(Set.of(own)));
            case DONATION -> ofFinance(DivisionLevel.COUNTY_LEVEL);
        };
    }

    private Optional<String> ofFinance(DivisionLevel needed) {
        return finance && level == needed ? Optional.ofNullable(division) : Optional.empty();
    }
}
