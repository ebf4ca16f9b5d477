package cn.shequ.admission.department;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The register of bodies, by credit code. */
@ApplicationScoped
public class Departments {

    private static final String FUNCTIONS =
            "ARRAY(SELECT f.function FROM department_function f WHERE f.credit_code = d.credit_code) AS functions";
    private static final String BODY = "SELECT d.*, " + FUNCTIONS + " FROM department d ";

    private final Jdbi jdbi;

    Departments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<Department> find(CreditCode code) {
        return jdbi.withHandle(handle -> handle.createQuery(BODY + "WHERE credit_code = :code")
                .bind("code", code)
                .mapTo(Department.class)
                .findOne());
    }

    /** Nobody else changes them until the transaction ends; read them after it, and not before. */
    void lock(CreditCode... codes) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT credit_code FROM department
                        WHERE credit_code = ANY(CAST(:codes AS char(18)[])) ORDER BY credit_code FOR UPDATE""")
                .bind("codes", Arrays.stream(codes).map(CreditCode::value).toArray(String[]::new))
                .mapTo(CreditCode.class)
                .list());
    }

    /** @throws Refusal {@link AdmissionProblem#DEPARTMENT_UNKNOWN} for a body that is not registered or has a successor */
    public Department requireInExistence(CreditCode code) {
        return find(code).filter(body -> !body.isSucceeded()).orElseThrow(() -> Refusal.of(
                        AdmissionProblem.DEPARTMENT_UNKNOWN)
                .with("creditCode", code));
    }

    /** @throws Refusal {@link AdmissionProblem#DEPARTMENT_UNKNOWN} for one that is not registered or has a successor */
    public void requireInExistence(Set<CreditCode> codes) {
        notInExistence(codes).stream().sorted().findFirst().ifPresent(unknown -> {
            throw Refusal.of(AdmissionProblem.DEPARTMENT_UNKNOWN).with("creditCode", unknown);
        });
    }

    /** Those of the codes under which no body is registered, or one that has a successor. */
    public Set<CreditCode> notInExistence(Set<CreditCode> codes) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT code FROM unnest(CAST(:codes AS char(18)[])) AS code
                        WHERE NOT EXISTS (SELECT 1 FROM department WHERE credit_code = code AND succeeded_by IS NULL)""")
                .bind("codes", codes.stream().map(CreditCode::value).toArray(String[]::new))
                .mapTo(CreditCode.class)
                .set());
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
        return addAll(List.of(department));
    }

    /** False when one of them is registered already. */
    boolean addAll(List<Department> added) {
        return added.isEmpty()
                || jdbi.withHandle(handle -> {
                            PreparedBatch batch = handle.prepareBatch("""
                                    INSERT INTO department
                                      (credit_code, division, name_zh, name_en, category, affiliation_level)
                                    VALUES (:creditCode, :division, :nameZh, :nameEn, :category, :affiliationLevel)
                                    ON CONFLICT DO NOTHING""");
                            added.forEach(
                                    department -> batch.bindMethods(department).add());
                            return Arrays.stream(batch.execute()).sum();
                        })
                        == added.size();
    }

    /** As they were registered, those of the credit codes that are, by credit code. */
    Map<String, NewDepartment> registered(Set<String> codes) {
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "SELECT credit_code, division, name_zh, name_en, category, affiliation_level, "
                                        + FUNCTIONS
                                        + " FROM department d WHERE credit_code = ANY(CAST(:codes AS char(18)[]))")
                        .bind("codes", codes.toArray(String[]::new))
                        .mapTo(NewDepartment.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(body -> body.creditCode().value(), Function.identity()));
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

    /** It says something else of itself now. */
    void advance(CreditCode code) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE department SET version = version + 1 WHERE credit_code = :code")
                        .bind("code", code)
                        .execute());
    }

    Page<Department> list(@Nullable DivisionCode division, @Nullable DepartmentCategory category, PageRequest request) {
        List<Department> found = jdbi.withHandle(handle -> handle.createQuery(BODY + """
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
