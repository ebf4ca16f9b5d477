package cn.shequ.admission.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** One-vote vetoes, as far as funding has told of them. */
@ApplicationScoped
public class Vetoes {

    private final Jdbi jdbi;

    Vetoes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when it is known already. */
    boolean add(Veto veto) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                        INSERT INTO veto (id, violation, body, valid_from, valid_to, rule)
                        VALUES (:id, :violation, :body, :validFrom, :validTo, :rule)
                        ON CONFLICT (id) DO NOTHING""").bindMethods(veto).execute())
                == 1;
    }

    /** False when there is none to lift. */
    boolean lift(UUID veto, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE veto SET lifted_on = :day WHERE id = :veto AND lifted_on IS NULL")
                        .bind("veto", veto)
                        .bind("day", day)
                        .execute())
                == 1;
    }

    boolean knows(UUID veto) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM veto WHERE id = :veto)")
                .bind("veto", veto)
                .mapTo(Boolean.class)
                .one());
    }

    /** The body, all who have taken its place, and of a subdistrict and its office the other one. */
    List<Nominee> barredWith(Nominee body) {
        return jdbi
                .withHandle(handle -> handle.createQuery("SELECT barred_with(CAST(:body AS varchar))")
                        .bind("body", body)
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(Nominee::new)
                .toList();
    }

    /** Those in force on a day that count against a body: its own, and those of all that are the same body. */
    List<Veto> against(Nominee body, LocalDate day) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        SELECT v.* FROM veto v
                        WHERE v.body IN (SELECT same_body(CAST(:body AS varchar))) AND v.valid_to >= :day
                        ORDER BY v.valid_to DESC, v.id""")
                        .bind("body", body)
                        .bind("day", day)
                        .mapTo(Veto.class)
                        .list())
                .stream()
                .filter(veto -> veto.isInForceOn(day))
                .toList();
    }

    /** Those that count against a body and were in force on at least one of these days, the latest first. */
    public List<Veto> during(Nominee body, LocalDate first, LocalDate last) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT v.* FROM veto v
                        WHERE v.body IN (SELECT same_body(CAST(:body AS varchar)))
                          AND greatest(v.valid_from, :first) <= least(v.valid_to, :last, v.lifted_on - 1)
                        ORDER BY v.valid_to DESC, v.id LIMIT 100""")
                .bind("body", body)
                .bind("first", first)
                .bind("last", last)
                .mapTo(Veto.class)
                .list());
    }
}
