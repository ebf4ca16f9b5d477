package cn.shequ.funding.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line and an entry that are the same movement, or were thought to be.
 *
 * @param reason what a person said who matched them
 * @param rule the rulebook row that decided when a machine did by amount and date
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BankMatch(
        UUID id,
        UUID ledger,
        UUID line,
        UUID entry,
        MatchBasis basis,
        @Nullable String reason,
        @Nullable String rule,
        String matchedBy,
        Instant matchedAt,
        @Nullable String unmatchReason,
        @Nullable String unmatchedBy,
        @Nullable Instant unmatchedAt) {

    boolean isUndone() {
        return unmatchedAt != null;
    }
}
