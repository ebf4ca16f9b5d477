package cn.shequ.admission.consultation;

import cn.shequ.admission.dueday.DueDay;
import cn.shequ.admission.dueday.Provisional;
import cn.shequ.admission.dueday.ProvisionalDays;
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

/** Consultations as they are kept; whether one is overdue is a comparison of dates at the moment of asking. */
@ApplicationScoped
class Consultations implements ProvisionalDays {

    private static final String SELECT =
            "SELECT c.*, c.stage = 'NOTIFIED' AND c.answer_by < :today AND NOT c.provisional AS overdue FROM consultation c ";

    private final Jdbi jdbi;

    Consultations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(Consultation consultation) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        INSERT INTO consultation (id, division, acting_body, acting_body_name, acting_body_level, action,
                          place, starts_on, recorded_by, recorded_on, stage, answer_by, provisional, deadline_rule)
                        VALUES (:id, :division, :actingBody, :actingBodyName, :actingBodyLevel, :action, :place, :startsOn,
                          :recordedBy, :recordedOn, :stage, :answerBy, :provisional, :deadlineRule)""").bindMethods(consultation).execute());
    }

    Optional<Consultation> find(UUID id, LocalDate today) {
        return read(id, today, "");
    }

    /** The consultation, which nobody else changes until this transaction ends. */
    Optional<Consultation> lock(UUID id, LocalDate today) {
        return read(id, today, " FOR UPDATE");
    }

    private Optional<Consultation> read(UUID id, LocalDate today, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE c.id = :id" + locking)
                .bind("id", id)
                .bind("today", today)
                .mapTo(Consultation.class)
                .findOne());
    }

    void answer(UUID id, ConsultationAnswer answer, String person, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE consultation SET stage = :stage, reason = :reason, answered_by = :person, answered_on = :day
                        WHERE id = :id""")
                .bind("id", id)
                .bind("stage", answer.stage())
                .bind("reason", answer.reason())
                .bind("person", person)
                .bind("day", day)
                .execute());
    }

    @Override
    public Counting counting() {
        return Counting.BUSINESS_DAYS;
    }

    @Override
    public List<Provisional> lockSome(Collection<Integer> years) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, division, recorded_on AS entered_on, recorded_on AS since,
                          ARRAY[deadline_rule] AS rules
                        FROM consultation
                        WHERE provisional AND stage = 'NOTIFIED' AND extract(year FROM answer_by) = ANY(:years)
                        ORDER BY id LIMIT 200 FOR UPDATE SKIP LOCKED""")
                .bind("years", years.toArray(Integer[]::new))
                .mapTo(Provisional.class)
                .list());
    }

    @Override
    public void put(UUID id, List<DueDay> days) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE consultation SET answer_by = :day, provisional = :provisional WHERE id = :id")
                .bindMethods(days.getFirst())
                .bind("id", id)
                .execute());
    }

    /** Those of the caller's territory, in the order in which they were recorded; those of one body if named. */
    Page<Consultation> list(
            @Nullable DivisionCode division,
            Consultation.@Nullable Stage stage,
            @Nullable Boolean overdue,
            @Nullable String own,
            Map<String, Object> caller,
            PageRequest request) {
        List<Consultation> found =
                jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE c.id > :after
                          AND (CAST(:division AS char(12)) IS NULL OR c.division = :division)
                          AND (CAST(:stage AS varchar) IS NULL OR c.stage = :stage)
                          AND (CAST(:overdue AS boolean) IS NULL
                            OR (c.stage = 'NOTIFIED' AND c.answer_by < :today AND NOT c.provisional) = :overdue)
                          AND (CAST(:own AS char(18)) IS NULL OR c.acting_body = :own)
                          AND %s
                        ORDER BY c.id LIMIT :limit""".formatted(Jurisdiction.within("c.division")))
                        .bindMap(caller)
                        .bind("after", request.afterId())
                        .bind("division", division)
                        .bind("stage", stage)
                        .bind("overdue", overdue)
                        .bind("own", own)
                        .bind("limit", request.limit() + 1)
                        .mapTo(Consultation.class)
                        .list());
        return Page.of(found, request, consultation -> consultation.id().toString());
    }
}
