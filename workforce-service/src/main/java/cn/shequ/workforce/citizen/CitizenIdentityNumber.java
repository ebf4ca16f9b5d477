package cn.shequ.workforce.citizen;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/**
 * A citizen identity number (公民身份号码) by GB 11643-1999: six digits of the place, eight of the birth date, three in
 * sequence, and a check character that proves the others. A number that does not prove cannot exist here.
 *
 * <p>Not a record on purpose: nothing that prints, binds or serialises records gets hold of the digits.
 */
public final class CitizenIdentityNumber {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final String digits;
    private final LocalDate birthDate;

    private CitizenIdentityNumber(String digits, LocalDate birthDate) {
        this.digits = digits;
        this.birthDate = birthDate;
    }

    /** @throws IllegalArgumentException when it is no such number; the message does not repeat it */
    public static CitizenIdentityNumber of(String text) {
        String digits = text.replace('x', 'X');
        if (!SHAPE.matcher(digits).matches() || digits.charAt(17) != checkCharacter(digits)) {
            throw new IllegalArgumentException("not a citizen identity number");
        }
        try {
            return new CitizenIdentityNumber(digits, LocalDate.parse(digits.substring(6, 14), DAY));
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException("not a citizen identity number", noSuchDay);
        }
    }

    /** The character that belongs to the first 17 digits (ISO 7064, MOD 11-2). */
    public static char checkCharacter(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    /** Full years on a day; a birthday counts from its first hour. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    /** All 18 characters, for encryption and the keyed hash only. */
    public String reveal() {
        return digits;
    }

    /** First and last character: neither birth date nor place can be read off it. */
    public String masked() {
        return digits.charAt(0) + "*".repeat(16) + digits.charAt(17);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CitizenIdentityNumber number && number.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
