package cn.shequ.funding.budget;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The budget of a division for a year, in CNY (Art. 15).
 *
 * @param adoption null while it is a draft
 * @param previous by line, the latest adopted figures of the year before; empty when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Budget(
        UUID id,
        DivisionCode division,
        int fiscalYear,
        @Nullable UUID amends,
        String draftedBy,
        Instant draftedAt,
        @Nullable Adoption adoption,
        Map<BudgetLine, Money> lines,
        Map<BudgetLine, Money> previous) {

    /** How it was adopted; versions of a division and year are counted from 1. */
    record Adoption(int version, String documentNumber, LocalDate adoptedOn, String adoptedBy) {}

    @JsonProperty
    public Money total() {
        return Money.sum(lines.values());
    }

    /** Growth over the year before in all; null when there is nothing to compare with. */
    @JsonProperty
    public @Nullable Money growth() {
        return previous.isEmpty() ? null : total().minus(Money.sum(previous.values()));
    }

    /** Whether it fell against the year before: Art. 15 wants steady growth, and a fall is reported. */
    @JsonProperty
    public boolean fell() {
        Money growth = growth();
        return growth != null && growth.isNegative();
    }
}
