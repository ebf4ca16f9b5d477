package cn.shequ.kit.eventlog;

import cn.shequ.kit.merkle.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;

/** As much of an event as readers need: its bytes pass through unread, whoever may see them. */
record FeedEvent(long sequence, String type, String division, byte[] bytes, byte[] leafHash) {

    static final String COLUMNS = "sequence, type, division, bytes, leaf_hash";

    static FeedEvent read(ResultSet row) throws SQLException {
        return new FeedEvent(row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4), row.getBytes(5));
    }

    Hash leaf() {
        return Hash.of(leafHash);
    }
}
