package cn.shequ.workforce.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.workforce.citizen.CitizenIdentityNumber;
import cn.shequ.workforce.personaldata.PersonalDataKeys;
import cn.shequ.workforce.personaldata.Vault;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonSealTest {

    private static final UUID VOLUNTEER = UUID.fromString("019a9c5e-0000-7000-8000-000000000001");
    private static final CitizenIdentityNumber NUMBER = CitizenIdentityNumber.of("11010519491231002X");
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final PersonSeal seal = new PersonSeal(new Vault(PersonalDataKeys.of(List.of("1:" + KEY), KEY)));

    @Test
    void a_person_comes_back_as_sealed() {
        assertComesBack(new Person("𠮷野·阿依古丽", NUMBER, "13812345678", null));
    }

    @Test
    void a_minor_comes_back_with_the_guardian() {
        assertComesBack(new Person("张小梅", NUMBER, "13812345678", new Guardian("张大山", "13912345679")));
    }

    @Test
    void the_longest_person_fits_into_the_column() {
        String longest = "𠮷".repeat(25);
        Person person = new Person(longest, NUMBER, "13812345678", new Guardian(longest, "13912345679"));
        assertThat(seal.seal(VOLUNTEER, person).person().bytes()).hasSizeBetween(29, 4096);
    }

    private void assertComesBack(Person person) {
        assertThat(seal.open(VOLUNTEER, seal.seal(VOLUNTEER, person).person())).isEqualTo(person);
    }
}
