package cn.shequ.kit.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * What bytes are, found by reading what was stored, not what somebody said of them.
 *
 * @param digest SHA-256 in lower-case hexadecimal
 * @param type none when it is not one that is taken
 */
record Inspection(String digest, long size, Optional<FileType> type) {

    private static final int BUFFER = 1 << 16;
    private static final Charset CHINESE = Charset.forName("GB18030");

    static Inspection of(DocumentStorage storage, UUID bytes) {
        MessageDigest sha256 = sha256();
        TextProbe utf8 = new TextProbe(UTF_8);
        TextProbe chinese = new TextProbe(CHINESE);
        byte[] first = {};
        long size = 0;
        try (InputStream in = storage.open(bytes, 0)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.readNBytes(buffer, 0, BUFFER); read > 0; read = in.readNBytes(buffer, 0, BUFFER)) {
                first = size == 0 ? buffer.clone() : first;
                size += read;
                sha256.update(buffer, 0, read);
                utf8.add(buffer, read);
                chinese.add(buffer, read);
            }
            String digest = HexFormat.of().formatHex(sha256.digest());
            return new Inspection(digest, size, type(storage, bytes, first, size, utf8, chinese));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileType> type(
            DocumentStorage storage, UUID bytes, byte[] first, long size, TextProbe utf8, TextProbe chinese)
            throws IOException {
        if (FileType.isZip(first)) {
            return FileType.ofZipWith(ZipNames.in(offset -> storage.open(bytes, offset), size));
        }
        Optional<FileType> known = FileType.beginningWith(first);
        if (known.isPresent()) {
            return known;
        }
        if (utf8.isText()) {
            return Optional.of(FileType.TEXT);
        }
        return chinese.isText() ? Optional.of(FileType.CHINESE_TEXT) : Optional.empty();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
