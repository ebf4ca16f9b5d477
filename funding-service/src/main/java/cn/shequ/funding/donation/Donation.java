package cn.shequ.funding.donation;

import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A donation in CNY (Art. 16).
 *
 * @param donor who gave it; null once the personal data are erased; the commitment stays
 * @param reversedBy the entry that took it back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Donation(
        UUID id,
        UUID ledger,
        DivisionCode division,
        UUID fund,
        @Nullable DivisionCode community,
        List<Category> boundTo,
        Money amount,
        LocalDate bookedOn,
        String bankReference,
        @Nullable String donor,
        @Nullable String salt,
        boolean anonymous,
        String commitment,
        UUID entry,
        @Nullable UUID reversedBy) {

    Donation {
        boundTo = boundTo.stream().sorted().toList();
    }

    /** As everybody may see it. */
    Shown shown() {
        return new Shown(id, fund, boundTo, amount, bookedOn, anonymous ? null : masked(donor), reversedBy != null);
    }

    /** The first character of a name and nothing else of it. */
    static @Nullable String masked(@Nullable String name) {
        return name == null || name.isBlank()
                ? null
                : name.strip().substring(0, name.strip().offsetByCodePoints(0, 1)) + "**";
    }

    /**
     * A donation in public.
     *
     * @param donor masked; absent when the donor wants to stay unnamed
     * @param takenBack whether its payment bounced
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            UUID id,
            UUID fund,
            List<Category> boundTo,
            Money amount,
            LocalDate bookedOn,
            @Nullable String donor,
            boolean takenBack) {}
}
