package cn.shequ.funding.audit;

import cn.shequ.kit.merkle.Checkpoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What a sample follows from, chosen by nobody: SHA-256 over the root of the event log in Base64, a line feed, and the
 * audit's id. The entries of the population are then put in the order of SHA-256 over the seed in hexadecimal followed by
 * the entry's id, and the first {@code sampleSize} are the sample. Whoever has the signed checkpoint of that size and the
 * list of entries can draw it again with {@code sha256sum}.
 */
final class AuditSeed {

    private AuditSeed() {}

    /** In lower-case hexadecimal. */
    static String of(UUID audit, Checkpoint checkpoint) {
        return sha256(checkpoint.root().base64() + "\n" + audit);
    }

    /** An entry's place in the drawing; the lowest come first. */
    static String rank(String seed, UUID entry) {
        return sha256(seed + entry);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
