package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.DecidedBecause;
import cn.shequ.events.admission.AssistanceDomain;
import cn.shequ.events.admission.ReviewEscalation;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Applications with their forms. */
@ApplicationScoped
public class TaskApplications {

    private final Jdbi jdbi;

    TaskApplications(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Row(
            UUID id,
            CreditCode department,
            DivisionCode division,
            TaskStage stage,
            int version,
            int round,
            @Nullable String title,
            @Nullable AssistanceDomain domain,
            @Nullable String exceptionalGrounds,
            @Nullable String legalBasis,
            @Nullable String content,
            @Nullable String objects,
            @Nullable String authority,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String workload,
            @Nullable CreditCode payer,
            @Nullable String fundingBasis,
            @Nullable String noFundsReason,
            @Nullable UUID renews,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate reviewBy,
            boolean reviewProvisional,
            @Nullable String reviewRule,
            @Nullable LocalDate leaderBy,
            boolean leaderProvisional,
            @Nullable String leaderRule,
            @Nullable DivisionCode decidedBy,
            @Nullable DecidedBecause decidedBecause,
            @Nullable LocalDate signedOn) {

        TaskApplication application(
                List<DivisionCode> communities, List<FundingRow> funding, List<FormAttachment> attachments) {
            ApplicationForm form = new ApplicationForm(
                    title,
                    domain,
                    exceptionalGrounds,
                    legalBasis,
                    communities,
                    content,
                    objects,
                    authority,
                    validFrom,
                    validTo,
                    workload,
                    payer,
                    fundingBasis,
                    noFundsReason,
                    renews,
                    funding,
                    attachments);
            return new TaskApplication(id, department, division, stage, version, round, form, submission(), signedOn);
        }

        /** Absent until it was submitted; the database has all of them or none. */
        private @Nullable Submission submission() {
            return submittedOn == null
                            || reviewBy == null
                            || reviewRule == null
                            || leaderBy == null
                            || leaderRule == null
                            || decidedBy == null
                            || decidedBecause == null
                    ? null
                    : new Submission(
                            submittedOn,
                            reviewBy,
                            reviewProvisional,
                            reviewRule,
                            leaderBy,
                            leaderProvisional,
                            leaderRule,
                            decidedBy,
                            decidedBecause);
        }
    }

    /**
     * An application as lists show it.
     *
     * @param reviewBy the last day for the group
     * @param reviewProvisional whether the holidays of that day's year were not announced when it was counted
     * @param decidedBy whose leading group decides
     */
    public record Summary(
            UUID id,
            CreditCode department,
            DivisionCode division,
            TaskStage stage,
            @Nullable String title,
            @Nullable AssistanceDomain domain,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate reviewBy,
            boolean reviewProvisional,
            @Nullable DivisionCode decidedBy) {}

    public Optional<TaskApplication> find(UUID id) {
        return read(id, "");
    }

    /** The application, which nobody else changes until this transaction ends. */
    Optional<TaskApplication> lock(UUID id) {
        return read(id, " FOR UPDATE");
    }

    private Optional<TaskApplication> read(UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM task_application WHERE id = :id" + locking)
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(row -> row.application(areas(handle, id), funding(handle, id), attachments(handle, id))));
    }

    private static List<DivisionCode> areas(Handle handle, UUID id) {
        return handle.createQuery("SELECT division FROM task_area WHERE application_id = :id ORDER BY division")
                .bind("id", id)
                .mapTo(DivisionCode.class)
                .list();
    }

    private static List<FundingRow> funding(Handle handle, UUID id) {
        return handle.createQuery("""
                        SELECT community, funding_year, working_funds, labour_fees, conditions, pay_by FROM task_funding
                        WHERE application_id = :id ORDER BY funding_year, community NULLS FIRST""").bind("id", id).mapTo(FundingRow.class).list();
    }

    private static List<FormAttachment> attachments(Handle handle, UUID id) {
        return handle.createQuery(
                        "SELECT title, document FROM task_attachment WHERE application_id = :id ORDER BY place")
                .bind("id", id)
                .mapTo(FormAttachment.class)
                .list();
    }

