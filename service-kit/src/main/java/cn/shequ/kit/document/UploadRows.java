package cn.shequ.kit.document;

import cn.shequ.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Uploads as recorded. */
@ApplicationScoped
class UploadRows {

    private final Jdbi jdbi;
    private final Clock clock;

    UploadRows(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void add(UUID id, Caller by, @Nullable Long size, @Nullable String digest) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO document_upload (id, uploaded_by, division, size, digest, started_at)
                        VALUES (:id, :by, :division, :size, :digest, :startedAt)""")
                .bind("id", id)
                .bind("by", by.subject())
                .bind("division", by.division())
                .bind("size", size)
                .bind("digest", digest)
                .bind("startedAt", clock.instant())
                .execute());
    }

    Optional<Upload> find(UUID id, String uploadedBy) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, size, digest, received, started_at FROM document_upload
                        WHERE id = :id AND uploaded_by = :by""")
                .bind("id", id)
                .bind("by", uploadedBy)
                .mapTo(Upload.class)
                .findOne());
    }

    /** Makes room for a part; false when it does not begin where the last one ended. */
    boolean advance(UUID id, long offset, int bytes) {
        return jdbi.withHandle(handle -> handle.execute(
                        "UPDATE document_upload SET received = received + ? WHERE id = ? AND received = ?",
                        bytes,
                        id,
                        offset))
                == 1;
    }

    /** Ends the upload; false when it went on meanwhile or was ended by somebody else. */
    boolean end(UUID id, long received) {
        return jdbi.withHandle(handle ->
                        handle.execute("DELETE FROM document_upload WHERE id = ? AND received = ?", id, received))
                == 1;
    }

    boolean drop(UUID id) {
        return jdbi.withHandle(handle -> handle.execute("DELETE FROM document_upload WHERE id = ?", id)) == 1;
    }

    /** What somebody has sent, or announced, that belongs to nothing yet; in bytes. */
    long unattachedOf(String person) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT (SELECT coalesce(sum(greatest(received, coalesce(size, 0))), 0) FROM document_upload
                                WHERE uploaded_by = :person)
                             + (SELECT coalesce(sum(d.size), 0) FROM document d WHERE d.digest IN (
                                  SELECT digest FROM document_uploader WHERE uploaded_by = :person)
                                AND NOT EXISTS (SELECT FROM document_attachment a WHERE a.digest = d.digest))""").bind("person", person).mapTo(Long.class).one());
    }
}
