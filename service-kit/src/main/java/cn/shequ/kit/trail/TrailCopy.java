package cn.shequ.kit.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Collection;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/**
 * Writes entries by COPY: the trail of a busy service, inserted, would cost the database more than what it tells of.
 */
final class TrailCopy {

    private static final String COPY = """
            COPY audit_trail (at, subject, client, roles, division, operation, resource, status, problem, trace_id, times)
            FROM STDIN (FORMAT csv)""";

    /** As long as the columns are. */
    private static final int NAME = 200;

    private static final int ROLES = 400;
    private static final int PATH = 500;

    private TrailCopy() {}

    /** All of them or none. */
    static void write(Handle handle, Collection<TrailEntry> entries) {
        try {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new ByteArrayInputStream(csv(entries).getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static String csv(Collection<TrailEntry> entries) throws IOException {
        StringBuilder text = new StringBuilder(entries.size() * 256);
        try (CSVPrinter rows = new CSVPrinter(text, CSVFormat.POSTGRESQL_CSV)) {
            for (TrailEntry entry : entries) {
                rows.printRecord(
                        entry.at(),
                        fitting(entry.subject(), NAME),
                        fitting(entry.client(), NAME),
                        fitting(entry.roles(), ROLES),
                        entry.division(),
                        fitting(entry.operation(), NAME),
                        fitting(entry.resource(), PATH),
                        entry.status(),
                        entry.problem(),
                        entry.traceId(),
                        entry.times());
            }
        }
        return text.toString();
    }

    /** One entry that PostgreSQL cannot hold would keep all after it from being written. */
    private static String fitting(String text, int most) {
        String holdable = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        return holdable.length() <= most ? holdable : holdable.substring(0, most);
    }
}
