package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/** Neighbouring events by COPY in its binary format, the cheapest way out of the database for many of them. */
final class CopiedEvents {

    private static final int BEFORE_EXTENSION = 15;
    private static final short END = -1;
    private static final int ENOUGH_FOR_MOST = 1 << 19;

    private CopiedEvents() {}

    /**
     * The events of {@code first} to {@code end} (exclusive) that there are.
     *
     * @throws IOException when the database does not answer or answers otherwise
     */
    static List<FeedEvent> read(Handle handle, long first, long end) throws IOException {
        String sql = "COPY (SELECT " + FeedEvent.COLUMNS + " FROM event_log WHERE sequence >= " + first
                + " AND sequence < " + end + " ORDER BY sequence) TO STDOUT (FORMAT binary)";
        ByteArrayOutputStream copied = new ByteArrayOutputStream(ENOUGH_FOR_MOST);
        try {
            handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyOut(sql, copied);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return parse(ByteBuffer.wrap(copied.toByteArray()));
    }

    /** A header, then for each row the number of its columns and each of them after its length, then -1. */
    private static List<FeedEvent> parse(ByteBuffer copied) {
        copied.position(BEFORE_EXTENSION);
        int extension = copied.getInt();
        copied.position(copied.position() + extension);
        List<FeedEvent> events = new ArrayList<>();
        while (copied.getShort() != END) {
            events.add(new FeedEvent(number(copied), text(copied), text(copied), bytes(copied), bytes(copied)));
        }
        return events;
    }

    private static long number(ByteBuffer copied) {
        return ByteBuffer.wrap(bytes(copied)).getLong();
    }

    private static String text(ByteBuffer copied) {
        return new String(bytes(copied), UTF_8);
    }

    /** No column of an event is ever empty. */
    private static byte[] bytes(ByteBuffer copied) {
        byte[] content = new byte[copied.getInt()];
        copied.get(content);
        return content;
    }
}
