package cn.shequ.admission.approvalform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a print says, word for word, but for its code and its moment.
 *
 * @param number the application's
 * @param annexes lists that are too long for the form, after its end
 */
record FormSheet(String title, String number, List<FormSection> sections, List<FormSection> annexes) {

    private static final String SEPARATOR = "\u001f";

    FormSheet {
        sections = List.copyOf(sections);
        annexes = List.copyOf(annexes);
    }

    /** The SHA-256 of all its words: the same content has the same digest, and only the same content. */
    String digest() {
        MessageDigest digest = sha256();
        digest.update((title + SEPARATOR + number).getBytes(StandardCharsets.UTF_8));
        Stream.concat(sections.stream(), annexes.stream())
                .flatMap(FormSection::cells)
                .map(cell -> SEPARATOR + cell.text() + SEPARATOR + cell.closing())
                .forEach(words -> digest.update(words.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
