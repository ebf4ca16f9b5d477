package cn.shequ.kit.verify;

import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.Redaction;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads the hash that a redacted line states. */
final class Redactions {

    private static final String LEAF = "\"leafHash\":\"";
    private static final int HEX_DIGITS = 2 * Hash.BYTES;
    private static final byte[] ENDING = ",\"redacted\":true}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private Redactions() {}

    /** The leaf hash, or null when the line is not the redacted form of the event of that number. */
    static @Nullable Hash leafOf(LinePiece piece, int line, long sequence) {
        if (!piece.endsWith(line, ENDING)) {
            return null;
        }
        String text = piece.text(line);
        int at = text.indexOf(LEAF) + LEAF.length();
        if (at < LEAF.length() || text.length() < at + HEX_DIGITS) {
            return null;
        }
        try {
            Hash leaf = Hash.of(HexFormat.of().parseHex(text, at, at + HEX_DIGITS));
            return text.equals(Redaction.of(sequence, leaf)) ? leaf : null;
        } catch (IllegalArgumentException notHexadecimal) {
            return null;
        }
    }
}
