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
        String template = ResourceBundle.getBundle(
                        bundle, locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK)
                .getString(key);
        return new StringSubstitutor(values).replace(template);
    }
}
