package cn.shequ.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.shequ.kit.RandomCases;
import org.junit.jupiter.api.Test;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void aKnownCodeIsAccepted() {
        assertThat(CreditCode.of("91350100M000100Y43").value()).isEqualTo("91350100M000100Y43");
    }

    @Test
    void theCheckCharacterFindsEverySingleWrongCharacter() {
        RandomCases.forAll(300, random -> {
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < 17; i++) {
                code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            String valid = code.toString() + CreditCode.checkCharacter(code.toString());
            assertThat(CreditCode.of(valid)).hasToString(valid);

            int place = random.nextInt(18);
            char other = ALPHABET.charAt((ALPHABET.indexOf(valid.charAt(place)) + random.nextInt(1, 31)) % 31);
            String wrong = valid.substring(0, place) + other + valid.substring(place + 1);
            assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.of(wrong));
        });
    }

    @Test
    void lettersThatLookLikeDigitsAreNoCharactersOfACode() {
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.of("9135010OM000100Y43"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.of("short"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.of("９1350100M000100Y43"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.of("9135010局M000100Y43"));
    }
}
