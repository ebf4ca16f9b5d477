package cn.shequ.funding;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jdbi.v3.core.Jdbi;

/** How many postings an operation reads, as PostgreSQL counts it for its connection. */
public final class PostingsRead {

    private PostingsRead() {}

    /** In a transaction of its own. */
    public static long by(Jdbi jdbi, Runnable operation) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // Where it weighs a merge join, the planner looks at the end of an index, and that counts as read.
            jdbi.useHandle(handle -> handle.execute("SET LOCAL enable_mergejoin = off"));
            long before = count(jdbi);
            operation.run();
            return count(jdbi) - before;
        });
    }

    private static long count(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables
                        WHERE relname = 'posting'""").mapTo(Long.class).one());
    }
}
