package cn.shequ.funding.purchase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What bids are measured by. The points for the price follow from the prices; those for quality are the evaluators'.
 *
 * @param weight out of the 100 of all criteria together
 */
public record Criterion(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String code,
        @NotNull Kind kind,
        @NotBlank @Size(max = 100) String title,
        @NotNull @Min(1) @Max(100) Integer weight) {

    /** Whether evaluators judge it or the price decides. */
    public enum Kind {
        PRICE,
        QUALITY
    }

    boolean isQuality() {
        return kind == Kind.QUALITY;
    }
}
