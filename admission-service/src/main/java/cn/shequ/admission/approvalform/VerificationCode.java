package cn.shequ.admission.approvalform;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The code on a print: twenty characters of Crockford's alphabet, which has no I, L, O and U. Nineteen are drawn by lot
 * (95 bits), so that nobody guesses one; the last checks them, so that a wrong character or two that changed places are
 * noticed.
 */
public record VerificationCode(String value) {

    static final int LENGTH = 20;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 5;

    /** x⁵ + x² + 1, by which the thirty-two characters are a field. */
    private static final int POLYNOMIAL = 0b100101;

    public VerificationCode {
        if (value.length() != LENGTH || weighed(value) != 0) {
            throw new IllegalArgumentException("not a verification code");
        }
    }

    static VerificationCode drawn(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH);
        random.ints(LENGTH - 1, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt).forEach(code::append);
        return new VerificationCode(
                code.append(ALPHABET.charAt(weighed(code + "0"))).toString());
    }

    /** As somebody types it off a print: in any case, with or without hyphens; empty when it is mistyped. */
    static Optional<VerificationCode> typed(String typed) {
        String code = typed.replaceAll("[\\s\\-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return code.length() == LENGTH && weighed(code) == 0
                ? Optional.of(new VerificationCode(code))
                : Optional.empty();
    }

    /** As it is printed: {@code XXXXX-XXXXX-XXXXX-XXXXX}. */
    String grouped() {
        return String.join("-", value.split("(?<=\\G.{" + GROUP + "})"));
    }

    /**
     * Zero where the last character belongs to the others. Each character counts with another power of x, so that a single
     * wrong one, or two in each other's place, never give zero; nor does a character that is none of the alphabet.
     */
    private static int weighed(String code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            int digit = ALPHABET.indexOf(code.charAt(i));
            if (digit < 0) {
                return -1;
            }
            sum <<= 1;
            sum = sum >= ALPHABET.length() ? sum ^ POLYNOMIAL : sum;
            sum ^= digit;
        }
        return sum;
    }
}
