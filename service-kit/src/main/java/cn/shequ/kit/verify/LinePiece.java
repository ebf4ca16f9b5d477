package cn.shequ.kit.verify;

import cn.shequ.kit.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/** Some neighbouring lines of a bundle with their leaf hashes and the numbers they call themselves by. */
final class LinePiece {

    static final long NO_NUMBER = -1;

    private static final byte LEAF_PREFIX = 0;
    private static final byte[] NUMBER = "\"sequence\":".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DIGITS = 18;

    private final byte[] text;
    private final int[] ends;
    private final byte[] hashes;
    private final long[] numbers;

    private LinePiece(byte[] text, int[] ends) {
        this.text = text;
        this.ends = ends;
        this.hashes = new byte[ends.length * Hash.BYTES];
        this.numbers = new long[ends.length];
    }

    /**
     * Hashes the lines of a text.
     *
     * @param ends where each line ends, its newline not counted
     */
    static LinePiece hash(byte[] text, int[] ends) {
        LinePiece piece = new LinePiece(text, ends);
        MessageDigest sha256 = Sha256.digest();
        try {
            for (int i = 0; i < ends.length; i++) {
                sha256.update(LEAF_PREFIX);
                sha256.update(text, piece.start(i), ends[i] - piece.start(i));
                sha256.digest(piece.hashes, i * Hash.BYTES, Hash.BYTES);
                piece.numbers[i] = piece.ownNumber(i);
            }
        } catch (DigestException impossible) {
            throw new AssertionError("A SHA-256 hash has 32 bytes", impossible);
        }
        return piece;
    }

    int count() {
        return ends.length;
    }

    /** The hashes of all lines, one behind the other. */
    byte[] hashes() {
        return hashes;
    }

    Hash hash(int line) {
        return Hash.of(Arrays.copyOfRange(hashes, line * Hash.BYTES, (line + 1) * Hash.BYTES));
    }

    /** What the event says its number is. */
    long number(int line) {
        return numbers[line];
    }

    boolean is(int line, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(text, start(line), ends[line], bytes, 0, bytes.length);
    }

    boolean endsWith(int line, byte[] ending) {
        int from = ends[line] - ending.length;
        return from >= start(line) && Arrays.equals(text, from, ends[line], ending, 0, ending.length);
    }

    String text(int line) {
        return new String(text, start(line), ends[line] - start(line), StandardCharsets.UTF_8);
    }

    private int start(int line) {
        return line == 0 ? 0 : ends[line - 1] + 1;
    }

    /** Looked for from the end: in canonical form the number stands behind the data, which could hold the word too. */
    private long ownNumber(int line) {
        for (int at = ends[line] - NUMBER.length; at >= start(line); at--) {
            if (text[at] == '"' && Arrays.equals(text, at, at + NUMBER.length, NUMBER, 0, NUMBER.length)) {
                return digits(at + NUMBER.length, ends[line]);
            }
        }
        return NO_NUMBER;
    }

    private long digits(int from, int end) {
        long number = 0;
        int at = from;
        while (at < end && text[at] >= '0' && text[at] <= '9' && at - from < MOST_DIGITS) {
            number = number * 10 + text[at++] - '0';
        }
        return at == from ? NO_NUMBER : number;
    }
}
