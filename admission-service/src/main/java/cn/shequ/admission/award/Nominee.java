package cn.shequ.admission.award;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who can get an award: a community or another division by its 12 digits, a body by its unified social credit code. */
@Schema(type = SchemaType.STRING, pattern = "^([1-9][0-9]{11}|[0-9A-HJ-NPQRTUWXY]{18})$", examples = "220102001001")
public record Nominee(@JsonValue String value) implements Comparable<Nominee> {

    private static final int DIGITS_OF_DIVISION = 12;

    @JsonCreator
    public Nominee {
        if (value.length() == DIGITS_OF_DIVISION) {
            DivisionCode.of(value);
        } else {
            CreditCode.of(value);
        }
    }

    public static Nominee of(DivisionCode division) {
        return new Nominee(division.value());
    }

    public static Nominee of(CreditCode body) {
        return new Nominee(body.value());
    }

    /** Its credit code; null when it is a division. */
    public @Nullable CreditCode body() {
        return value.length() == DIGITS_OF_DIVISION ? null : CreditCode.of(value);
    }

    @Override
    public int compareTo(Nominee other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
