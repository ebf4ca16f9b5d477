package cn.shequ.kit.locale;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.apache.commons.text.StringSubstitutor;
import org.jspecify.annotations.Nullable;

/** Texts from resource bundles, with named places such as {@code ${required}}. */
public final class Messages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** @throws java.util.MissingResourceException when the bundle has no such text; tests see to it that it has */
    public static String text(String bundle, Locale locale, String key, Map<String, ?> values) {
        return new StringSubstitutor(values).replace(bundle(bundle, locale).getString(key));
    }

    /**
     * The same where values cost something: only those are asked for that the text has a place for.
     *
     * @throws java.util.MissingResourceException as above
     */
    public static String text(String bundle, Locale locale, String key, Function<String, @Nullable String> values) {
        return new StringSubstitutor(values::apply)
                .replace(bundle(bundle, locale).getString(key));
    }

    public static boolean has(String bundle, Locale locale, String key) {
        return bundle(bundle, locale).containsKey(key);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
    }
}
