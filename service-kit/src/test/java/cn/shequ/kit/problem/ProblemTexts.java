package cn.shequ.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.locale.ReaderLanguage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that a service says each of its refusals in both languages, with the same figures. */
public final class ProblemTexts {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z]+)}");
    /** {@code Art. 4}, {@code Art. 4 and 5}; 第4条, 第4、5条. */
    private static final Pattern ARTICLES = Pattern.compile("Art\\. \\d+(?:(?:, | and )\\d+)*|第\\d+(?:[、和]\\d+)*条");

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    public static <E extends Enum<E> & ProblemCode> void areComplete(Class<E> codes) {
        String bundle = codes.getEnumConstants()[0].bundle();
        ResourceBundle chinese = bundle(bundle, ReaderLanguage.CHINESE);
        ResourceBundle english = bundle(bundle, ReaderLanguage.ENGLISH);
        assertThat(chinese.keySet()).as("texts in both languages").isEqualTo(english.keySet());
        for (E code : codes.getEnumConstants()) {
            for (String part : new String[] {".title", ".detail"}) {
                String key = code.code() + part;
                assertThat(chinese.containsKey(key)).as(key).isTrue();
            }
        }
        for (String key : chinese.keySet()) {
            assertThat(places(chinese.getString(key))).as(key).isEqualTo(places(english.getString(key)));
        }
        Set<String> known =
                Arrays.stream(codes.getEnumConstants()).map(ProblemCode::code).collect(Collectors.toSet());
        assertThat(chinese.keySet())
                .as("no text without a refusal")
                .allMatch(key -> key.startsWith("field.")
                        || key.startsWith("word.")
                        || known.contains(key.substring(0, key.lastIndexOf('.'))));
    }

    /** The articles that the texts of a refusal name. */
    public static Set<Integer> articles(ProblemCode code, Locale locale) {
        ResourceBundle texts = bundle(code.bundle(), locale);
        return articles(texts.getString(code.code() + ".title") + " " + texts.getString(code.code() + ".detail"));
    }

    /** The texts of single fields, with the articles that each of them names. */
    public static Map<String, Set<Integer>> articlesOfFields(String bundle, Locale locale) {
        ResourceBundle texts = bundle(bundle, locale);
        return texts.keySet().stream()
                .filter(key -> key.startsWith("field."))
                .collect(Collectors.toMap(
                        key -> key.substring("field.".length()), key -> articles(texts.getString(key))));
    }

    /** The words of a bundle for constants, by their keys. */
    public static Set<String> wordKeys(String bundle, Locale locale) {
        return bundle(bundle, locale).keySet().stream()
                .filter(key -> key.startsWith("word."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> articles(String text) {
        return ARTICLES.matcher(text)
                .results()
                .flatMap(named -> NUMBER.matcher(named.group()).results())
                .map(number -> Integer.valueOf(number.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, ProblemTexts.class.getClassLoader(), NO_FALLBACK);
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
