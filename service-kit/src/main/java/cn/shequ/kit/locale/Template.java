package cn.shequ.kit.locale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with named places such as {@code ${required}}, taken apart once. What stands in a place is never looked through
 * for places: it may be what a caller wrote.
 *
 * @param between what stands before, between and after the places
 * @param places their names, one less
 */
record Template(List<String> between, List<String> places) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    static Template of(String text) {
        List<String> between = new ArrayList<>();
        List<String> places = new ArrayList<>();
        int end = 0;
        for (Matcher place = PLACE.matcher(text); place.find(); end = place.end()) {
            between.add(text.substring(end, place.start()));
            places.add(place.group(1));
        }
        between.add(text.substring(end));
        return new Template(List.copyOf(between), List.copyOf(places));
    }

    /** A place for which there is no value stays as it is written. */
    String with(Function<String, @Nullable String> values) {
        StringBuilder text = new StringBuilder(between.getFirst());
        for (int i = 0; i < places.size(); i++) {
            String value = values.apply(places.get(i));
            text.append(value == null ? "${" + places.get(i) + "}" : value).append(between.get(i + 1));
        }
        return text.toString();
    }
}
