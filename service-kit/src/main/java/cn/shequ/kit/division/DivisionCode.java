package cn.shequ.kit.division;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A statistical division code: 12 digits, of which the first 6 name the county-level unit, the next 3
 * the township-level unit and the last 3 the community. The code is a name, not a hierarchy: who lies
 * in whom is recorded in the territory, because units move, merge and split.
 */
@Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{11}$", examples = "220102001001")
public record DivisionCode(@JsonValue String value) implements Comparable<DivisionCode> {

    private static final int DIGITS = 12;

    @JsonCreator
    public DivisionCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("a division code has 12 digits, not: " + value);
        }
    }

    private static boolean isCode(String value) {
        if (value.length() != DIGITS || value.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    public static DivisionCode of(String value) {
        return new DivisionCode(value);
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
