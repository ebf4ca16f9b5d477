package cn.shequ.workforce.personaldata;

import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of this installation: one encryption key per version, of which the highest encrypts and all decrypt, and
 * one key for the hash by which an identity number is found.
 */
public final class PersonalDataKeys {

    private static final int BYTES = 32;

    private final NavigableMap<Integer, SecretKey> encryption;
    private final SecretKey lookup;

    private PersonalDataKeys(NavigableMap<Integer, SecretKey> encryption, SecretKey lookup) {
        this.encryption = encryption;
        this.lookup = lookup;
    }

    /**
     * @param versioned each {@code <version>:<32 bytes in Base64>}
     * @param lookup 32 bytes in Base64
     * @throws IllegalArgumentException when a key is missing or malformed; the message does not repeat it
     */
    public static PersonalDataKeys of(List<String> versioned, String lookup) {
        NavigableMap<Integer, SecretKey> encryption = new TreeMap<>();
        for (String each : versioned) {
            String[] parts = each.strip().split(":", 2);
            if (parts.length != 2 || !parts[0].matches("[1-9][0-9]{0,3}")) {
                throw new IllegalArgumentException("a personal data key is written <version>:<Base64>");
            }
            if (encryption.put(Integer.valueOf(parts[0]), key(parts[1], "AES")) != null) {
                throw new IllegalArgumentException("personal data key " + parts[0] + " is given twice");
            }
        }
        if (encryption.isEmpty()) {
            throw new IllegalArgumentException("there is no personal data key");
        }
        return new PersonalDataKeys(encryption, key(lookup, "HmacSHA256"));
    }

    private static SecretKey key(String base64, String algorithm) {
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a personal data key has " + BYTES + " bytes, not " + bytes.length);
        }
        return new SecretKeySpec(bytes, algorithm);
    }

    int newest() {
        return encryption.lastKey();
    }

    SecretKey encryption(int version) {
        SecretKey key = encryption.get(version);
        if (key == null) {
            throw new IllegalStateException("personal data key " + version + " is not configured here");
        }
        return key;
    }

    SecretKey lookup() {
        return lookup;
    }
}
