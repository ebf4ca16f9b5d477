package cn.shequ.admission.approvalform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-4")
class VerificationCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final String code = VerificationCode.drawn(new Random()).value();

    @Test
    void isTypedInAnyCaseWithOrWithoutHyphensAndWithTheLettersThatLookLikeDigits() {
        VerificationCode printed = new VerificationCode(code);
        assertThat(printed.grouped()).matches("[0-9A-Z]{5}(-[0-9A-Z]{5}){3}");
        String careless = " "
                + printed.grouped().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l') + " ";
        assertThat(VerificationCode.typed(careless)).contains(printed);
        assertThat(VerificationCode.typed(code)).contains(printed);
    }

    @RepeatedTest(20)
    void oneWrongCharacterIsNoticed() {
        for (int i = 0; i < code.length(); i++) {
            for (char other : ALPHABET.toCharArray()) {
                String typed = code.substring(0, i) + other + code.substring(i + 1);
                assertThat(VerificationCode.typed(typed).isPresent()).as(typed).isEqualTo(typed.equals(code));
            }
        }
    }

    @RepeatedTest(20)
    void twoCharactersInEachOthersPlaceAreNoticed() {
        for (int i = 0; i < code.length(); i++) {
            for (int j = i + 1; j < code.length(); j++) {
                StringBuilder typed = new StringBuilder(code);
                typed.setCharAt(i, code.charAt(j));
                typed.setCharAt(j, code.charAt(i));
                assertThat(VerificationCode.typed(typed.toString()).isPresent())
                        .as(typed.toString())
                        .isEqualTo(typed.toString().equals(code));
            }
        }
    }

    @Test
    void whatIsNoCodeIsMistypedAndCannotExist() {
        for (String typed : new String[] {"", "0", code + "0", code.substring(1), code.replaceFirst(".", "U"), "验证码"}) {
            assertThat(VerificationCode.typed(typed)).as(typed).isEmpty();
            assertThatThrownBy(() -> new VerificationCode(typed)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
