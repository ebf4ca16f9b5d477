package cn.shequ.kit.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes: what was hashed is bytes, and no character set may come between. */
final class EventLines {

    /** An event has at most 65,535 bytes; a longer line is no event. */
    private static final int LONGEST = 65_536;

    private static final int BUFFER = 1 << 16;

    private final InputStream source;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] line = new byte[LONGEST];
    private int filled;
    private int position;

    EventLines(InputStream source) {
        this.source = source;
    }

    /** The next line without its newline, or null at the end. */
    byte @Nullable [] next() throws IOException {
        int length = 0;
        while (true) {
            if (position == filled) {
                filled = source.read(buffer);
                position = 0;
                if (filled <= 0) {
                    filled = 0;
                    return length == 0 ? null : Arrays.copyOf(line, length);
                }
            }
            byte next = buffer[position++];
            if (next == '\n') {
                return Arrays.copyOf(line, length);
            }
            if (length == LONGEST) {
                throw new IOException("a line is longer than " + LONGEST + " bytes");
            }
            line[length++] = next;
        }
    }
}
