package cn.shequ.admission.check;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
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
    private static final int MOST = 50;

    private static final String SELECT = """
            SELECT p.id AS placement, p.application_id AS application, p.department, d.name_zh AS department_name, p.matter,
                   a.title, a.content, a.objects, a.authority, p.valid_from, p.valid_to, p.stage, p.funded_through,
                   p.exited_on
            FROM placement p JOIN task_application a ON a.id = p.application_id
            JOIN department d ON d.credit_code = p.department
            """;

    private final Jdbi jdbi;

    AdmittedTasks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What was admitted, for each question that finds something; what ends last comes first. One query by the index of the
     * check; the joins are look-ups by key.
     */
    Map<Question, List<AdmittedTask>> of(List<Question> questions) {
        if (questions.isEmpty()) {
            return Map.of();
        }
        Map<Question, List<AdmittedTask>> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT q.place, t.* FROM unnest("
                        + "CAST(:departments AS char(18)[]), CAST(:communities AS char(12)[]), CAST(:matters AS varchar[]))"
                        + " WITH ORDINALITY AS q (department, community, matter, place) CROSS JOIN LATERAL (" + SELECT
                        + """
                        WHERE p.department = q.department AND p.community = q.community AND p.matter = q.matter
                        ORDER BY p.valid_to DESC, p.id LIMIT :most) t ORDER BY q.place, t.valid_to DESC, t.placement""")
                .bind("departments", texts(questions, question -> question.department()
                        .value()))
                .bind("communities", texts(questions, question -> question.community()
                        .value()))
                .bind("matters", texts(questions, Question::matter))
                .bind("most", MOST)
                .map((row, context) -> found.computeIfAbsent(
                                questions.get(row.getInt("place") - 1), question -> new ArrayList<>())
                        .add(context.findRowMapperFor(AdmittedTask.class)
                                .orElseThrow()
                                .map(row, context)))
                .list());
        return found;
    }

    private static String[] texts(List<Question> questions, Function<Question, String> part) {
        return questions.stream().map(part).toArray(String[]::new);
    }

    /** What may be asked of the community on a day, in the order of admission. */
    Page<AdmittedTask> inForce(DivisionCode community, LocalDate on, PageRequest request) {
        List<AdmittedTask> found = jdbi.withHandle(handle -> handle.createQuery(SELECT + """
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
