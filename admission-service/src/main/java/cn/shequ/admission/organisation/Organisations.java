package cn.shequ.admission.organisation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Organisations as they are kept. */
@ApplicationScoped
class Organisations {

    private static final String SELECT =
            "SELECT o.*, r.credit_code FROM organisation o LEFT JOIN organisation_registration r ON r.organisation_id = o.id ";

    private final Jdbi jdbi;

    Organisations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when one of their communities has an application or organisation of that name. */
    boolean addAll(List<Organisation> organisations) {
        return organisations.isEmpty()
                || jdbi.withHandle(handle -> {
                            PreparedBatch batch = handle.prepareBatch("""
                        INSERT INTO organisation (id, community, name_zh, kind, category, track, stage, individual_members,
                          institutional_members, capital, head, head_post, head_exception, set_up_by, vertically_managed,
                          basis_kind, basis_citation, applied_by, applied_on)
                        VALUES (:id, :community, :nameZh, :kind, :category, :track, :stage, :individualMembers,
                          :institutionalMembers, :capital, :head, :headPost, :headException, :setUpBy, :verticallyManaged,
                          :basisKind, :basisCitation, :appliedBy, :appliedOn)
                        ON CONFLICT (community, name_zh) WHERE stage NOT IN ('DECLINED', 'DEREGISTERED') DO NOTHING""");
                            organisations.forEach(organisation ->
                                    batch.bindMethods(organisation).add());
                            return Arrays.stream(batch.execute()).sum();
                        })
                        == organisations.size();
    }

    Optional<Organisation> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE o.id = :id")
                .bind("id", id)
                .mapTo(Organisation.class)
                .findOne());
    }

    /** The organisation, which nobody else changes until this transaction ends; read when it is locked, register included. */
    Optional<Organisation> lock(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM organisation WHERE id = :id FOR UPDATE")
                        .bind("id", id)
                        .mapTo(UUID.class)
                        .findOne())
                .flatMap(this::find);
    }

    void revise(UUID id, Figures figures) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE organisation SET individual_members = :individualMembers,
                          institutional_members = :institutionalMembers, capital = :capital, version = version + 1
                        WHERE id = :id""").bind("id", id).bindMethods(figures).execute());
    }

    void incubate(UUID id, OrganisationStage stage) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE organisation SET stage = :stage, version = version + 1 WHERE id = :id")
                .bind("stage", stage)
                .bind("id", id)
                .execute());
    }

    void file(UUID id, String by, LocalDate on) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE organisation SET track = 'FILED', stage = 'FILED', filed_by = :by, filed_on = :on,
                          version = version + 1
                        WHERE id = :id""")
                .bind("by", by)
                .bind("on", on)
                .bind("id", id)
                .execute());
    }

    void register(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE organisation SET track = 'REGISTERED', stage = 'REGISTERED', version = version + 1
                        WHERE id = :id""").bind("id", id).execute());
    }

    void decline(UUID id, String by, LocalDate on, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE organisation SET stage = 'DECLINED', declined_by = :by, declined_on = :on,
                          declination = :reason, version = version + 1
                        WHERE id = :id""")
                .bind("by", by)
                .bind("on", on)
                .bind("reason", reason)
                .bind("id", id)
                .execute());
    }

    /** An act of supervision moves it to another stage. */
    void move(UUID id, OrganisationStage stage, UUID action) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE organisation SET stage = :stage, supervision_id = :action, version = version + 1
                        WHERE id = :id""")
                .bind("stage", stage)
                .bind("action", action)
                .bind("id", id)
                .execute());
    }

    /** Whether a community has an organisation of that name, filed or registered. */
    boolean isKnown(String name, DivisionCode community) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM organisation
                          WHERE community = :community AND name_zh = :name AND stage IN ('FILED', 'REGISTERED', 'SUSPENDED'))""")
                .bind("community", community)
                .bind("name", name)
                .mapTo(Boolean.class)
                .one());
    }

    /** In the order in which they applied. */
    Page<Organisation> list(
            @Nullable DivisionCode community,
            @Nullable Track track,
            @Nullable OrganisationStage stage,
            @Nullable CreditCode setUpBy,
            PageRequest request) {
        List<Organisation> found = jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE o.id > :after
                          AND (CAST(:community AS char(12)) IS NULL OR o.community = :community)
                          AND (CAST(:track AS varchar) IS NULL OR o.track = :track)
                          AND (CAST(:stage AS varchar) IS NULL OR o.stage = :stage)
                          AND (CAST(:setUpBy AS char(18)) IS NULL OR o.set_up_by = :setUpBy)
                        ORDER BY o.id LIMIT :limit""")
                .bind("after", request.afterId())
                .bind("community", community)
                .bind("track", track)
                .bind("stage", stage)
                .bind("setUpBy", setUpBy)
                .bind("limit", request.limit() + 1)
                .mapTo(Organisation.class)
                .list());
        return Page.of(found, request, organisation -> organisation.id().toString());
    }
}
