package cn.shequ.admission.check;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.memory.Sharing;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads placements with what was approved. */
@ApplicationScoped
class AdmittedTasks {

    /** More placements of one matter between one body and one community than any city has. */
    private static final int MOST = 50;

    private static final String SELECT = """
            SELECT p.id AS placement, p.application_id AS application, %1$s.department, d.name_zh AS department_name, p.matter,
                   a.title, a.content, a.objects, a.authority, p.valid_from, p.valid_to, %1$s.stage, %1$s.funded_through, %1$s.funding_rule,
                   CASE %1$s.stage WHEN 'EXITED' THEN p.exited_on END AS exited_on%3$s
            FROM placement p %2$s JOIN task_application a ON a.id = p.application_id
            JOIN department d ON d.credit_code = %1$s.department
            """;

    /** So that of each matter no more than the most are read. */
    private static final String RANK =
            ", row_number() OVER (PARTITION BY p.matter ORDER BY p.valid_to DESC, p.id) AS rank";

    /** How a placement stands is in its row. */
    private static final String NOW = SELECT.formatted("p", "", "");

    /** How it stood when a day was over is the last of its states until then. */
    private static final String THEN = SELECT.formatted("s", """
            JOIN LATERAL (SELECT department, stage, funded_through, funding_rule FROM placement_state
                          WHERE placement_id = p.id AND since < q.day_over ORDER BY id DESC LIMIT 1) s ON TRUE""", "");

    private final Jdbi jdbi;
    private final Clock clock;
    private final Sharing sharing = new Sharing();

    AdmittedTasks(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** What is admitted now, for each pair that has something; what ends last comes first. */
    Map<Pair, List<AdmittedTask>> now(Set<Pair> pairs) {
        List<Pair> asked = List.copyOf(pairs);
        Map<Pair, List<AdmittedTask>> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT q.place, t.* FROM unnest("
                        + "CAST(:departments AS char(18)[]), CAST(:communities AS char(12)[]))"
                        + " WITH ORDINALITY AS q (department, community, place) CROSS JOIN LATERAL ("
                        + SELECT.formatted("p", "", RANK) + """
                        WHERE p.department = q.department AND p.community = q.community) t
                        WHERE t.rank <= :most ORDER BY q.place, t.valid_to DESC, t.placement""")
                .bind("departments", texts(asked, pair -> pair.department().value()))
                .bind("communities", texts(asked, pair -> pair.community().value()))
                .bind("most", MOST)
                .map((row, context) -> found.computeIfAbsent(
                                asked.get(row.getInt("place") - 1), pair -> new ArrayList<>())
                        .add(task(row, context)))
                .list());
        return found;
    }

    /** What was admitted once, for each question about a past day that finds something; what ends last comes first. */
    Map<Question, List<AdmittedTask>> then(List<Question> questions) {
        Map<Question, List<AdmittedTask>> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT q.place, t.* FROM unnest("
                        + "CAST(:departments AS char(18)[]), CAST(:communities AS char(12)[]), CAST(:matters AS varchar[]),"
                        + " CAST(:daysOver AS timestamptz[]))"
                        + " WITH ORDINALITY AS q (department, community, matter, day_over, place) CROSS JOIN LATERAL ("
                        + THEN + """
                        WHERE s.department = q.department AND p.community = q.community AND p.matter = q.matter
                        ORDER BY p.valid_to DESC, p.id LIMIT :most) t ORDER BY q.place, t.valid_to DESC, t.placement""")
                .bind("departments", texts(questions, question -> question.department()
                        .value()))
                .bind("communities", texts(questions, question -> question.community()
                        .value()))
                .bind("matters", texts(questions, Question::matter))
                .bind("daysOver", texts(questions, question -> dayOver(question.on())))
                .bind("most", MOST)
                .map((row, context) -> found.computeIfAbsent(
                                questions.get(row.getInt("place") - 1), question -> new ArrayList<>())
                        .add(task(row, context)))
                .list());
        return found;
    }

    private AdmittedTask task(ResultSet row, StatementContext context) throws SQLException {
        return shared(context.findRowMapperFor(AdmittedTask.class).orElseThrow().map(row, context));
    }

    /** One approval's texts and dates are those of hundreds of placements, which are remembered. */
    private AdmittedTask shared(AdmittedTask task) {
        return new AdmittedTask(
                task.placement(),
                sharing.one(task.application()),
                sharing.one(task.department()),
                sharing.one(task.departmentName()),
                sharing.one(task.matter()),
                sharing.one(task.title()),
                sharing.one(task.content()),
                sharing.one(task.objects()),
                sharing.one(task.authority()),
                sharing.one(task.validFrom()),
                sharing.one(task.validTo()),
                task.stage(),
                task.fundedThrough() == null ? null : sharing.one(task.fundedThrough()),
                task.fundingRule() == null ? null : sharing.one(task.fundingRule()),
                task.exitedOn());
    }

    private String dayOver(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().toString();
    }

    private static <T> String[] texts(List<T> asked, Function<T, String> part) {
        return asked.stream().map(part).toArray(String[]::new);
    }

    /** What may be asked of the community on a day, in the order of admission. */
    Page<AdmittedTask> inForce(DivisionCode community, LocalDate on, PageRequest request) {
        List<AdmittedTask> found = jdbi.withHandle(handle -> handle.createQuery(NOW + """
                        WHERE p.community = :community AND p.stage = 'ACTIVE' AND p.id > :after
                          AND :on BETWEEN p.valid_from AND p.valid_to
                          AND (p.funded_through IS NULL OR p.funded_through >= :on)
                        ORDER BY p.id LIMIT :limit""")
                .bind("community", community)
                .bind("on", on)
                .bind("after", request.afterId())
                .bind("limit", request.limit() + 1)
                .mapTo(AdmittedTask.class)
                .list());
        return Page.of(found, request, task -> task.placement().toString());
    }
}
