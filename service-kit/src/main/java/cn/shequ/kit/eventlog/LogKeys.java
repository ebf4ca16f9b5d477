package cn.shequ.kit.eventlog;

import cn.shequ.events.EventData;
import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.NoteSigner;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Which keys sign the log, and when. Private halves lie in files, are never written here and never moved: a rotation is
 * one transaction of the database, so there is no moment at which it is half done.
 */
@ApplicationScoped
public class LogKeys {

    private static final long LOCK = 0x5348_4551_0004L;

    private final Jdbi jdbi;
    private final EventLog log;
    private final Clock clock;
    private final KeyFiles files;

    LogKeys(Jdbi jdbi, EventLog log, Clock clock, EventLogConfig config) {
        this.jdbi = jdbi;
        this.log = log;
        this.clock = clock;
        this.files = new KeyFiles(config.origin(), config.keyFile(), config.keyDirectory());
    }

    /** All keys that ever signed or sign, the first one first. */
    public List<LogKey> all() {
        return jdbi.withHandle(handle -> {
            List<LogKey> keys = read(handle);
            return keys.isEmpty() ? first(handle) : keys;
        });
    }

    /** The texts of all keys, the newest first, one a line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        all().reversed().forEach(key -> text.append(key.key()).append('\n'));
        return text.toString();
    }

    /**
     * Lets a key sign that lies ready in the key directory. Told again, it says what was done the first time.
     *
     * @param overlap how long the previous key goes on signing too
     * @param announcement the event that tells of it, appended in the same transaction
     */
    public KeyRotation rotate(
            String keyHash, Duration overlap, Function<KeyRotation, ? extends EventData> announcement) {
        jdbi.useHandle(handle -> handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK));
        List<LogKey> keys = all();
        LogKey present = keys.getLast();
        if (keys.size() > 1 && present.key().hash().equals(keyHash)) {
            return done(keys.get(keys.size() - 2), present);
        }
        refuseRetired(keys, keyHash);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        KeyRotation rotation = new KeyRotation(prepared(keyHash), present.key(), now, now.plus(overlap));
        log.append(announcement.apply(rotation));
        jdbi.useHandle(handle -> insert(handle, present.number() + 1, rotation.key(), now, rotation.overlapUntil()));
        return rotation;
    }

    /** Those who sign at a moment, the newest first, which signs also where this process's clock is behind. */
    List<NoteSigner> signing(Instant moment) {
        List<LogKey> keys = all();
        Map<NoteKey, NoteSigner> held = files.signers();
        return keys.reversed().stream()
                .filter(key -> key == keys.getLast() || key.signsAt(moment))
                .map(LogKey::key)
                .map(key -> {
                    NoteSigner signer = held.get(key);
                    if (signer == null) {
                        throw Refusal.of(HttpProblem.LOG_KEY_MISSING).with("keyHash", key.hash());
                    }
                    return signer;
                })
                .toList();
    }

    private static KeyRotation done(LogKey previous, LogKey present) {
        Instant until = previous.signsUntil();
        return new KeyRotation(
                present.key(), previous.key(), present.signsFrom(), until == null ? present.signsFrom() : until);
    }

    private static void refuseRetired(List<LogKey> keys, String keyHash) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).key().hash().equals(keyHash)) {
                Instant replaced = i + 1 < keys.size()
                        ? keys.get(i + 1).signsFrom()
                        : keys.get(i).signsFrom();
                throw Refusal.of(HttpProblem.LOG_KEY_RETIRED)
                        .with("keyHash", keyHash)
                        .with("replacedOn", replaced.toString());
            }
        }
    }

    private NoteKey prepared(String keyHash) {
        Map<NoteKey, NoteSigner> held = files.signers();
        return held.keySet().stream()
                .filter(key -> key.hash().equals(keyHash))
                .findFirst()
                .orElseThrow(() -> Refusal.of(HttpProblem.LOG_KEY_NOT_PREPARED)
                        .with("keyHash", keyHash)
                        .with("found", String.join(", ", new TreeSet<>(hashes(held)))));
    }

    private static List<String> hashes(Map<NoteKey, NoteSigner> held) {
        return held.keySet().stream().map(NoteKey::hash).toList();
    }

    /** The log's very first key. Were one made again after its file was lost, the loss would go unnoticed. */
    private List<LogKey> first(Handle handle) {
        insert(handle, 0, files.openOrMakeFirst(), clock.instant().truncatedTo(ChronoUnit.MICROS), null);
        return read(handle);
    }

    private static void insert(
            Handle handle, int number, NoteKey key, Instant signsFrom, @Nullable Instant previousUntil) {
        handle.createUpdate("""
                        INSERT INTO log_key (number, key_hash, key, signs_from, previous_until, event)
                        VALUES (:number, :hash, :key, :signsFrom, :previousUntil,
                                CASE WHEN :number > 0 THEN currval('event_outbox_id_seq') END)
                        ON CONFLICT (number) DO NOTHING""")
                .bind("number", number)
                .bind("hash", key.hash())
                .bind("key", key.toString())
                .bind("signsFrom", signsFrom.atOffset(ZoneOffset.UTC))
                .bind("previousUntil", previousUntil == null ? null : previousUntil.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static List<LogKey> read(Handle handle) {
        return handle.createQuery("""
                        SELECT k.number, k.key, k.signs_from, lead(k.previous_until) OVER (ORDER BY k.number) AS until,
                               l.sequence
                        FROM log_key k LEFT JOIN event_log l ON l.outbox_id = k.event ORDER BY k.number""")
                .map((row, context) -> new LogKey(
                        row.getInt("number"),
                        NoteKey.parse(row.getString("key")),
                        row.getObject("signs_from", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("until", OffsetDateTime.class)),
                        row.getObject("sequence", Long.class)))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
