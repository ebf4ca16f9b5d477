package cn.shequ.facilities.division;

import cn.shequ.events.facilities.DivisionKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Division;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The divisions on record, read in every way but the ones that the kit's territory already knows. */
@ApplicationScoped
class Divisions {

    private final Jdbi jdbi;

    Divisions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    KnownDivisions known() {
        return new KnownDivisions(jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM division")
                .mapTo(Division.class)
                .list()));
    }

    /** As it is on the day; without one as it is today or, for a code no longer in use, as it last was. */
    Optional<Division> find(DivisionCode code, @Nullable LocalDate on, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM division
                        WHERE code = :code AND valid_from <= :day
                          AND (valid_to IS NULL OR valid_to >= :day OR CAST(:on AS date) IS NULL)
                        ORDER BY valid_from DESC LIMIT 1""")
                .bind("code", code)
                .bind("on", on)
                .bind("day", on == null ? today : on)
                .mapTo(Division.class)
                .findOne());
    }

    List<Division> list(
            LocalDate on,
            @Nullable DivisionLevel level,
            @Nullable DivisionKind kind,
            @Nullable DivisionCode parent,
            PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM division
                        WHERE code > :after AND valid_from <= :on AND (valid_to IS NULL OR valid_to >= :on)
                          AND (CAST(:level AS varchar) IS NULL OR level = :level)
                          AND (CAST(:kind AS varchar) IS NULL OR kind = :kind)
                          AND (CAST(:parent AS char(12)) IS NULL OR parent = :parent)
                        ORDER BY code LIMIT :limit""")
                .bind("after", page.after())
                .bind("on", on)
                .bind("level", level)
                .bind("kind", kind)
                .bind("parent", parent == null ? null : parent.value())
                .bind("limit", page.limit() + 1)
                .mapTo(Division.class)
                .list());
    }

    /** Everything on a day, parents first. */
    List<Division> all(LocalDate on) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT * FROM division
                        WHERE valid_from <= :on AND (valid_to IS NULL OR valid_to >= :on)
                        ORDER BY array_position(
                          ARRAY['CITY', 'COUNTY_LEVEL', 'TOWNSHIP_LEVEL', 'COMMUNITY'], level::text), code""").bind("on", on).mapTo(Division.class).list());
    }
}
