package cn.shequ.kit.document;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Documents as recorded, who sent them, and what they belong to. */
@ApplicationScoped
class DocumentRows {

    private static final int MOST_OWNERS_ASKED = 100;

    private final Jdbi jdbi;
    private final Clock clock;

    DocumentRows(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Keeps the document; false when the same bytes are here already. */
    boolean add(Document document) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO document (digest, bytes, size, media_type, stored_at)
                        VALUES (:digest, :bytes, :size, :mediaType, :storedAt) ON CONFLICT (digest) DO NOTHING""")
                        .bindMethods(document)
                        .bind("storedAt", clock.instant())
                        .execute())
                == 1;
    }

    void addUploader(String digest, Caller by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO document_uploader (digest, uploaded_by, division, uploaded_at)
                        VALUES (:digest, :by, :division, :at)
                        ON CONFLICT (digest, uploaded_by, division) DO UPDATE SET uploaded_at = excluded.uploaded_at""")
                .bind("digest", digest)
                .bind("by", by.subject())
                .bind("division", by.division())
                .bind("at", clock.instant())
                .execute());
    }

    Optional<Document> find(String digest) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT digest, bytes, size, media_type FROM document WHERE digest = :digest")
                .bind("digest", digest)
                .mapTo(Document.class)
                .findOne());
    }

    boolean isUploader(String digest, String person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM document_uploader WHERE digest = :digest AND uploaded_by = :person)")
                .bind("digest", digest)
                .bind("person", person)
                .mapTo(Boolean.class)
                .one());
    }

    /** What the document belongs to, the latest first. */
    List<Attachment> attachments(String digest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT kind, owner, division, digest FROM document_attachment WHERE digest = :digest
                        ORDER BY attached_at DESC LIMIT :most""")
                .bind("digest", digest)
                .bind("most", MOST_OWNERS_ASKED)
                .mapTo(Attachment.class)
                .list());
    }

    /**
     * Of these, the documents that somebody sent whose territory includes the division, held until the transaction ends.
     */
    Set<String> lockUploadedFor(DivisionCode division, Collection<String> digests) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM lock_documents(:digests, :division, :today)")
                .bind("digests", digests.toArray(String[]::new))
                .bind("division", division)
                .bind("today", LocalDate.now(clock))
                .mapTo(String.class)
                .set());
    }

    void attach(Collection<Attachment> attachments, String by, LocalDate keepUntil, Rule rule) {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> {
            PreparedBatch insert = handle.prepareBatch("""
                    INSERT INTO document_attachment (kind, owner, division, digest, attached_by, attached_at, keep_until, rule)
                    VALUES (:kind, :owner, :division, :digest, :by, :at, :keepUntil, :rule) ON CONFLICT DO NOTHING""");
            attachments.forEach(each -> insert.bindMethods(each)
                    .bind("by", by)
                    .bind("at", now)
                    .bind("keepUntil", keepUntil)
                    .bind("rule", rule.reference())
                    .add());
            insert.execute();
        });
    }

    /** Documents that belong to nothing and that nobody has sent since. */
    List<String> unattachedSince(Instant since, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.digest FROM document d
                        WHERE d.stored_at < :since
                          AND NOT EXISTS (SELECT FROM document_attachment a WHERE a.digest = d.digest)
                          AND NOT EXISTS (SELECT FROM document_uploader u WHERE u.digest = d.digest
                                          AND u.uploaded_at >= :since)
                        ORDER BY d.stored_at LIMIT :most""")
                .bind("since", since)
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    /** Where the bytes lay of a document that is now gone; empty when it was attached at the last moment. */
    Optional<UUID> dropUnattached(String digest) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT drop_unattached_document(:digest)")
                .bind("digest", digest)
                .mapTo(UUID.class)
                .findOne());
    }

    List<UUID> uploadsStartedBefore(Instant since, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM document_upload WHERE started_at < :since ORDER BY started_at LIMIT :most")
                .bind("since", since)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }
}
