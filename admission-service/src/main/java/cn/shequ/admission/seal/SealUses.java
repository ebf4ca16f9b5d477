package cn.shequ.admission.seal;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The register of uses as it is kept. */
@ApplicationScoped
class SealUses {

    private final Jdbi jdbi;

    SealUses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(SealUse use) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO seal_use (id, seal_id, community, matter, summary, copies, applicant, handler,
                          requested_on, stage)
                        VALUES (:id, :sealId, :community, :matter, :summary, :copies, :applicant, :handler,
                          :requestedOn, :stage)""").bindMethods(use).execute());
    }

    Optional<SealUse> find(UUID id) {
        return read(id, "");
    }

    /** The use, which nobody else decides until this transaction ends. */
    Optional<SealUse> lock(UUID id) {
        return read(id, " FOR UPDATE");
    }

    private Optional<SealUse> read(UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM seal_use WHERE id = :id" + locking)
                .bind("id", id)
                .mapTo(SealUse.class)
                .findOne());
    }

    /** The last use in the register of a seal; empty before the first. */
    Optional<SealUse> last(UUID seal) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT * FROM seal_use WHERE seal_id = :seal AND number IS NOT NULL ORDER BY number DESC LIMIT 1""").bind("seal", seal).mapTo(SealUse.class).findOne());
    }

    void decide(SealUse use) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE seal_use SET seal_id = :sealId, stage = :stage, approver = :approver, decided_at = :decidedAt,
                          number = :number, reason = :reason
                        WHERE id = :id""").bindMethods(use).execute());
    }

    /** Uses in the caller's territory, in the order in which they were asked for. */
    Page<SealUse> list(
            @Nullable DivisionCode community,
            @Nullable String matter,
            SealUse.@Nullable Stage stage,
            Map<String, Object> caller,
            PageRequest request) {
        List<SealUse> found =
                jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT u.* FROM seal_use u
                        WHERE u.id > :after
                          AND (CAST(:community AS char(12)) IS NULL OR u.community = :community)
                          AND (CAST(:matter AS varchar) IS NULL OR u.matter = :matter)
                          AND (CAST(:stage AS varchar) IS NULL OR u.stage = :stage)
                          AND %s
                        ORDER BY u.id LIMIT :limit""".formatted(Jurisdiction.within("u.community")))
                        .bindMap(caller)
                        .bind("after", request.afterId())
                        .bind("community", community)
                        .bind("matter", matter)
                        .bind("stage", stage)
                        .bind("limit", request.limit() + 1)
                        .mapTo(SealUse.class)
                        .list());
        return Page.of(found, request, use -> use.id().toString());
    }
}
