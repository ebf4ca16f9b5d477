package cn.shequ.kit.locale;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two languages of the suite; a reader who asks for neither gets Chinese. */
public final class ReaderLanguage {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    /** As programs ask, and what needs no parsing. */
    private static final Map<String, Locale> PLAIN = Map.of("zh-CN", CHINESE, "zh", CHINESE, "en", ENGLISH);

    private ReaderLanguage() {}

    /** The better of the two for an {@code Accept-Language} header, which may be missing or nonsense. */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return CHINESE;
        }
        Locale plain = PLAIN.get(acceptLanguage);
        if (plain != null) {
            return plain;
        }
        try {
            String asked = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), List.of("zh", "en"));
            return "en".equals(asked) ? ENGLISH : CHINESE;
        } catch (IllegalArgumentException nonsense) {
            return CHINESE;
        }
    }
}