    void add(TaskApplication application) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO task_application (id, department, division, stage, version, round)
                            VALUES (:id, :department, :division, :stage, :version, :round)""").bindMethods(application).execute();
            putForm(handle, application);
        });
    }

    void putForm(TaskApplication application) {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM task_area WHERE application_id = ?", application.id());
            handle.execute("DELETE FROM task_funding WHERE application_id = ?", application.id());
            handle.execute("DELETE FROM task_attachment WHERE application_id = ?", application.id());
            putForm(handle, application);
        });
        advance(application);
    }

    private static void putForm(Handle handle, TaskApplication application) {
        UUID id = application.id();
        ApplicationForm form = application.form();
        handle.createUpdate("""
                        UPDATE task_application SET title = :title, domain = :domain,
                          exceptional_grounds = :exceptionalGrounds, legal_basis = :legalBasis, content = :content,
                          objects = :objects, authority = :authority, valid_from = :validFrom, valid_to = :validTo,
                          workload = :workload, payer = :payer, funding_basis = :fundingBasis,
                          no_funds_reason = :noFundsReason, renews = :renews
                        WHERE id = :id""").bindMethods(form).bind("id", id).execute();
        PreparedBatch areas =
                handle.prepareBatch("INSERT INTO task_area (application_id, division) VALUES (:id, :division)");
        form.asked()
                .forEach(division ->
                        areas.bind("id", id).bind("division", division).add());
        execute(areas);
        PreparedBatch funding = handle.prepareBatch("""
                INSERT INTO task_funding
                  (application_id, community, funding_year, working_funds, labour_fees, conditions, pay_by)
                VALUES (:id, :community, :fundingYear, :workingFunds, :labourFees, :conditions, :payBy)""");
        form.rows().forEach(row -> funding.bind("id", id).bindMethods(row).add());
        execute(funding);
        PreparedBatch attachments = handle.prepareBatch("""
                INSERT INTO task_attachment (application_id, place, title, document)
                VALUES (:id, :place, :title, :document)""");
        for (int place = 0; place < form.documents().size(); place++) {
            attachments
                    .bind("id", id)
                    .bind("place", place)
                    .bindMethods(form.documents().get(place))
                    .add();
        }
        execute(attachments);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Writes what a command changed; the row was locked before. */
    void advance(TaskApplication application) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        UPDATE task_application SET stage = :stage, version = :version, round = :round,
                          submitted_on = :submittedOn, review_by = :reviewBy, review_rule = :reviewRule,
                          leader_by = :leaderBy, leader_rule = :leaderRule,
                          review_provisional = :reviewProvisional, leader_provisional = :leaderProvisional,
                          decided_by = :decidedBy, decided_because = :decidedBecause, signed_on = :signedOn
                        WHERE id = :id""").bindMethods(application).execute());
    }

    void putCommunities(UUID id, Collection<DivisionCode> communities) {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM task_community WHERE application_id = ?", id);
            PreparedBatch batch = handle.prepareBatch(
                    "INSERT INTO task_community (application_id, community) VALUES (:id, :community)");
            communities.forEach(community ->
                    batch.bind("id", id).bind("community", community).add());
            execute(batch);
        });
    }

    List<DivisionCode> communities(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT community FROM task_community WHERE application_id = :id ORDER BY community")
                .bind("id", id)
                .mapTo(DivisionCode.class)
                .list());
    }

    /** Whether a submitted application asks for a community. */
    public boolean asksFor(UUID id, DivisionCode community) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM task_community
                          WHERE application_id = :id AND community = :community)""")
                .bind("id", id)
                .bind("community", community)
                .mapTo(Boolean.class)
                .one());
    }

    /** One community of the application that lies in the caller's territory: enough to say that it concerns them. */
    Optional<DivisionCode> concerning(UUID id, Map<String, Object> caller) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT community FROM task_community t WHERE application_id = :id AND "
                                + Jurisdiction.within("t.community") + " LIMIT 1")
                        .bind("id", id)
                        .bindMap(caller)
                        .mapTo(DivisionCode.class)
                        .findOne());
    }

    /** What the caller may see: the own division's applications, and those that concern a community of it. */
    Page<Summary> list(
            @Nullable TaskStage stage,
            @Nullable DivisionCode division,
            @Nullable DivisionCode decidedBy,
            @Nullable Boolean overdue,
            @Nullable ReviewEscalation escalatedTo,
            @Nullable String ownDepartment,
            Map<String, Object> caller,
            PageRequest request) {
        List<Summary> found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, department, division, stage, title, domain, valid_from, valid_to, submitted_on,
                          review_by, review_provisional, decided_by
                        FROM task_application a
                        WHERE a.id > :after
                          AND (CAST(:stage AS varchar) IS NULL OR a.stage = :stage)
                          AND (CAST(:division AS char(12)) IS NULL OR a.division = :division)
                          AND (CAST(:decidedBy AS char(12)) IS NULL OR a.decided_by = :decidedBy)
                          AND (CAST(:overdue AS boolean) IS NULL
                            OR :overdue = %s)
                          AND (CAST(:escalatedTo AS varchar) IS NULL
                            OR (%s
                              AND :escalatedTo = CASE WHEN a.leader_by < :today AND NOT a.leader_provisional AND %s
                                THEN 'NEXT_LEVEL' ELSE 'PRINCIPAL_LEADER' END))
                          AND ((%s AND (CAST(:own AS char(18)) IS NULL OR a.department = :own))
                            OR EXISTS (SELECT 1 FROM task_community t WHERE t.application_id = a.id AND %s))
                        ORDER BY a.id LIMIT :limit""".formatted(
                                TaskEscalations.OVERDUE,
                                TaskEscalations.OVERDUE,
                                TaskEscalations.LEVEL_ABOVE,
                                Jurisdiction.within("a.division"),
                                Jurisdiction.within("t.community")))
                .bindMap(caller)
                .bind("after", request.afterId())
                .bind("stage", stage)
                .bind("overdue", overdue)
                .bind("escalatedTo", escalatedTo)
                .bind("division", division)
                .bind("decidedBy", decidedBy)
                .bind("own", ownDepartment)
                .bind("limit", request.limit() + 1)
                .mapTo(Summary.class)
                .list());
        return Page.of(found, request, summary -> summary.id().toString());
    }
}
