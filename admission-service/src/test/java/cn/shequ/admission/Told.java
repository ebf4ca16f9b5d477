package cn.shequ.admission;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the service tells others. */
public final class Told {

    private Told() {}

    /** The data of the events of a type about a subject, oldest first. */
    public static List<String> of(Jdbi jdbi, String type, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT data FROM event_outbox WHERE type = :type AND subject = :subject ORDER BY id")
                .bind("type", "cn.shequ.admission." + type)
                .bind("subject", subject)
                .mapTo(String.class)
                .list());
    }
}
