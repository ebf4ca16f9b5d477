package cn.shequ.kit.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/** The names in a zip, read from its central directory: nothing is unpacked, so nothing can blow up. */
final class ZipNames {

    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int END_MARK = 0x06054b50;
    private static final int ENTRY_MARK = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LARGEST_DIRECTORY = 1 << 20;

    private ZipNames() {}

    /** The bytes from an offset on. */
    interface Source {
        InputStream from(long offset);
    }

    /** Empty when the directory is missing, broken or larger than any office document's. */
    static Set<String> in(Source source, long size) throws IOException {
        ByteBuffer tail = read(source, Math.max(0, size - END_BYTES - LONGEST_COMMENT), END_BYTES + LONGEST_COMMENT);
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END_MARK) {
                long length = Integer.toUnsignedLong(tail.getInt(at + 12));
                long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
                return length > LARGEST_DIRECTORY || offset + length > size
                        ? Set.of()
                        : names(read(source, offset, (int) length));
            }
        }
        return Set.of();
    }

    private static Set<String> names(ByteBuffer directory) {
        Set<String> names = new HashSet<>();
        int at = 0;
        while (at + ENTRY_BYTES <= directory.limit() && directory.getInt(at) == ENTRY_MARK) {
            int name = Short.toUnsignedInt(directory.getShort(at + 28));
            int rest =
                    Short.toUnsignedInt(directory.getShort(at + 30)) + Short.toUnsignedInt(directory.getShort(at + 32));
            if (at + ENTRY_BYTES + name > directory.limit()) {
                return Set.of();
            }
            names.add(new String(directory.array(), at + ENTRY_BYTES, name, UTF_8));
            at += ENTRY_BYTES + name + rest;
        }
        return names;
    }

    private static ByteBuffer read(Source source, long offset, int most) throws IOException {
        try (InputStream in = source.from(offset)) {
            return ByteBuffer.wrap(in.readNBytes(most)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
