package cn.shequ.admission.duty;

import java.util.regex.Pattern;

/** The code of an entry in one of the city's catalogues, such as {@code CIVIL_MEDIATION}. */
public final class CatalogueCode {

    public static final String FORM = "[A-Z][A-Z0-9_]{0,63}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private CatalogueCode() {}

    /** @throws IllegalArgumentException when the text is no such code */
    public static String of(String text) {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
