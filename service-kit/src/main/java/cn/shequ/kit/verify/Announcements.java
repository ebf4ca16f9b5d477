package cn.shequ.kit.verify;

import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys that events of the log announce. An event alone proves nothing about a key: it counts where a checkpoint
 * covers it that a known key signed.
 */
final class Announcements {

    /** In canonical form the type is the last attribute. */
    private static final byte[] TYPE =
            "\"type\":\"cn.shequ.funding.log-key-rotated.v1\"}".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern HASH = Pattern.compile("\"keyHash\":\"([0-9a-f]{8})\"");
    private static final Pattern KEY = Pattern.compile("\"publicKey\":\"([A-Za-z0-9+/]{44})\"");
    private static final int MOST = 1_000;

    private final String origin;
    private final List<Announced> found = new ArrayList<>();

    Announcements(String origin) {
        this.origin = origin;
    }

    /** A key, and the number of the event that announces it. */
    record Announced(NoteKey key, long sequence) {}

    void look(LinePiece piece, int line, long sequence) {
        if (found.size() < MOST && piece.endsWith(line, TYPE)) {
            read(piece.text(line)).ifPresent(key -> found.add(new Announced(key, sequence)));
        }
    }

    /** Who announced the key that signed, if somebody did. */
    Optional<Announced> signerOf(SignedNote note) {
        return found.stream().filter(each -> each.key().signed(note)).findFirst();
    }

    private Optional<NoteKey> read(String event) {
        Matcher hash = HASH.matcher(event);
        Matcher key = KEY.matcher(event);
        if (!hash.find() || !key.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(NoteKey.parse(origin + "+" + hash.group(1) + "+" + key.group(1)));
        } catch (IllegalArgumentException noKeyOfThisLog) {
            return Optional.empty();
        }
    }
}
