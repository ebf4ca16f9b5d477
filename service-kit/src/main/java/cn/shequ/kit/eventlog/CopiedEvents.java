package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/** Neighbouring events by COPY in its binary format, the cheapest way out of the database for many of them. */
final class CopiedEvents {

    private static final int BEFORE_EXTENSION = 15;
    private static final short END = -1;

    private CopiedEvents() {}

    /**
     * The next events from a number on.
     *
     * @throws UncheckedIOException when the database does not answer to the end
     */
    static List<FeedEvent> read(Handle handle, long first, int limit) {
        String sql = "COPY (SELECT " + FeedEvent.COLUMNS + " FROM event_log WHERE sequence >= " + first
                + " ORDER BY sequence LIMIT " + limit + ") TO STDOUT (FORMAT binary)";
        try {
            PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
            try (DataInputStream copied = new DataInputStream(new PGCopyInputStream(connection, sql))) {
                return parse(copied);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** A header, then for each row the number of its columns and each of them after its length, then -1. */
    private static List<FeedEvent> parse(DataInputStream copied) throws IOException {
        copied.skipNBytes(BEFORE_EXTENSION);
        copied.skipNBytes(copied.readInt());
        List<FeedEvent> events = new ArrayList<>();
        while (copied.readShort() != END) {
            events.add(new FeedEvent(number(copied), text(copied), text(copied), bytes(copied), bytes(copied)));
        }
        return events;
    }

    private static long number(DataInputStream copied) throws IOException {
        copied.skipNBytes(Integer.BYTES);
        return copied.readLong();
    }

    private static String text(DataInputStream copied) throws IOException {
        return new String(bytes(copied), UTF_8);
    }

    /** No column of an event is ever null. */
    private static byte[] bytes(DataInputStream copied) throws IOException {
        byte[] content = new byte[copied.readInt()];
        copied.readFully(content);
        return content;
    }
}
