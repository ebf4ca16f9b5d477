package cn.shequ.funding.ledger;

import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a reader sees it.
 *
 * @param voucher its number (凭证号), for instance {@code 2026-11-0042}; given a moment after the entry
 * @param document the receipt or expenditure it books
 * @param sequence from which log number on it is known; null until it is numbered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
        UUID id,
        UUID ledger,
        @Nullable String voucher,
        LocalDate bookedOn,
        EntryKind kind,
        UUID document,
        @Nullable UUID reverses,
        @Nullable UUID reversedBy,
        Instant recordedAt,
        @Nullable Long sequence,
        List<Line> postings) {

    /** One posting; debit positive, credit negative. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int line,
            Account account,
            @Nullable UUID fund,
            @Nullable Category category,
            @Nullable Payer payer,
            Money amount) {}
}
