package cn.shequ.admission.department;

import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What bodies were called before. */
@ApplicationScoped
public class Renamings {

    private final Jdbi jdbi;

    Renamings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The body as it is now, called what it was called on a day; what it was called last where that changed on the day. */
    public Department asCalledOn(LocalDate day, Department body) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT number, former_zh, former_en, name_zh, name_en, document, renamed_on
                        FROM department_renaming WHERE credit_code = :body AND renamed_on > :day
                        ORDER BY number LIMIT 1""")
                .bind("body", body.creditCode())
                .bind("day", day)
                .mapTo(Renaming.class)
                .findOne()
                .map(next -> body.called(next.formerZh(), next.formerEn()))
                .orElse(body));
    }

    /** The next one of a body that nobody else renames until this transaction ends. */
    void add(Department body, NewName name, LocalDate on, String by) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO department_renaming (credit_code, number, former_zh, former_en, name_zh, name_en,
                                                             document, renamed_on, recorded_by)
                            SELECT :creditCode, 1 + (SELECT count(*) FROM department_renaming WHERE credit_code = :creditCode),
                                   :nameZh, :nameEn, :name.nameZh, :name.nameEn, :name.document, :on, :by""")
                    .bindMethods(body)
                    .bindMethods("name", name)
                    .bind("on", on)
                    .bind("by", by)
                    .execute();
            handle.createUpdate("""
                            UPDATE department SET name_zh = :nameZh, name_en = :nameEn, version = version + 1
                            WHERE credit_code = :body""")
                    .bind("body", body.creditCode())
                    .bindMethods(name)
                    .execute();
        });
    }

    /** Those of a body, the first one first. */
    Page<Renaming> of(CreditCode body, PageRequest request) {
        List<Renaming> found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT number, former_zh, former_en, name_zh, name_en, document, renamed_on
                        FROM department_renaming WHERE credit_code = :body AND number > :after
                        ORDER BY number LIMIT :limit""")
                .bind("body", body)
                .bind("after", request.afterNumber())
                .bind("limit", request.limit() + 1)
                .mapTo(Renaming.class)
                .list());
        return Page.of(found, request, renaming -> Integer.toString(renaming.number()));
    }
}
