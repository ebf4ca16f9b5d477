package cn.shequ.admission.duty;

import cn.shequ.kit.memory.Changed;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The catalogue of statutory duties. */
@ApplicationScoped
public class StatutoryDuties {

    private final Jdbi jdbi;
    private final Event<Changed> changed;

    StatutoryDuties(Jdbi jdbi, Event<Changed> changed) {
        this.jdbi = jdbi;
        this.changed = changed;
    }

    public Optional<StatutoryDuty> find(String code) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM statutory_duty WHERE code = :code")
                .bind("code", code)
                .mapTo(StatutoryDuty.class)
                .findOne());
    }

    /** Those of the codes that are in the catalogue, by code. */
    public Map<String, StatutoryDuty> find(Set<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : jdbi
                        .withHandle(
                                handle -> handle.createQuery("SELECT * FROM statutory_duty WHERE code = ANY(:codes)")
                                        .bind("codes", codes.toArray(String[]::new))
                                        .mapTo(StatutoryDuty.class)
                                        .list())
                        .stream()
                        .collect(Collectors.toMap(StatutoryDuty::code, Function.identity()));
    }

    Page<StatutoryDuty> list(PageRequest request) {
        List<StatutoryDuty> found = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM statutory_duty WHERE code > :after ORDER BY code LIMIT :limit")
                .bind("after", request.after())
                .bind("limit", request.limit() + 1)
                .mapTo(StatutoryDuty.class)
                .list());
        return Page.of(found, request, StatutoryDuty::code);
    }

    /** False when the code is taken. */
    boolean add(StatutoryDuty duty) {
        return addAll(List.of(duty));
    }

    /** False when one of the codes is taken. */
    boolean addAll(List<StatutoryDuty> added) {
        added.forEach(duty -> changed.fire(new Changed(duty.code())));
        return added.isEmpty()
                || jdbi.withHandle(handle -> {
                            PreparedBatch batch = handle.prepareBatch("""
                                    INSERT INTO statutory_duty
                                      (code, title_zh, title_en, basis_kind, citation_zh, citation_en, valid_from, valid_to)
                                    VALUES (:code, :titleZh, :titleEn, :basisKind, :citationZh, :citationEn, :validFrom,
                                      :validTo)
                                    ON CONFLICT DO NOTHING""");
                            added.forEach(duty -> batch.bindMethods(duty).add());
                            return Arrays.stream(batch.execute()).sum();
                        })
                        == added.size();
    }
}
