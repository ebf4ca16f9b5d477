package cn.shequ.kit.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    void aConstantIsSaidByItsWordAndByItsNameWhereThereIsNone() {
        assertThat(painted(ReaderLanguage.ENGLISH, Colour.RED)).isEqualTo("Painted in bright red.");
        assertThat(painted(ReaderLanguage.CHINESE, Colour.RED)).isEqualTo("涂成大红。");
        assertThat(painted(ReaderLanguage.ENGLISH, Colour.GREEN)).isEqualTo("Painted in GREEN.");
    }

    @Test
    void severalAreSaidOneAfterTheOther() {
        List<Object> several = List.of(Colour.RED, "#00f");
        assertThat(painted(ReaderLanguage.ENGLISH, several)).isEqualTo("Painted in bright red, #00f.");
        assertThat(painted(ReaderLanguage.CHINESE, several)).isEqualTo("涂成大红、#00f。");
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

    private enum Colour {
        RED,
        GREEN
    }

    private static String painted(Locale language, Object colour) {
        return Messages.text("messages/probe", language, "painted", Map.of("colour", colour));
    }

    private static String text(Map<String, ?> values) {
        return Messages.text(BUNDLE, ReaderLanguage.ENGLISH, KEY, values);
    }
}
