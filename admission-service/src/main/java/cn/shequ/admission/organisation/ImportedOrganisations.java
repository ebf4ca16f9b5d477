package cn.shequ.admission.organisation;

import cn.shequ.kit.division.DivisionCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Organisations that were taken over, as they were then, and what on record is in the way of others. */
@ApplicationScoped
class ImportedOrganisations {

    private final Jdbi jdbi;

    ImportedOrganisations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those of the numbers that were taken over for a division, by number, whatever became of them since. */
    Map<String, ImportedOrganisation> find(DivisionCode division, Set<String> numbers) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        SELECT i.number, o.community, o.name_zh, o.kind, o.category, i.track, i.individual_members,
                          i.institutional_members, i.capital, o.head, o.head_post, o.head_exception, o.set_up_by,
                          o.vertically_managed, o.basis_kind, o.basis_citation, i.authority, i.decided_on, r.earlier_document
                        FROM organisation_import i JOIN organisation o ON o.id = i.organisation_id
                        LEFT JOIN organisation_registration r ON r.organisation_id = i.organisation_id
                        WHERE i.division = :division AND i.number = ANY(CAST(:numbers AS varchar[]))""")
                        .bind("division", division)
                        .bind("numbers", numbers.toArray(String[]::new))
                        .mapTo(ImportedOrganisation.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(ImportedOrganisation::number, Function.identity()));
    }

    /** Those of the names that an application or organisation of the community has. */
    Set<ImportedOrganisation.Name> taken(Collection<ImportedOrganisation.Name> names) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT q.community, q.name
                        FROM unnest(CAST(:communities AS char(12)[]), CAST(:names AS varchar[])) q (community, name)
                        WHERE EXISTS (SELECT 1 FROM organisation o WHERE o.community = q.community AND o.name_zh = q.name
                                      AND o.stage NOT IN ('DECLINED', 'DEREGISTERED'))""")
                .bind(
                        "communities",
                        names.stream().map(name -> name.community().value()).toArray(String[]::new))
                .bind(
                        "names",
                        names.stream().map(ImportedOrganisation.Name::name).toArray(String[]::new))
                .mapTo(ImportedOrganisation.Name.class)
                .set());
    }

    /** False when a number of the division is taken already. */
    boolean addAll(List<TakenOver> added, DivisionCode division, String person, LocalDate today) {
        return jdbi.withHandle(handle -> {
                    PreparedBatch batch = handle.prepareBatch("""
                            INSERT INTO organisation_import (organisation_id, division, number, track, individual_members,
                              institutional_members, capital, authority, decided_on, imported_by, imported_on)
                            VALUES (:id, :division, :number, :track, :individualMembers, :institutionalMembers, :capital,
                              :authority, :decidedOn, :person, :today)
                            ON CONFLICT (division, number) DO NOTHING""");
                    added.forEach(one -> batch.bind("id", one.id())
                            .bind("division", division)
                            .bind("person", person)
                            .bind("today", today)
                            .bindMethods(one.line())
                            .add());
                    return Arrays.stream(batch.execute()).sum();
                })
                == added.size();
    }

    /** Puts what was entered as an application on file or into the register, as of the day of the earlier decision. */
    void decide(List<UUID> ids) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE organisation o SET stage = i.track,
                          filed_by = CASE i.track WHEN 'FILED' THEN i.imported_by END,
                          filed_on = CASE i.track WHEN 'FILED' THEN i.decided_on END
                        FROM organisation_import i
                        WHERE i.organisation_id = o.id AND o.id = ANY(CAST(:ids AS uuid[]))""")
                .bind("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .execute());
    }
}
