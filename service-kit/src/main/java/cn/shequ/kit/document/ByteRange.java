package cn.shequ.kit.document;

import cn.shequ.kit.problem.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document, as {@code Range} asks for it (RFC 9110, section 14).
 *
 * @param last the last byte, included
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Null for the whole: when nothing is asked, or something that a server may pass over, such as several ranges.
     *
     * @throws Refusal 416 when there are no such bytes
     */
    static @Nullable ByteRange of(@Nullable String header, long size) {
        Matcher asked = ONE_RANGE.matcher(header == null ? "" : header.strip());
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return null;
        }
        if (asked.group(1).isEmpty()) {
            long suffix = Long.parseLong(asked.group(2));
            return within(Math.max(0, size - suffix), size - 1, suffix > 0, size);
        }
        long first = Long.parseLong(asked.group(1));
        if (asked.group(2).isEmpty()) {
            return within(first, size - 1, first < size, size);
        }
        long last = Long.parseLong(asked.group(2));
        return last < first ? null : within(first, Math.min(last, size - 1), first < size, size);
    }

    private static ByteRange within(long first, long last, boolean satisfiable, long size) {
        if (!satisfiable) {
            throw Refusal.of(DocumentProblem.RANGE_NOT_SATISFIABLE).with("size", size);
        }
        return new ByteRange(first, last);
    }

    long length() {
        return last - first + 1;
    }

    String header(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
