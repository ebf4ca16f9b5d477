package cn.shequ.kit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of an Ed25519 key that signs notes. Its text, {@code name+hash+key}, is what is published out of
 * band (C2SP signed-note, "verifier keys").
 */
public final class NoteKey {
    static final byte ED25519 = 1;

    private static final int RAW_KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;

    private NoteKey(String name, byte[] raw) {
        if (name.isEmpty() || name.chars().anyMatch(c -> Character.isWhitespace(c) || c == '+')) {
            throw new IllegalArgumentException("A key's name has neither spaces nor plus signs: " + name);
        }
        if (raw.length != RAW_KEY_BYTES) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes, not " + raw.length);
        }
        this.name = name;
        this.raw = raw;
    }

    public static NoteKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (!Arrays.equals(X509_PREFIX, Arrays.copyOf(encoded, X509_PREFIX.length))) {
            throw new IllegalArgumentException("Not an Ed25519 key: " + key.getAlgorithm());
        }
        return new NoteKey(name, Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length));
    }

    public static NoteKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length == 0 || typed[0] != ED25519) {
            throw new IllegalArgumentException("Not the text of an Ed25519 note key: " + text);
        }
        NoteKey key = new NoteKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.hash().equals(parts[1])) {
            throw new IllegalArgumentException("The hash in the key's text does not belong to the key: " + text);
        }
        return key;
    }

    public String name() {
        return name;
    }

    /** The eight hex digits by which a key is called. */
    public String hash() {
        return HexFormat.of().formatHex(id());
    }

    /** The algorithm byte and the key, in base64. */
    public String publicKey() {
        byte[] typed = ByteBuffer.allocate(1 + raw.length).put(ED25519).put(raw).array();
        return Base64.getEncoder().encodeToString(typed);
    }

    /** Whether this key signed the note. Signatures of other keys are none of its business. */
    public boolean signed(SignedNote note) {
        return note.signatures().stream().anyMatch(signature -> made(signature, note.text()));
    }

    /** Whether a signature of the note claims to be this key's. */
    public boolean isNamedBy(SignedNote note) {
        return note.signatures().stream().anyMatch(this::isNamedBy);
    }

    private boolean isNamedBy(SignedNote.Signature signature) {
        try {
            byte[] bytes = signature.bytes();
            return signature.keyName().equals(name)
                    && bytes.length > ID_BYTES
                    && Arrays.equals(id(), Arrays.copyOf(bytes, ID_BYTES));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private boolean made(SignedNote.Signature signature, String text) {
        if (!isNamedBy(signature)) {
            return false;
        }
        try {
            byte[] bytes = signature.bytes();
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509())));
            ed25519.update(text.getBytes(UTF_8));
            return ed25519.verify(bytes, ID_BYTES, bytes.length - ID_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(UTF_8));
            digest.update(ED25519);
            return Arrays.copyOf(digest.digest(raw), ID_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("Every Java platform has SHA-256", impossible);
        }
    }

    private byte[] x509() {
        return ByteBuffer.allocate(X509_PREFIX.length + raw.length)
                .put(X509_PREFIX)
                .put(raw)
                .array();
    }

    @Override
    public String toString() {
        return name + "+" + hash() + "+" + publicKey();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that && name.equals(that.name) && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(raw);
    }
}
