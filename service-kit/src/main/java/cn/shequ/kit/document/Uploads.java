package cn.shequ.kit.document;

import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes in. Each part is kept in a transaction of its own as soon as it is here: a line that breaks loses only the part
 * it was in, and no connection waits for a slow sender.
 */
@ApplicationScoped
public class Uploads {

    private static final int PART = 1 << 18;

    private final UploadRows rows;
    private final DocumentStorage storage;
    private final DocumentRows documents;
    private final DocumentConfig config;
    private final Callers callers;

    Uploads(UploadRows rows, DocumentStorage storage, DocumentRows documents, DocumentConfig config, Callers callers) {
        this.rows = rows;
        this.storage = storage;
        this.documents = documents;
        this.config = config;
        this.callers = callers;
    }

    /** Announces a document that will come in parts. */
    Upload start(NewUpload wanted) {
        return start(wanted.size(), wanted.digest());
    }

    private Upload start(@Nullable Long size, @Nullable String digest) {
        Caller by = callers.current();
        long announced = size == null ? 0 : size;
        requireSize(announced);
        long unattached = rows.unattachedOf(by.subject());
        long most = config.unattachedPerPerson().asLongValue();
        if (unattached + announced > most) {
            throw Refusal.of(DocumentProblem.TOO_MUCH_UNATTACHED)
                    .with("unattached", unattached)
                    .with("announced", announced)
                    .with("most", most);
        }
        UUID id = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> rows.add(id, by, size, digest));
        return find(id);
    }

    /** The caller's own upload; those of others do not exist for anybody else. */
    Upload find(UUID id) {
        return rows.find(id, callers.current().subject()).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    /** Takes a part; when that was the last one, {@link #finish} makes a document of it. */
    Upload append(UUID id, long offset, InputStream body) throws IOException {
        Upload upload = find(id);
        receive(upload, offset, body);
        return find(id);
    }

    /** Takes a whole document from one request. */
    public Document take(InputStream body, @Nullable String digest) throws IOException {
        Upload upload = start(null, digest);
        try {
            receive(upload, 0, body);
            return finish(find(upload.id()));
        } catch (IOException | RuntimeException notTaken) {
            cancel(upload.id());
            throw notTaken;
        }
    }

    private void receive(Upload upload, long offset, InputStream body) throws IOException {
        long at = offset;
        byte[] part = new byte[PART];
        for (int read = body.readNBytes(part, 0, PART); read > 0; read = body.readNBytes(part, 0, PART)) {
            requireRoom(upload, at + read);
            keep(upload.id(), at, Arrays.copyOf(part, read));
            at += read;
        }
    }

    private void requireRoom(Upload upload, long size) {
        requireSize(size);
        if (upload.size() != null && size > upload.size()) {
            throw tooLarge(size, upload.size());
        }
    }

    private void requireSize(long size) {
        long largest = config.largest().asLongValue();
        if (size > largest) {
            throw tooLarge(size, largest);
        }
    }

    private static Refusal tooLarge(long size, long most) {
        return Refusal.of(DocumentProblem.DOCUMENT_TOO_LARGE).with("size", size).with("most", most);
    }

    private void keep(UUID id, long offset, byte[] part) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!rows.advance(id, offset, part.length)) {
                throw Refusal.of(DocumentProblem.UPLOAD_OFFSET)
                        .with("offset", offset)
                        .with("received", find(id).received());
            }
            storage.put(id, offset, part);
        });
    }

    /** The bytes are all there: what they are is found in them, and they are kept once. */
    Document finish(Upload upload) {
        Inspection found = Inspection.of(storage, upload.id());
        if (found.size() == 0) {
            throw Refusal.of(DocumentProblem.DOCUMENT_EMPTY);
        }
        if (upload.digest() != null && !upload.digest().equals(found.digest())) {
            throw Refusal.of(DocumentProblem.DIGEST_MISMATCH)
                    .with("announced", upload.digest())
                    .with("actual", found.digest());
        }
        FileType type = found.type().orElseThrow(() -> Refusal.of(DocumentProblem.DOCUMENT_TYPE_NOT_TAKEN)
                .with("taken", "PDF, PNG, JPEG, OFD, XLSX, DOCX, TXT, CSV"));
        Document document = new Document(found.digest(), upload.id(), found.size(), type.mediaType());
        Caller by = callers.current();
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!rows.end(upload.id(), found.size())) {
                throw Refusal.of(HttpProblem.CONFLICT);
            }
            if (!documents.add(document)) {
                storage.delete(upload.id());
            }
            documents.addUploader(document.digest(), by);
            return documents.find(document.digest()).orElseThrow();
        });
    }

    /** Forgets an upload and what arrived of it. */
    void cancel(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (rows.drop(id)) {
                storage.delete(id);
            }
        });
    }
}
