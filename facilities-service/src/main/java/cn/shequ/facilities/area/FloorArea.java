package cn.shequ.facilities.area;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A floor area in square metres with two decimals; in JSON a decimal string such as {@code "599.99"}. */
@Schema(type = SchemaType.STRING, pattern = "^(0|[1-9][0-9]{0,6})(\\.[0-9]{1,2})?$", examples = "599.99")
public record FloorArea(BigDecimal squareMetres) implements Comparable<FloorArea> {

    public static final FloorArea NONE = new FloorArea(BigDecimal.ZERO);

    private static final int MOST_DIGITS = 12;
    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,6})(\\.[0-9]{1,2})?");

    public FloorArea {
        if (squareMetres.signum() < 0 || squareMetres.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("an area is not negative and has at most two decimals");
        }
        squareMetres = squareMetres.setScale(2);
        if (squareMetres.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException("an area has at most " + MOST_DIGITS + " digits");
        }
    }

    /** Reads a plain decimal string of less than ten million square metres. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FloorArea of(String decimal) {
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new IllegalArgumentException("an area is a decimal string like 599.99, not: " + decimal);
        }
        return new FloorArea(new BigDecimal(decimal));
    }

    public FloorArea plus(FloorArea other) {
        return new FloorArea(squareMetres.add(other.squareMetres));
    }

    /** What is missing to the other area; none when this is as large. */
    public FloorArea missingTo(FloorArea required) {
        return compareTo(required) >= 0 ? NONE : new FloorArea(required.squareMetres.subtract(squareMetres));
    }

    public boolean isNone() {
        return squareMetres.signum() == 0;
    }

    @Override
    public int compareTo(FloorArea other) {
        return squareMetres.compareTo(other.squareMetres);
    }

    @JsonValue
    @Override
    public String toString() {
        return squareMetres.toPlainString();
    }
}
