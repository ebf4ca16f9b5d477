package cn.shequ.funding.fund;

import cn.shequ.kit.division.DivisionCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which funds are wanted; each part may be left out.
 *
 * @param reference the placement or allocation they come from
 */
public record FundFilter(
        @Nullable UUID ledger,
        @Nullable DivisionCode community,
        @Nullable FundPurpose purpose,
        @Nullable Integer fiscalYear,
        @Nullable UUID reference) {}
