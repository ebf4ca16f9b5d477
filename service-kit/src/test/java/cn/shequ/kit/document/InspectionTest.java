package cn.shequ.kit.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a document is, is found in its bytes. */
class InspectionTest {

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of(FileType.PDF, "%PDF-1.7\n1 0 obj".getBytes(UTF_8)),
                Arguments.of(FileType.PNG, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0}),
                Arguments.of(FileType.JPEG, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0}),
                Arguments.of(FileType.OFD, zip("OFD.xml", "Doc_0/Document.xml")),
                Arguments.of(FileType.XLSX, zip("[Content_Types].xml", "xl/workbook.xml")),
                Arguments.of(FileType.DOCX, zip("word/document.xml", "[Content_Types].xml")),
                Arguments.of(FileType.TEXT, "日期,金额\n2026-03-02,12.00\n".getBytes(UTF_8)),
                Arguments.of(FileType.TEXT, "字".repeat(100_000).getBytes(UTF_8)),
                Arguments.of(FileType.CHINESE_TEXT, "日期,金额\r\n".getBytes(Charset.forName("GB18030"))));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void a_type_that_is_taken_is_known_by_its_bytes(FileType type, byte[] bytes) {
        assertThat(inspect(bytes).type()).contains(type);
    }

    static Stream<byte[]> notTaken() {
        return Stream.of(
                new byte[] {'M', 'Z', 0, 3, 0, 0},
                new byte[] {0x7F, 'E', 'L', 'F', 2, 1},
                zip("a.txt"),
                zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                // It begins like a zip and has no directory.
                new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0},
                Arrays.copyOf(zip("OFD.xml"), 40),
                "text, then a zero \0".getBytes(UTF_8),
                new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0});
    }

    @ParameterizedTest
    @MethodSource("notTaken")
    void anything_else_is_not_taken(byte[] bytes) {
        assertThat(inspect(bytes).type()).isEmpty();
    }

    @Test
    void a_character_cut_by_the_end_is_no_text() {
        byte[] whole = "字字字".getBytes(UTF_8);
        assertThat(inspect(whole).type()).contains(FileType.TEXT);
        assertThat(inspect(Arrays.copyOf(whole, whole.length - 1)).type()).isNotEqualTo(Optional.of(FileType.TEXT));
    }

    @Test
    void the_digest_is_that_of_the_bytes() {
        Inspection found = inspect("foobar".getBytes(UTF_8));
        assertThat(found.digest()).isEqualTo("c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2");
        assertThat(found.size()).isEqualTo(6);
    }

    private static Inspection inspect(byte[] bytes) {
        return Inspection.of(new OneDocument(bytes), UUID.randomUUID());
    }

    private static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private record OneDocument(byte[] content) implements DocumentStorage {

        @Override
        public void put(UUID bytes, long offset, byte[] part) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(UUID bytes, long offset) {
            return new ByteArrayInputStream(content, (int) offset, content.length);
        }

        @Override
        public void delete(UUID bytes) {
            throw new UnsupportedOperationException();
        }
    }
}
