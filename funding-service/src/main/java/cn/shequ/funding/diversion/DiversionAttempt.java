package cn.shequ.funding.diversion;

import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to spend a fund on what it is not for (Art. 16): a signal, until a person confirms or dismisses it.
 *
 * @param category what it was to be spent on; {@link #TRANSFER} when it was to be moved to another fund
 * @param toFund the fund that it was to be moved to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiversionAttempt(
        UUID id,
        UUID ledger,
        UUID fund,
        DivisionCode division,
        @Nullable DivisionCode community,
        String category,
        List<Category> allowed,
        Money amount,
        String attemptedBy,
        Instant attemptedAt,
        @Nullable UUID toFund) {

    /** The category of an attempt to move money to another fund without a decision of who gave it. */
    public static final String TRANSFER = "TRANSFER";
}
