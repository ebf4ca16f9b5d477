package cn.shequ.workforce.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.workforce.citizen.CitizenIdentityNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({"张小梅, 张**", "李四, 李*", "王, 王", "𠮷野, 𠮷*"})
    void a_name_shows_its_first_character(String name, String shown) {
        assertThat(Masked.name(name)).isEqualTo(shown);
    }

    @Test
    void a_phone_shows_its_network_and_last_four_digits() {
        assertThat(Masked.phone("13812345678")).isEqualTo("138****5678");
    }

    @Test
    void printing_a_person_shows_nothing_else() {
        Person person = new Person(
                "张小梅",
                CitizenIdentityNumber.of("11010519491231002X"),
                "13812345678",
                new Guardian("张大山", "13912345679"));
        assertThat(person.toString() + person.guardian())
                .contains("张**", "138****5678")
                .doesNotContain("小梅", "大山", "1949", "1234");
    }
}
