package cn.shequ.kit.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount in CNY with two decimals, possibly negative; in JSON a decimal string such as {@code "55000.00"}. */
@Schema(type = SchemaType.STRING, pattern = "^-?(0|[1-9][0-9]{0,16})(\\.[0-9]{1,2})?$", examples = "55000.00")
public record Money(BigDecimal yuan) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);
    private static final int MAX_DIGITS = 19;
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,16})(\\.[0-9]{1,2})?");

    public Money {
        if (yuan.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("an amount has at most two decimals, not: " + yuan);
        }
        yuan = yuan.setScale(2);
        if (yuan.precision() > MAX_DIGITS) {
            throw new IllegalArgumentException("an amount has at most 19 digits, not: " + yuan);
        }
    }

    /** Reads a plain decimal string; exponents, signs other than minus and grouping are refused. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Money of(String decimal) {
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new IllegalArgumentException("an amount is a decimal string like 1234.50, not: " + decimal);
        }
        return new Money(new BigDecimal(decimal));
    }

    public static Money ofFen(long fen) {
        return new Money(BigDecimal.valueOf(fen, 2));
    }

    public long fen() {
        return yuan.unscaledValue().longValueExact();
    }

    public Money plus(Money other) {
        return new Money(yuan.add(other.yuan));
    }

    public Money minus(Money other) {
        return new Money(yuan.subtract(other.yuan));
    }

    public Money times(long factor) {
        return new Money(yuan.multiply(BigDecimal.valueOf(factor)));
    }

    public Money negated() {
        return new Money(yuan.negate());
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isPositive() {
        return yuan.signum() > 0;
    }

    public boolean isNegative() {
        return yuan.signum() < 0;
    }

    public boolean isZero() {
        return yuan.signum() == 0;
    }

    public static Money sum(Iterable<Money> amounts) {
        Money sum = ZERO;
        for (Money amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    @Override
    public int compareTo(Money other) {
        return yuan.compareTo(other.yuan);
    }

    @JsonValue
    @Override
    public String toString() {
        return yuan.toPlainString();
    }
}
