package cn.shequ.admission.burden;

import java.text.Normalizer;
import java.util.Locale;

/** The name of a field on a form. */
final class FieldName {

    private FieldName() {}

    /** Letters and digits alone: two names that differ in spaces, signs, width or case only ask for the same. */
    static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
