package cn.shequ.funding.audit;

import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which vouchers were read under which audit; rows are only ever added. */
@ApplicationScoped
class AuditReadings {

    private final Jdbi jdbi;
    private final Clock clock;

    AuditReadings(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void add(UUID audit, UUID entry, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO audit_reading (id, audit, entry, by_person, at)
                        VALUES (:id, :audit, :entry, :by, :now)""")
                .bind("id", Ids.next())
                .bind("audit", audit)
                .bind("entry", entry)
                .bind("by", by)
                .bind("now", clock.instant())
                .execute());
    }

    Page<AuditReading> of(UUID audit, PageRequest page) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT id, entry, by_person AS by, at FROM audit_reading
                                WHERE audit = :audit AND id > :after ORDER BY id LIMIT :most""")
                        .bind("audit", audit)
                        .bind("after", page.afterId())
                        .bind("most", page.limit() + 1)
                        .mapTo(AuditReading.class)
                        .list()),
                page,
                reading -> reading.id().toString());
    }
}
