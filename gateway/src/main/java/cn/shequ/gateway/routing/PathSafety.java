package cn.shequ.gateway.routing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells whether every server that reads a path reads the same path. */
final class PathSafety {
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Decoding twice sees through a service that decodes once more than it should. */
    private static final int DECODINGS = 2;

    private PathSafety() {}

    static boolean isUnambiguous(String rawPath) {
        if (!rawPath.startsWith("/") || BROKEN_ESCAPE.matcher(rawPath).find()) {
            return false;
        }
        String path = rawPath;
        for (int decoded = 0; decoded <= DECODINGS; decoded++) {
            if (hasForbiddenCharacter(path) || hasDotSegment(path)) {
                return false;
            }
            path = decode(path);
        }
        return true;
    }

    private static boolean hasForbiddenCharacter(String path) {
        return path.chars().anyMatch(c -> c == '\\' || c < ' ' || c == 0x7f);
    }

    /** A segment {@code ..;x} counts too: some servers drop what follows the semicolon first. */
    private static boolean hasDotSegment(String path) {
        for (String segment : path.split("/", -1)) {
            int parameters = segment.indexOf(';');
            String name = parameters < 0 ? segment : segment.substring(0, parameters);
            if (name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /** Byte by byte, leaving what is no escape; Latin-1 suffices, as only ASCII matters here. */
    private static String decode(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        byte[] in = path.getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low < 0) {
                out.write(in[i]);
            } else {
                out.write(high << 4 | low);
                i += 2;
            }
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
