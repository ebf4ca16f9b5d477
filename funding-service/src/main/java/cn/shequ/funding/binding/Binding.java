package cn.shequ.funding.binding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Binds personal data and free text to events that must not hold them: HMAC-SHA-256 with a random 128-bit salt over the
 * record in RFC 8785 form. Who is shown record and salt can check them against the event; without both it says nothing.
 */
@ApplicationScoped
public class Binding {

    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper mapper;

    Binding(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** A new salt. */
    public byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /** The commitment to a record, in hexadecimal. */
    public String of(Map<String, Object> record, byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(canonical(record)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private byte[] canonical(Map<String, Object> record) {
        try {
            return new JsonCanonicalizer(mapper.writeValueAsString(record)).getEncodedUTF8();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a record that can be written", e);
        } catch (IOException e) {
            throw new IllegalStateException("JSON has a canonical form", e);
        }
    }
}
