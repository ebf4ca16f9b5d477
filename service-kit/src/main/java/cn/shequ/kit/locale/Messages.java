package cn.shequ.kit.locale;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts from resource bundles, with named places such as {@code ${required}}. */
public final class Messages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private record Bundle(String name, Locale locale) {}

    private static final Map<Bundle, Map<String, Template>> BUNDLES = new ConcurrentHashMap<>();

    private Messages() {}

    /**
     * A text with its values; a constant of an enum is said by its {@link #word}.
     *
     * @throws MissingResourceException when the bundle has no such text; tests see to it that it has
     */
    public static String text(String bundle, Locale locale, String key, Map<String, ?> values) {
        return text(bundle, locale, key, place -> {
            Object value = values.get(place);
            return value == null ? null : shown(bundle, locale, value);
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

    /** What a reader calls a constant; its name, where the bundle has no word for it. */
    public static String word(String bundle, Locale locale, Enum<?> constant) {
        String key = wordKey(constant);
        return has(bundle, locale, key) ? text(bundle, locale, key, Map.of()) : constant.name();
    }

    /** {@code word.DemandExemption.Stage.REQUESTED}: the type as its package knows it, and the constant. */
    public static String wordKey(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        String inPackage = type.getName().substring(type.getPackageName().length() + 1);
        return "word." + inPackage.replace('$', '.') + "." + constant.name();
    }

    private static String shown(String bundle, Locale locale, Object value) {
        return switch (value) {
            case Enum<?> constant -> word(bundle, locale, constant);
            case Collection<?> several ->
                several.stream()
                        .map(each -> shown(bundle, locale, each))
                        .collect(Collectors.joining(ReaderLanguage.ENGLISH.equals(locale) ? ", " : "、"));
            default -> value.toString();
        };
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
