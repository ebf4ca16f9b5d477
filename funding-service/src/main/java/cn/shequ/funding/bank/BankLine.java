package cn.shequ.funding.bank;

import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement.
 *
 * @param amount what came in, positive, or went out, negative, in CNY
 * @param match the match with an entry that holds now
 * @param entry that entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BankLine(
        UUID id,
        UUID statement,
        UUID ledger,
        int line,
        String bankReference,
        LocalDate bookedOn,
        Money amount,
        @Nullable String remark,
        @Nullable UUID match,
        @Nullable UUID entry) {}
