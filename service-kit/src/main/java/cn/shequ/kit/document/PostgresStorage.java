package cn.shequ.kit.document;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Bytes in rows of one part each, beside what they document: one backup holds both. */
@DefaultBean
@ApplicationScoped
class PostgresStorage implements DocumentStorage {

    private final Jdbi jdbi;

    PostgresStorage(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void put(UUID bytes, long offset, byte[] part) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO document_part (bytes, starts_at, data) VALUES (?, ?, ?)", bytes, offset, part));
    }

    @Override
    public InputStream open(UUID bytes, long offset) {
        return new Parts(bytes, offset);
    }

    @Override
    public void delete(UUID bytes) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM document_part WHERE bytes = ?", bytes));
    }

    private record Part(long startsAt, byte[] data) {}

    private Optional<Part> at(UUID bytes, long offset) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT starts_at, data FROM document_part WHERE bytes = :bytes AND starts_at <= :offset
                        ORDER BY starts_at DESC LIMIT 1""")
                .bind("bytes", bytes)
                .bind("offset", offset)
                .mapTo(Part.class)
                .findOne());
    }

    /** One part in memory at a time; no connection is held while a slow reader takes it. */
    private final class Parts extends InputStream {

        private final UUID bytes;
        private long next;
        private byte[] part = {};
        private int position;

        Parts(UUID bytes, long offset) {
            this.bytes = bytes;
            this.next = offset;
        }

        @Override
        public int read() {
            return available() == 0 && !load() ? -1 : part[position++] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (available() == 0 && !load()) {
                return -1;
            }
            int taken = Math.min(length, available());
            System.arraycopy(part, position, into, offset, taken);
            position += taken;
            return taken;
        }

        @Override
        public int available() {
            return part.length - position;
        }

        private boolean load() {
            Part found = at(bytes, next).orElse(null);
            if (found == null || next >= found.startsAt() + found.data().length) {
                return false;
            }
            part = found.data();
            position = Math.toIntExact(next - found.startsAt());
            next = found.startsAt() + part.length;
            return true;
        }
    }
}
