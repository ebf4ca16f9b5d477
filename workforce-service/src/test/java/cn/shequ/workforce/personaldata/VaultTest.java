package cn.shequ.workforce.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final UUID OWNER = UUID.fromString("019a9c5e-0000-7000-8000-000000000001");
    private static final UUID ANOTHER = UUID.fromString("019a9c5e-0000-7000-8000-000000000002");
    private static final byte[] SECRET = "张小梅".getBytes(UTF_8);
    private static final String FIRST = "1:" + key(1);
    private static final String SECOND = "2:" + key(2);

    private final Vault vault = vault(FIRST);

    @Test
    void what_was_sealed_for_an_owner_opens_for_that_owner() {
        assertThat(vault.open(OWNER, vault.seal(OWNER, SECRET))).isEqualTo(SECRET);
    }

    @Test
    void what_was_sealed_for_an_owner_opens_for_nobody_else() {
        Sealed sealed = vault.seal(OWNER, SECRET);
        assertThatIllegalStateException().isThrownBy(() -> vault.open(ANOTHER, sealed));
    }

    @Test
    void a_change_of_any_bit_is_noticed() {
        Sealed sealed = vault.seal(OWNER, SECRET);
        for (int bit = 0; bit < sealed.bytes().length * 8; bit++) {
            byte[] changed = sealed.bytes().clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatIllegalStateException()
                    .as("bit " + bit)
                    .isThrownBy(() -> vault.open(OWNER, new Sealed(1, changed)));
        }
    }

    @Test
    void the_same_is_sealed_differently_each_time() {
        assertThat(vault.seal(OWNER, SECRET).bytes())
                .isNotEqualTo(vault.seal(OWNER, SECRET).bytes());
    }

    @Test
    void after_a_new_key_the_old_one_still_opens_and_the_new_one_seals() {
        Sealed old = vault.seal(OWNER, SECRET);
        Vault rotated = vault(FIRST, SECOND);
        assertThat(rotated.open(OWNER, old)).isEqualTo(SECRET);
        assertThat(rotated.seal(OWNER, SECRET).keyVersion()).isEqualTo(2);
    }

    @Test
    void a_key_that_is_gone_is_named_by_its_version() {
        Sealed old = vault.seal(OWNER, SECRET);
        assertThatIllegalStateException()
                .isThrownBy(() -> vault(SECOND).open(OWNER, old))
                .withMessageContaining("key 1");
    }

    @Test
    void an_identity_is_found_by_its_hash_and_only_with_the_key() {
        assertThat(vault.lookupHash("11010519491231002X"))
                .hasSize(32)
                .isEqualTo(vault(FIRST, SECOND).lookupHash("11010519491231002X"))
                .isNotEqualTo(vault.lookupHash("110105194912310038"))
                .isNotEqualTo(new Vault(PersonalDataKeys.of(List.of(FIRST), key(8))).lookupHash("11010519491231002X"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "one:AAAA", "1:AAAA", "0:" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void a_malformed_key_is_refused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> PersonalDataKeys.of(List.of(key), key(9)));
    }

    @Test
    void two_keys_of_one_version_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonalDataKeys.of(List.of(FIRST, "1:" + key(3)), key(9)))
                .withMessageContaining("twice");
    }

    private static Vault vault(String... keys) {
        return new Vault(PersonalDataKeys.of(List.of(keys), key(9)));
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
