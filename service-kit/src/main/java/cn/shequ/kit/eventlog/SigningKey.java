package cn.shequ.kit.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log's Ed25519 key in a PEM file: the private half as PKCS#8 and the public half beside it. Only the owner may
 * read the file, because a temporary file is made so and then moved into place.
 */
final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([^-]+)-----END \\1 KEY-----");

    private SigningKey() {}

    static Optional<KeyPair> open(Path file) {
        return KeptFile.read(file).map(pem -> {
            try {
                return parse(pem);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IllegalStateException("not an Ed25519 key with both halves: " + file, e);
            }
        });
    }

    /** Several may ask at once when there is no file yet, such as two looks at the health: all get the same key. */
    static KeyPair openOrMake(Path file) {
        return open(file).orElseGet(() -> {
            make(file);
            return open(file).orElseThrow();
        });
    }

    private static void make(Path file) {
        try {
            KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            KeptFile.makeOnce(file, text(made));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform of today has Ed25519", impossible);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair parse(String pem) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        PrivateKey secret = null;
        PublicKey open = null;
        for (Matcher block = BLOCK.matcher(pem); block.find(); ) {
            byte[] encoded = Base64.getMimeDecoder().decode(block.group(2));
            if (block.group(1).equals("PRIVATE")) {
                secret = factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } else {
                open = factory.generatePublic(new X509EncodedKeySpec(encoded));
            }
        }
        if (secret == null || open == null) {
            throw new GeneralSecurityException("a half is missing");
        }
        return new KeyPair(open, secret);
    }

    private static String text(KeyPair pair) {
        return block("PRIVATE", pair.getPrivate().getEncoded())
                + block("PUBLIC", pair.getPublic().getEncoded());
    }

    private static String block(String half, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + half + " KEY-----\n" + lines + "\n-----END " + half + " KEY-----\n";
    }
}
