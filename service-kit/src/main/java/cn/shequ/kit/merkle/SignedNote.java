package cn.shequ.kit.merkle;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The C2SP signed note: a text that ends with a newline, an empty line, one line per signature. */
public record SignedNote(String text, List<Signature> signatures) {
    private static final String DASH = "\u2014 ";

    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("The text of a note ends with a newline");
        }
        signatures = List.copyOf(signatures);
    }

    /** One signature: the key's name, and the first four bytes of the key's hash followed by what it signed. */
    public record Signature(String keyName, String base64) {
        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    public static SignedNote parse(String encoded) {
        int blank = encoded.lastIndexOf("\n\n");
        if (blank < 0 || !encoded.endsWith("\n")) {
            throw new IllegalArgumentException("A signed note has an empty line before its signatures");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : encoded.substring(blank + 2).lines().toList()) {
            String[] parts =
                    line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2) {
                throw new IllegalArgumentException("Not a signature line: " + line);
            }
            signatures.add(new Signature(parts[0], parts[1]));
        }
        if (signatures.isEmpty()) {
            throw new IllegalArgumentException("The note is not signed");
        }
        return new SignedNote(encoded.substring(0, blank + 1), signatures);
    }

    /** The same text with one more signature. */
    public SignedNote with(Signature another) {
        return new SignedNote(
                text, Stream.concat(signatures.stream(), Stream.of(another)).toList());
    }

    public String encoded() {
        StringBuilder encoded = new StringBuilder(text).append('\n');
        for (Signature signature : signatures) {
            encoded.append(DASH).append(signature.keyName()).append(' ');
            encoded.append(signature.base64()).append('\n');
        }
        return encoded.toString();
    }
}
