package cn.shequ.admission.duty;

import cn.shequ.kit.memory.Changed;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The catalogue of duties that offices keep to themselves (Art. 1 to 3, 6). */
@ApplicationScoped
public class OfficeDuties {

    private final Jdbi jdbi;
    private final Event<Changed> changed;

    OfficeDuties(Jdbi jdbi, Event<Changed> changed) {
        this.jdbi = jdbi;
        this.changed = changed;
    }

    public Optional<OfficeDuty> find(String code) {
        return Optional.ofNullable(find(Set.of(code)).get(code));
    }

    /** Those of the codes that are in the catalogue, by code. */
    public Map<String, OfficeDuty> find(Set<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : jdbi
                        .withHandle(handle -> handle.createQuery("SELECT * FROM office_duty WHERE code = ANY(:codes)")
                                .bind("codes", codes.toArray(String[]::new))
                                .mapTo(OfficeDuty.class)
                                .list())
                        .stream()
                        .collect(Collectors.toMap(OfficeDuty::code, Function.identity()));
    }

    Page<OfficeDuty> list(OfficeDuty.@Nullable Owner owner, PageRequest request) {
        List<OfficeDuty> found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM office_duty
                        WHERE code > :after AND (CAST(:owner AS varchar) IS NULL OR owner = :owner)
                        ORDER BY code LIMIT :limit""")
                .bind("after", request.after())
                .bind("owner", owner)
                .bind("limit", request.limit() + 1)
                .mapTo(OfficeDuty.class)
                .list());
        return Page.of(found, request, OfficeDuty::code);
    }

    /** False when the code is taken. */
    boolean add(OfficeDuty duty) {
        changed.fire(new Changed(duty.code()));
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                        INSERT INTO office_duty
                          (code, owner, function, title_zh, title_en, citation_zh, citation_en, valid_from, valid_to)
                        VALUES (:code, :owner, :function, :titleZh, :titleEn, :citationZh, :citationEn, :validFrom,
                          :validTo)
                        ON CONFLICT DO NOTHING""").bindMethods(duty).execute())
                == 1;
    }
}
