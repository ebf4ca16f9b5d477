package cn.shequ.funding.expenditure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Binds personal data to events that must not hold them: HMAC-SHA-256 with a random 128-bit salt over the record in
 * RFC 8785 form. Who is shown record and salt can check them against the event; without both it says nothing.
 */
@ApplicationScoped
class PayeeCommitment {

    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper mapper;

    PayeeCommitment(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /** The commitment in hexadecimal. */
    String to(UUID expenditure, NewExpenditure record, byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(canonical(expenditure, record)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private byte[] canonical(UUID expenditure, NewExpenditure record) {
        try {
            String json = mapper.writeValueAsString(Map.of(
                    "expenditure", expenditure,
                    "fund", record.fund(),
                    "category", record.category(),
                    "amount", record.amount(),
                    "payee", record.payee(),
                    "purpose", record.purpose(),
                    "evidence", record.evidence()));
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a record that can be written", e);
        } catch (IOException e) {
            throw new IllegalStateException("JSON has a canonical form", e);
        }
    }
}
