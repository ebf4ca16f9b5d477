package cn.shequ.admission.seal;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Seals as they are kept. */
@ApplicationScoped
class Seals {

    private final Jdbi jdbi;

    Seals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when the community has a seal that is not replaced yet. */
    boolean add(Seal seal) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                        INSERT INTO seal (id, community, custodian, issued_by, issued_on, stage, replaces)
                        VALUES (:id, :community, :custodian, :issuedBy, :issuedOn, :stage, :replaces)
                        ON CONFLICT (community) WHERE stage <> 'REPLACED' DO NOTHING""").bindMethods(seal).execute())
                == 1;
    }

    Optional<Seal> find(UUID id) {
        return read("id = :key", id);
    }

    /** The seal, which nobody else changes or sets until this transaction ends. */
    Optional<Seal> lock(UUID id) {
        return read("id = :key FOR UPDATE", id);
    }

    /** The one that a community has, lost or in use. */
    Optional<Seal> of(DivisionCode community) {
        return read("community = :key AND stage <> 'REPLACED'", community);
    }

    /** The same, which nobody else changes or sets until this transaction ends. */
    Optional<Seal> lockOf(DivisionCode community) {
        return read("community = :key AND stage <> 'REPLACED' FOR UPDATE", community);
    }

    private Optional<Seal> read(String which, Object key) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM seal WHERE " + which)
                .bind("key", key)
                .mapTo(Seal.class)
                .findOne());
    }

    void change(Seal seal) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE seal SET custodian = :custodian, stage = :stage, lost_on = :lostOn,
                          reported_by = :reportedBy, replaceable_from = :replaceableFrom, notice_rule = :noticeRule
                        WHERE id = :id""").bindMethods(seal).execute());
    }

    void replaced(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE seal SET stage = 'REPLACED' WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    void add(UUID seal, SealHandover handover) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO seal_handover
                          (seal_id, number, from_custodian, to_custodian, reason, handed_on, recorded_by)
                        VALUES (:seal, :number, :fromCustodian, :toCustodian, :reason, :handedOn, :recordedBy)""")
                .bind("seal", seal)
                .bindMethods(handover)
                .execute());
    }

    /** The newest first, of a seal that somebody may see. */
    List<SealHandover> handovers(UUID seal, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT number, from_custodian, to_custodian, reason, handed_on, recorded_by
                        FROM seal_handover WHERE seal_id = :seal ORDER BY number DESC LIMIT :most""")
                .bind("seal", seal)
                .bind("most", most)
                .mapTo(SealHandover.class)
                .list());
    }

    /** Seals of the caller's territory, replaced ones as well, in the order in which they were issued. */
    Page<Seal> list(@Nullable DivisionCode community, Map<String, Object> caller, PageRequest request) {
        List<Seal> found =
                jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT s.* FROM seal s
                        WHERE s.id > :after AND (CAST(:community AS char(12)) IS NULL OR s.community = :community)
                          AND %s
                        ORDER BY s.id LIMIT :limit""".formatted(Jurisdiction.within("s.community")))
                        .bindMap(caller)
                        .bind("after", request.afterId())
                        .bind("community", community)
                        .bind("limit", request.limit() + 1)
                        .mapTo(Seal.class)
                        .list());
        return Page.of(found, request, seal -> seal.id().toString());
    }

    /** Notices of loss, as long ago as they may be, in the order in which the seals were issued; for everybody. */
    Page<SealLossNotice> lossNotices(@Nullable DivisionCode division, LocalDate today, PageRequest request) {
        List<SealLossNotice> found =
                jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT s.id AS seal, s.community, s.lost_on, s.replaceable_from, s.stage = 'REPLACED' AS replaced
                        FROM seal s
                        WHERE s.id > :after AND s.lost_on IS NOT NULL
                          AND %s
                        ORDER BY s.id LIMIT :limit""".formatted(Jurisdiction.inDivision("s.community")))
                        .bind("after", request.afterId())
                        .bind("division", division)
                        .bind("today", today)
                        .bind("limit", request.limit() + 1)
                        .mapTo(SealLossNotice.class)
                        .list());
        return Page.of(found, request, notice -> notice.seal().toString());
    }
}
