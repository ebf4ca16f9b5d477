package cn.shequ.funding.reallocation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money in CNY that the body that gave it moved from one fund to another (Art. 16).
 *
 * @param decidedFor the division or department whose decision it is; none for a donor's consent
 * @param commitment binds document number, digest and salt in the event, which shows none of them
 * @param reversedBy the entry that took it back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reallocation(
        UUID id,
        UUID ledger,
        DivisionCode division,
        UUID fund,
        UUID toFund,
        Money amount,
        LocalDate bookedOn,
        String documentNumber,
        @Nullable String evidence,
        @Nullable String decidedFor,
        String commitment,
        String salt,
        String decidedBy,
        Instant decidedAt,
        UUID entry,
        @Nullable UUID reversedBy) {}
