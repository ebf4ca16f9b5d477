package cn.shequ.workforce.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals and opens personal data (AES-256-GCM). What was sealed for one owner does not open for another, so rows
 * cannot be exchanged behind the service's back.
 */
public final class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final PersonalDataKeys keys;
    private final SecureRandom random = new SecureRandom();

    public Vault(PersonalDataKeys keys) {
        this.keys = keys;
    }

    /** Encrypts with the newest key and a fresh nonce. */
    public Sealed seal(UUID owner, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        int version = keys.newest();
        byte[] encrypted = run(Cipher.ENCRYPT_MODE, version, owner, nonce, plain);
        return new Sealed(
                version,
                ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                        .put(nonce)
                        .put(encrypted)
                        .array());
    }

    /** @throws IllegalStateException when it was altered, is another owner's, or its key is not configured */
    public byte[] open(UUID owner, Sealed sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed.bytes());
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] encrypted = new byte[bytes.remaining()];
        bytes.get(encrypted);
        return run(Cipher.DECRYPT_MODE, sealed.keyVersion(), owner, nonce, encrypted);
    }

    /** Equal texts have equal hashes under one key; without the key it says nothing (HMAC-SHA-256). */
    public byte[] lookupHash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.lookup());
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] run(int mode, int version, UUID owner, byte[] nonce, byte[] input) {
        SecretKey key = keys.encryption(version);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((version + ":" + owner).getBytes(UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal data of " + owner + " cannot be opened or sealed", e);
        }
    }
}
