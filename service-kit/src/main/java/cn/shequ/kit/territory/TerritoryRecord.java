package cn.shequ.kit.territory;

import cn.shequ.kit.division.DivisionCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes the territory: in facilities by import, in every other service from its events. Beside the
 * divisions it keeps {@code division_ancestry}, every pair of a division and one it lies in, with the
 * days on which that holds, so that who may see what is one look-up.
 */
@ApplicationScoped
public class TerritoryRecord {

    private final Jdbi jdbi;

    TerritoryRecord(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether the parent is known, without which a division cannot be placed. */
    public boolean knows(DivisionCode code) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM division WHERE code = :code)")
                .bind("code", code)
                .mapTo(Boolean.class)
                .one());
    }

    /** Replaces the version of the division that begins on the same day, or adds one. */
    public void put(Division division) {
        putAll(List.of(division));
    }

    /** As {@link #put} for many at once, a city's whole territory for instance, in four statements. */
    public void putAll(Collection<Division> divisions) {
        if (divisions.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch versions = handle.prepareBatch("""
                    INSERT INTO division (code, name, level, kind, parent, valid_from, valid_to)
                    VALUES (:code, :name, :level, :kind, :parent, :validFrom, :validTo)
                    ON CONFLICT (code, valid_from) DO UPDATE SET name = excluded.name, level = excluded.level,
                      kind = excluded.kind, parent = excluded.parent, valid_to = excluded.valid_to""");
            divisions.forEach(division -> versions.bindMethods(division).add());
            versions.execute();
            refreshAncestry(handle, withAllBelow(handle, divisions));
        });
    }

    private static List<DivisionCode> withAllBelow(Handle handle, Collection<Division> divisions) {
        String[] codes = divisions.stream()
                .map(division -> division.code().value())
                .distinct()
                .toArray(String[]::new);
        return handle.createQuery("""
                        SELECT descendant FROM division_ancestry WHERE ancestor = ANY(:codes)
                        UNION SELECT unnest(CAST(:codes AS char(12)[]))""")
                .bind("codes", codes)
                .mapTo(DivisionCode.class)
                .list();
    }

    private static void refreshAncestry(Handle handle, List<DivisionCode> codes) {
        String[] changed = codes.stream().map(DivisionCode::value).toArray(String[]::new);
        handle.createUpdate("DELETE FROM division_ancestry WHERE descendant = ANY(:codes)")
                .bind("codes", changed)
                .execute();
        handle.createUpdate("""
                        WITH RECURSIVE chain (descendant, ancestor, valid_from, valid_to) AS (
                          SELECT code, code, valid_from, coalesce(valid_to, 'infinity') FROM division
                          WHERE code = ANY(:codes)
                          UNION
                          SELECT c.descendant, d.parent, greatest(c.valid_from, d.valid_from),
                                 least(c.valid_to, coalesce(d.valid_to, 'infinity'))
                          FROM chain c JOIN division d ON d.code = c.ancestor
                          WHERE d.parent IS NOT NULL
                            AND d.valid_from <= c.valid_to AND coalesce(d.valid_to, 'infinity') >= c.valid_from)
                        INSERT INTO division_ancestry (descendant, ancestor, valid_from, valid_to)
                        SELECT descendant, ancestor, valid_from, nullif(max(valid_to), 'infinity')
                        FROM chain GROUP BY descendant, ancestor, valid_from""").bind("codes", changed).execute();
    }
}
