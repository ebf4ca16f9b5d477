package cn.shequ.funding.receipt;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money in CNY that came into a ledger (Art. 16).
 *
 * @param fund what it is for beyond what it settles
 * @param entry the entry that books it
 * @param reversedBy the entry that took it back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        UUID id,
        UUID ledger,
        Payer payer,
        Money amount,
        LocalDate bookedOn,
        String bankReference,
        @Nullable UUID fund,
        Instant recordedAt,
        UUID entry,
        @Nullable UUID reversedBy,
        List<Settlement> settles) {}
