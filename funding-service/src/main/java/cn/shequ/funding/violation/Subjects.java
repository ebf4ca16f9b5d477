package cn.shequ.funding.violation;

import cn.shequ.kit.division.DivisionCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds what a report is about, whichever kind of thing it is. */
@ApplicationScoped
class Subjects {

    private final Jdbi jdbi;

    Subjects(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Where a thing of the ledger stands. */
    public record Subject(
            UUID ledger, DivisionCode division, @Nullable DivisionCode community) {}

    Optional<Subject> find(UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT s.ledger, l.division, s.community FROM (
                          SELECT ledger, community FROM fund WHERE id = :id
                          UNION ALL SELECT ledger, community FROM obligation WHERE id = :id
                          UNION ALL SELECT ledger, community FROM diversion_attempt WHERE id = :id
                          UNION ALL SELECT x.ledger, f.community FROM expenditure x JOIN fund f ON f.id = x.fund
                                    WHERE x.id = :id
                          UNION ALL SELECT e.ledger, (SELECT min(f.community) FROM posting p JOIN fund f ON f.id = p.fund
                                                      WHERE p.entry = e.id HAVING count(DISTINCT f.community) = 1)
                                    FROM entry e WHERE e.id = :id) s
                        JOIN ledger l ON l.id = s.ledger""").bind("id", id).mapTo(Subject.class).findFirst());
    }
}
