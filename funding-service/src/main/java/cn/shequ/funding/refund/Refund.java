package cn.shequ.funding.refund;

import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money in CNY that a payee paid back (Art. 16).
 *
 * @param reversedBy the entry that took it back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Refund(
        UUID id,
        UUID ledger,
        UUID expenditure,
        Money amount,
        LocalDate bookedOn,
        String bankReference,
        UUID entry,
        @Nullable UUID reversedBy) {}
