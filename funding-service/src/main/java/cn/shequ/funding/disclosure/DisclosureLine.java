package cn.shequ.funding.disclosure;

import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in (positive) or went out (negative), in CNY.
 *
 * @param kind what the entry books, such as {@code RECEIPT} or {@code PAYMENT}
 * @param counterpart who paid, by code; or who was paid, a natural person masked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisclosureLine(
        int line,
        UUID entry,
        UUID fund,
        LocalDate bookedOn,
        String kind,
        Money amount,
        @Nullable Category category,
        @Nullable String counterpart) {}
