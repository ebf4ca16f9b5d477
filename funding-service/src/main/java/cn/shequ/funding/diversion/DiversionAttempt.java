package cn.shequ.funding.diversion;

import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody tried to spend a fund on what it is not for (Art. 16): a signal, until a person confirms or dismisses it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiversionAttempt(
        UUID id,
        UUID ledger,
        UUID fund,
        DivisionCode division,
        @Nullable DivisionCode community,
        Category category,
        List<Category> allowed,
        Money amount,
        String attemptedBy,
        Instant attemptedAt) {}
