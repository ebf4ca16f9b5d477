package cn.shequ.admission.check;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
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

    /** By the index of the check; the joins are look-ups by key. Those that end last come first. */
    List<AdmittedTask> of(CreditCode department, DivisionCode community, String matter) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE p.department = :department AND p.community = :community AND p.matter = :matter
                        ORDER BY p.valid_to DESC, p.id LIMIT :most""")
                .bind("department", department)
                .bind("community", community)
                .bind("matter", matter)
                .bind("most", MOST)
                .mapTo(AdmittedTask.class)
                .list());
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
