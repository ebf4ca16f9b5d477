package cn.shequ.admission.department;

import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The register of bodies, by credit code. */
@ApplicationScoped
public class Departments {

    private final Jdbi jdbi;

    Departments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<Department> find(CreditCode code) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM department WHERE credit_code = :code")
                .bind("code", code)
                .mapTo(Department.class)
                .findOne());
    }

    /** The body itself, or who has taken its place meanwhile. */
    public CreditCode holder(CreditCode body) {
        CreditCode holder = body;
        for (CreditCode next = body; next != null; ) {
            holder = next;
            next = find(next).map(Department::succeededBy).orElse(null);
        }
        return holder;
    }

    /** False when a body with this credit code is registered already. */
    boolean add(Department department) {
        return jdbi.withHandle(handle ->
                        handle.createUpdate("""
                        INSERT INTO department (credit_code, division, name_zh, name_en, category, affiliation_level)
                        VALUES (:creditCode, :division, :nameZh, :nameEn, :category, :affiliationLevel)
                        ON CONFLICT DO NOTHING""").bindMethods(department).execute())
                == 1;
    }

    /** False when it has a successor already. */
    boolean succeed(CreditCode code, CreditCode successor, LocalDate on) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE department SET succeeded_by = :successor, succeeded_on = :on, version = version + 1
                        WHERE credit_code = :code AND succeeded_by IS NULL""")
                        .bind("code", code)
                        .bind("successor", successor)
                        .bind("on", on)
                        .execute())
                == 1;
    }

    Page<Department> list(@Nullable DivisionCode division, @Nullable DepartmentCategory category, PageRequest request) {
        List<Department> found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM department
                        WHERE credit_code > :after
                          AND (CAST(:division AS char(12)) IS NULL OR division = :division)
                          AND (CAST(:category AS varchar) IS NULL OR category = :category)
                        ORDER BY credit_code LIMIT :limit""")
                .bind("after", request.after())
                .bind("division", division)
                .bind("category", category)
                .bind("limit", request.limit() + 1)
                .mapTo(Department.class)
                .list());
        return Page.of(found, request, department -> department.creditCode().value());
    }
}
