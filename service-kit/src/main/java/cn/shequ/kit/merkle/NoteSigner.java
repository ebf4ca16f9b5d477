package cn.shequ.kit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

/** Signs notes with an Ed25519 key. */
public final class NoteSigner {
    private final NoteKey key;
    private final PrivateKey secret;

    public NoteSigner(String name, KeyPair pair) {
        this.key = NoteKey.of(name, pair.getPublic());
        this.secret = pair.getPrivate();
    }

    /** What a reader needs to check the signatures. */
    public NoteKey key() {
        return key;
    }

    public SignedNote sign(String text) {
        return new SignedNote(text, List.of(signature(text)));
    }

    /** One more signature for a note that others sign too. */
    public SignedNote.Signature signature(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(secret);
            ed25519.update(text.getBytes(UTF_8));
            byte[] signed = ed25519.sign();
            byte[] id = key.id();
            byte[] line = ByteBuffer.allocate(id.length + signed.length)
                    .put(id)
                    .put(signed)
                    .array();
            String base64 = Base64.getEncoder().encodeToString(line);
            return new SignedNote.Signature(key.name(), base64);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The log's key cannot sign", e);
        }
    }
}
