package cn.shequ.localstack.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The password {@code demo} as Keycloak keeps passwords. In plain it would be refused by the realm's policy; what is hashed
 * already cannot be judged. The hash is cheap and its salt known: everybody may know this password.
 */
final class DemonstrationPassword {

    static final String VALUE = "demo";

    private static final byte[] SALT = "shequ-demonstration".getBytes(StandardCharsets.UTF_8);
    private static final int ITERATIONS = 1_000;
    private static final int BITS = 512;
    private static final String HASH = hash();

    private DemonstrationPassword() {}

    static Map<String, Object> credential() {
        return new Fields()
                .and("type", "password")
                .and("credentialData", """
                        {"algorithm":"pbkdf2-sha512","hashIterations":%d}""".formatted(ITERATIONS))
                .and("secretData", """
                        {"value":"%s","salt":"%s"}""".formatted(HASH, base64(SALT)))
                .values();
    }

    private static String hash() {
        try {
            PBEKeySpec spec = new PBEKeySpec(VALUE.toCharArray(), SALT, ITERATIONS, BITS);
            return base64(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
