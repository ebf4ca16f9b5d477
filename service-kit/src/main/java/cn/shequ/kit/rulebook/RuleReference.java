package cn.shequ.kit.rulebook;

import cn.shequ.kit.division.DivisionCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names one row of the rulebook, whatever is decided later: {@code id@version} a row of the product, {@code id@version/division}
 * a local rule of that division, of which each counts its versions on its own.
 */
public record RuleReference(
        String id, int version, @Nullable DivisionCode division) {

    private static final Pattern WRITTEN = Pattern.compile("([^@/]+)@([1-9][0-9]{0,9})(?:/([1-9][0-9]{11}))?");

    /** @throws IllegalArgumentException when it is not written as one */
    public static RuleReference of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no reference of a rule: " + written);
        }
        String division = parts.group(3);
        return new RuleReference(
                parts.group(1), Integer.parseInt(parts.group(2)), division == null ? null : DivisionCode.of(division));
    }

    /** As a decision stores it. */
    @Override
    public String toString() {
        String row = id + "@" + version;
        return division == null ? row : row + "/" + division;
    }
}
