package cn.shequ.kit.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A unified social credit code (统一社会信用代码) by GB 32100-2015: 18 characters, the last of which checks
 * the others. A code whose check character is wrong cannot exist.
 */
@Schema(type = SchemaType.STRING, pattern = "^[0-9A-HJ-NPQRTUWXY]{18}$", examples = "11220102DEM000014K")
public record CreditCode(@JsonValue String value) implements Comparable<CreditCode> {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final byte[] DIGITS = digits();
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    @JsonCreator
    public CreditCode {
        if (value.length() != WEIGHTS.length + 1 || value.charAt(WEIGHTS.length) != checkCharacter(value)) {
            throw new IllegalArgumentException("not a unified social credit code: " + value);
        }
    }

    public static CreditCode of(String value) {
        return new CreditCode(value);
    }

    /** The check character that belongs to the first 17 characters. */
    public static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            char character = code.charAt(i);
            int digit = character < DIGITS.length ? DIGITS[character] : -1;
            if (digit < 0) {
                throw new IllegalArgumentException("not a character of a credit code: " + character);
            }
            sum += digit * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** What each character of ASCII counts; less than nothing where it does not occur. */
    private static byte[] digits() {
        byte[] digits = new byte[128];
        Arrays.fill(digits, (byte) -1);
        for (int digit = 0; digit < ALPHABET.length(); digit++) {
            digits[ALPHABET.charAt(digit)] = (byte) digit;
        }
        return digits;
    }

    @Override
    public int compareTo(CreditCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
