package cn.shequ.funding.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is about.
 *
 * @param document the receipt or expenditure it books
 * @param reverses the entry it takes back, for a reversal
 */
public record EntryHead(
        UUID id,
        UUID ledger,
        LocalDate bookedOn,
        EntryKind kind,
        UUID document,
        @Nullable UUID reverses) {

    public EntryHead {
        if ((kind == EntryKind.REVERSAL) != (reverses != null)) {
            throw new IllegalArgumentException("a reversal names the entry it takes back, and only a reversal does");
        }
    }
}
