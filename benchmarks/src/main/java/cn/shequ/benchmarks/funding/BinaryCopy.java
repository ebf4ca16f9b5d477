package cn.shequ.benchmarks.funding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows by COPY in PostgreSQL's binary format; closing it ends the copy. */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int BUFFER = 1 << 16;

    private final int columns;
    private final DataOutputStream out;

    /** @param columns their names, with commas between */
    BinaryCopy(Connection connection, String table, String columns) throws SQLException, IOException {
        this.columns = columns.split(",").length;
        this.out = new DataOutputStream(new BufferedOutputStream(
                new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class),
                        "COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)",
                        BUFFER),
                BUFFER));
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    /** Begins a row; as many values follow as there are columns. */
    BinaryCopy row() throws IOException {
        out.writeShort(columns);
        return this;
    }

    BinaryCopy smallint(int value) throws IOException {
        out.writeInt(Short.BYTES);
        out.writeShort(value);
        return this;
    }

    BinaryCopy bigint(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
        return this;
    }

    BinaryCopy uuid(UUID value) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy text(String value) throws IOException {
        return bytes(value.getBytes(UTF_8));
    }

    BinaryCopy bytes(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
        return this;
    }

    BinaryCopy time(Instant value) throws IOException {
        return bigint(ChronoUnit.MICROS.between(EPOCH, value));
    }

    @Override
    public void close() throws IOException {
        out.writeShort(-1);
        out.close();
    }
}
