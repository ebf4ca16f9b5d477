package cn.shequ.kit.eventlog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some neighbouring events as one text, for a reader who may see them all: nothing is read but where they happened.
 *
 * @param lines without the last newline; null where there are no events
 */
record FeedPiece(byte @Nullable [] lines, List<String> divisions) {

    static FeedPiece read(ResultSet row) throws SQLException {
        Array divisions = row.getArray(2);
        return new FeedPiece(row.getBytes(1), divisions == null ? List.of() : List.of((String[]) divisions.getArray()));
    }
}
