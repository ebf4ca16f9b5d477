package cn.shequ.admission.award;

import cn.shequ.events.admission.AwardKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Nominations and awards as they are kept. */
@ApplicationScoped
class Awards {

    private final Jdbi jdbi;

    Awards(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Until this transaction ends nobody else nominates it and no veto comes upon it: of the two one is first. */
    void lockNominee(Nominee nominee) {
        jdbi.useHandle(handle ->
                handle.execute("SELECT pg_advisory_xact_lock(hashtext('nominee'), hashtext(?))", nominee.value()));
    }

    /** False when the nominee stands, or was decided on, for the same award. */
    boolean add(Award award) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                        INSERT INTO award (id, kind, division, year, title, nominee, place, grounds, stage, nominated_by,
                          nominated_on)
                        VALUES (:id, :kind, :division, :year, :title, :nominee, :place, :grounds, :stage, :nominatedBy,
                          :nominatedOn)
                        ON CONFLICT (division, year, kind, title, nominee) WHERE stage <> 'CANCELLED' DO NOTHING""").bindMethods(award).execute())
                == 1;
    }

    Optional<Award> find(UUID id) {
        return read(id, "");
    }

    /** The award, which nobody else decides or cancels until this transaction ends. */
    Optional<Award> lock(UUID id) {
        return read(id, " FOR UPDATE");
    }

    private Optional<Award> read(UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM award WHERE id = :id" + locking)
                .bind("id", id)
                .mapTo(Award.class)
                .findOne());
    }

    /** What these are nominated for, and what they hold that was given on that day or later, locked. */
    List<Award> lockStanding(Collection<Nominee> nominees, LocalDate since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM award WHERE nominee = ANY(:nominees)
                          AND (stage = 'NOMINATED' OR stage = 'GRANTED' AND granted_on >= :since)
                        ORDER BY id FOR UPDATE""")
                .bind("nominees", nominees.stream().map(Nominee::value).toArray(String[]::new))
                .bind("since", since)
                .mapTo(Award.class)
                .list());
    }

    void change(Award award) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE award SET stage = :stage, granted_on = :grantedOn, ended_on = :endedOn,
                          decided_by = :decidedBy, reason = :reason, veto = :veto
                        WHERE id = :id""").bindMethods(award).execute());
    }

    /** What was given, and what became of it; for everybody. */
    Page<Award> granted(
            @Nullable Nominee nominee,
            @Nullable DivisionCode division,
            @Nullable AwardKind kind,
            @Nullable Integer year,
            PageRequest request) {
        List<Award> found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT a.* FROM award a
                        WHERE a.id > :after AND a.granted_on IS NOT NULL
                          AND (CAST(:nominee AS varchar) IS NULL OR a.nominee = :nominee)
                          AND (CAST(:division AS char(12)) IS NULL OR a.division = :division)
                          AND (CAST(:kind AS varchar) IS NULL OR a.kind = :kind)
                          AND (CAST(:year AS int) IS NULL OR a.year = :year)
                        ORDER BY a.id LIMIT :limit""")
                .bind("after", request.afterId())
                .bind("nominee", nominee)
                .bind("division", division)
                .bind("kind", kind)
                .bind("year", year)
                .bind("limit", request.limit() + 1)
                .mapTo(Award.class)
                .list());
        return page(found, request);
    }

    /** Nominations to or from the caller's territory, in the order in which they were made. */
    Page<Award> nominations(
            @Nullable Nominee nominee, @Nullable AwardStage stage, Map<String, Object> caller, PageRequest request) {
        List<Award> found = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT a.* FROM award a
                        WHERE a.id > :after
                          AND (CAST(:nominee AS varchar) IS NULL OR a.nominee = :nominee)
                          AND (CAST(:stage AS varchar) IS NULL OR a.stage = :stage)
                          AND (%s OR %s)
                        ORDER BY a.id LIMIT :limit""".formatted(Jurisdiction.within("a.division"), Jurisdiction.within("a.place")))
                .bindMap(caller)
                .bind("after", request.afterId())
                .bind("nominee", nominee)
                .bind("stage", stage)
                .bind("limit", request.limit() + 1)
                .mapTo(Award.class)
                .list());
        return page(found, request);
    }

    private static Page<Award> page(List<Award> found, PageRequest request) {
        return Page.of(found, request, award -> award.id().toString());
    }
}
