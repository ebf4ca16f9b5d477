package cn.shequ.kit.document;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The types that are taken, known by their bytes. A table this short is read in a minute; a library that knows 1,400 types
 * would have to be told which 1,393 to forget.
 */
enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    /** GB/T 33190, the format of electronic invoices. */
    OFD("application/ofd", "ofd"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    /** Plain text and CSV, which nothing tells apart. */
    TEXT("text/plain;charset=UTF-8", "txt"),
    /** The same as written by office software set to Chinese. */
    CHINESE_TEXT("text/plain;charset=GB18030", "txt");

    private static final byte[] PDF_BEGINS = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG_BEGINS = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_BEGINS = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP_BEGINS = {'P', 'K', 3, 4};

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    static String extensionOf(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .map(type -> type.extension)
                .findFirst()
                .orElse("bin");
    }

    /** The type that the first bytes alone tell. */
    static Optional<FileType> beginningWith(byte[] first) {
        if (begins(first, PDF_BEGINS)) {
            return Optional.of(PDF);
        }
        if (begins(first, PNG_BEGINS)) {
            return Optional.of(PNG);
        }
        return begins(first, JPEG_BEGINS) ? Optional.of(JPEG) : Optional.empty();
    }

    static boolean isZip(byte[] first) {
        return begins(first, ZIP_BEGINS);
    }

    /** The type of a zip by the names in it; documents that carry macros are no documents. */
    static Optional<FileType> ofZipWith(Set<String> names) {
        if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
            return Optional.empty();
        }
        if (names.contains("OFD.xml")) {
            return Optional.of(OFD);
        }
        if (!names.contains("[Content_Types].xml")) {
            return Optional.empty();
        }
        if (names.contains("xl/workbook.xml")) {
            return Optional.of(XLSX);
        }
        return names.contains("word/document.xml") ? Optional.of(DOCX) : Optional.empty();
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }
}
