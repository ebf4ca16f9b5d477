package cn.shequ.workforce.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Registered volunteers in proportion to residents (Art. 19: 10% or more).
 *
 * @param target in percent
 */
public record Coverage(long volunteers, long residents, BigDecimal target) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Coverage {
        if (volunteers < 0 || residents < 0 || target.signum() < 0) {
            throw new IllegalArgumentException("a coverage has no negative figures");
        }
    }

    /** Without residents there is nothing to cover, and nothing is met or missed. */
    public boolean isMeasured() {
        return residents > 0;
    }

    /** In percent with two decimals, rounded down, so that what is not met never reads as if it were. */
    public @Nullable BigDecimal percent() {
        return isMeasured()
                ? HUNDRED.multiply(BigDecimal.valueOf(volunteers))
                        .divide(BigDecimal.valueOf(residents), 2, RoundingMode.DOWN)
                : null;
    }

    /** Decided on the exact figures, not on the rounded percentage. */
    public boolean isMet() {
        return isMeasured() && missing() == 0;
    }

    /** How many more volunteers the target asks for. */
    public long missing() {
        long wanted = target.multiply(BigDecimal.valueOf(residents))
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .longValueExact();
        return Math.max(0, wanted - volunteers);
    }
}
