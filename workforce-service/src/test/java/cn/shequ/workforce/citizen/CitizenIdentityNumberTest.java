package cn.shequ.workforce.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.shequ.kit.RandomCases;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenIdentityNumberTest {

    @Test
    void a_number_tells_the_birth_date() {
        assertThat(CitizenIdentityNumber.of("11010519491231002X").birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
    }

    @Test
    void the_check_character_may_be_written_small() {
        assertThat(CitizenIdentityNumber.of("11010519491231002x"))
                .isEqualTo(CitizenIdentityNumber.of("11010519491231002X"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "110105194912310021",
                "11010519491231002",
                "11010519491231002XX",
                "01010519491231002X",
                "1101051949123100 2X",
                "１１０１０５19491231002X"
            })
    void what_does_not_prove_is_no_number(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CitizenIdentityNumber.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519490229002", "11010519491301002", "11010519490431002", "11010500000101002"})
    void a_day_that_never_was_is_no_birth_date(String body) {
        String proved = body + CitizenIdentityNumber.checkCharacter(body);
        if (body.startsWith("1101050000")) {
            // The calendar has a year 0; nobody alive was born in it, which the age shows.
            assertThat(CitizenIdentityNumber.of(proved).ageOn(LocalDate.of(2026, 1, 1)))
                    .isGreaterThan(2000);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> CitizenIdentityNumber.of(proved));
        }
    }

    @Test
    void one_wrong_digit_or_two_exchanged_are_always_noticed() {
        RandomCases.forAll(500, random -> {
            String number = TestNumbers.bornOn(LocalDate.ofEpochDay(random.nextInt(-10_000, 20_000)));
            int place = random.nextInt(1, 17);
            char wrong = (char) ('0' + (number.charAt(place) - '0' + random.nextInt(1, 10)) % 10);
            assertNotAccepted(number.substring(0, place) + wrong + number.substring(place + 1));
            if (number.charAt(place) != number.charAt(place - 1) && number.charAt(place) != '0') {
                assertNotAccepted(number.substring(0, place - 1)
                        + number.charAt(place)
                        + number.charAt(place - 1)
                        + number.substring(place + 1));
            }
        });
    }

    @Test
    void a_birthday_counts_from_its_first_hour() {
        CitizenIdentityNumber number = CitizenIdentityNumber.of(TestNumbers.bornOn(LocalDate.of(2008, 11, 23)));
        assertThat(number.ageOn(LocalDate.of(2026, 11, 22))).isEqualTo(17);
        assertThat(number.ageOn(LocalDate.of(2026, 11, 23))).isEqualTo(18);
    }

    @Test
    void printing_a_number_shows_neither_birth_date_nor_place() {
        assertThat(CitizenIdentityNumber.of("11010519491231002X")).hasToString("1****************X");
    }

    @Test
    void a_refusal_does_not_repeat_the_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CitizenIdentityNumber.of("110105194912310021"))
                .withMessageNotContaining("1949");
    }

    private static void assertNotAccepted(String text) {
        assertThatIllegalArgumentException().as(text).isThrownBy(() -> CitizenIdentityNumber.of(text));
    }
}
