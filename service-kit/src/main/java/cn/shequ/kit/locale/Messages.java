package cn.shequ.kit.locale;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.apache.commons.text.StringSubstitutor;

/** Texts from resource bundles, with named places such as {@code ${required}}. */
public final class Messages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** @throws java.util.MissingResourceException when the bundle has no such text; tests see to it that it has */
    public static String text(String bundle, Locale locale, String key, Map<String, ?> values) {
        return new StringSubstitutor(values).replace(bundle(bundle, locale).getString(key));
    }

    public static boolean has(String bundle, Locale locale, String key) {
        return bundle(bundle, locale).containsKey(key);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
    }
}
