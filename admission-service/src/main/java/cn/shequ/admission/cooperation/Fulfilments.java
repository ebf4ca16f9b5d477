package cn.shequ.admission.cooperation;

import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Which body fulfils which function in which division: one body in existence for each. */
@ApplicationScoped
public class Fulfilments {

    private final Jdbi jdbi;

    Fulfilments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In the divisions named. */
    public List<Fulfilment> in(Collection<DivisionCode> divisions) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT f.division, f.function, f.credit_code, d.name_zh, d.name_en
                        FROM department_function f JOIN department d ON d.credit_code = f.credit_code
                        WHERE f.division = ANY(CAST(:divisions AS char(12)[]))""")
                .bind("divisions", divisions.stream().map(DivisionCode::value).toArray(String[]::new))
                .mapTo(Fulfilment.class)
                .list());
    }

    /** False when another body fulfils one of them in this division. */
    public boolean add(
            CreditCode body, DivisionCode division, DepartmentCategory category, Set<CooperationFunction> functions) {
        return functions.isEmpty()
                || jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO department_function (division, function, category, credit_code)
                        SELECT :division, function, :category, :body
                        FROM unnest(CAST(:functions AS varchar[])) AS listed (function)
                        ON CONFLICT (division, function) DO NOTHING""")
                                .bind("division", division)
                                .bind("category", category)
                                .bind("body", body)
                                .bind(
                                        "functions",
                                        functions.stream()
                                                .map(Enum::name)
                                                .sorted()
                                                .toArray(String[]::new))
                                .execute())
                        == functions.size();
    }

    public void remove(CreditCode body) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM department_function WHERE credit_code = :body")
                .bind("body", body)
                .execute());
    }

    /**
     * What the one fulfilled the other fulfils from now on, in the same division and as far as its category is the one
     * of the function; what is left nobody fulfils.
     */
    public void handOver(CreditCode predecessor, CreditCode successor) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE department_function f SET credit_code = d.credit_code FROM department d
                        WHERE f.credit_code = :predecessor AND d.credit_code = :successor
                          AND d.division = f.division AND d.category = f.category""")
                .bind("predecessor", predecessor)
                .bind("successor", successor)
                .execute());
        remove(predecessor);
    }
}
