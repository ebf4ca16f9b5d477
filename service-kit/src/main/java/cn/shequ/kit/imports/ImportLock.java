package cn.shequ.kit.imports;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** One import of a kind at a time: the next one waits until the transaction ends. */
@ApplicationScoped
public class ImportLock {

    private final Jdbi jdbi;

    ImportLock(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param imported what is imported; the same word for the same kind */
    public void take(String imported) {
        jdbi.useHandle(handle ->
                handle.execute("SELECT pg_advisory_xact_lock(hashtextextended('import.' || ?, 0))", imported));
    }
}
