package cn.shequ.admission.check;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Reads placements with what was approved. */
@ApplicationScoped
class AdmittedTasks {

    /** More placements of one matter between one body and one community than any city has. */
    static final int MOST = 50;

    /** With what the approval states. */
    private static final String SELECT = """
            SELECT p.id AS placement, p.application_id AS application, %1$s.department, d.name_zh AS department_name, p.matter,
                   a.title, a.content, a.objects, a.authority, p.valid_from, p.valid_to, %1$s.stage, %1$s.funded_through, %1$s.funding_rule,
                   CASE %1$s.stage WHEN 'EXITED' THEN p.exited_on END AS exited_on
            FROM placement p %2$s JOIN task_application a ON a.id = p.application_id
            JOIN department d ON d.credit_code = %1$s.department
            """;

    /** How a placement stands is in its row. */
    private static final String NOW = SELECT.formatted("p", "");

    /** How it stood when a day was over is the last of its states until then. */
    private static final String THEN = SELECT.formatted("s", """
            JOIN LATERAL (SELECT department, stage, funded_through, funding_rule FROM placement_state
                          WHERE placement_id = p.id AND since < q.day_over ORDER BY id DESC LIMIT 1) s ON TRUE""");

    private final Jdbi jdbi;
    private final Clock clock;

    AdmittedTasks(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
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
                        .add(context.findRowMapperFor(AdmittedTask.class)
                                .orElseThrow()
                                .map(row, context)))
                .list());
        return found;
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
