package cn.shequ.kit.locale;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Texts from resource bundles, with named places such as {@code ${required}}. */
public final class Messages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private record Bundle(String name, Locale locale) {}

    private static final Map<Bundle, Map<String, Template>> BUNDLES = new ConcurrentHashMap<>();

    private Messages() {}

    /** @throws MissingResourceException when the bundle has no such text; tests see to it that it has */
    public static String text(String bundle, Locale locale, String key, Map<String, ?> values) {
        return text(bundle, locale, key, place -> {
            Object value = values.get(place);
            return value == null ? null : value.toString();
        });
    }

    /**
     * The same where values cost something: only those are asked for that the text has a place for.
     *
     * @throws MissingResourceException as above
     */
    public static String text(String bundle, Locale locale, String key, Function<String, @Nullable String> values) {
        Template text = bundle(bundle, locale).get(key);
        if (text == null) {
            throw new MissingResourceException(bundle + " has no text " + key, bundle, key);
        }
        return text.with(values);
    }

    public static boolean has(String bundle, Locale locale, String key) {
        return bundle(bundle, locale).containsKey(key);
    }

    private static Map<String, Template> bundle(String name, Locale locale) {
        return BUNDLES.computeIfAbsent(new Bundle(name, locale), Messages::read);
    }

    private static Map<String, Template> read(Bundle bundle) {
        ResourceBundle texts = ResourceBundle.getBundle(
                bundle.name(), bundle.locale(), Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
        Map<String, Template> templates = new HashMap<>();
        texts.keySet().forEach(key -> templates.put(key, Template.of(texts.getString(key))));
        return Map.copyOf(templates);
    }
}
