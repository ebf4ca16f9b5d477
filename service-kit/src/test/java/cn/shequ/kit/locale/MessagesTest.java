package cn.shequ.kit.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final String BUNDLE = "messages/http";
    private static final String KEY = "field.not-a-value";

    @Test
    void placesAreFilled() {
        assertThat(text(Map.of("value", 17, "type", "12 digits")))
                .isEqualTo("\"17\" is not a valid value (12 digits).");
    }

    @Test
    void whatACallerWroteIsNotLookedThroughForPlaces() {
        assertThat(text(Map.of("value", "${value}", "type", "${type}")))
                .isEqualTo("\"${value}\" is not a valid value (${type}).");
    }

    @Test
    void aPlaceWithoutAValueStays() {
        assertThat(text(Map.of("value", "x"))).isEqualTo("\"x\" is not a valid value (${type}).");
    }

    @Test
    void onlyTheValuesOfPlacesAreAskedFor() {
        List<String> asked = new ArrayList<>();
        Messages.text(BUNDLE, ReaderLanguage.CHINESE, KEY, name -> {
            asked.add(name);
            return name;
        });
        assertThat(asked).containsExactly("value", "type");
    }

    @Test
    void thereIsNoTextWithoutAKey() {
        assertThat(Messages.has(BUNDLE, ReaderLanguage.ENGLISH, "none")).isFalse();
        assertThatThrownBy(() -> Messages.text(BUNDLE, ReaderLanguage.ENGLISH, "none", Map.of()))
                .isInstanceOf(MissingResourceException.class);
    }

    private static String text(Map<String, ?> values) {
        return Messages.text(BUNDLE, ReaderLanguage.ENGLISH, KEY, values);
    }
}
