package cn.shequ.funding.ledger;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The ledgers as recorded. */
@ApplicationScoped
public class Ledgers {

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;

    Ledgers(Jdbi jdbi, Jurisdiction jurisdiction) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
    }

    /** Opens the division's ledger unless it is open already. */
    void open(DivisionCode division, LedgerKind kind, LocalDate openedOn) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO ledger (id, division, kind, opened_on) VALUES (:id, :division, :kind, :openedOn)
                        ON CONFLICT (division) DO NOTHING""")
                .bindMethods(new Ledger(Ids.next(), division, kind, openedOn))
                .execute());
    }

    public Optional<Ledger> ofDivision(DivisionCode division) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM ledger WHERE division = :division")
                .bind("division", division)
                .mapTo(Ledger.class)
                .findOne());
    }

    /** The ledger in which the money of a community stands on a day. */
    public Optional<Ledger> keeping(DivisionCode community, LocalDate day) {
        return Optional.ofNullable(keeping(List.of(community), day).get(community));
    }

    /** By community: the ledger of its subdistrict on a day, else that of the unit above. */
    public Map<DivisionCode, Ledger> keeping(Collection<DivisionCode> communities, LocalDate day) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        SELECT DISTINCT ON (a.descendant) a.descendant AS community, l.* FROM division_ancestry a
                        JOIN ledger l ON l.division = a.ancestor
                        JOIN division d ON d.code = a.ancestor
                        WHERE a.descendant = ANY(:communities) AND a.ancestor <> a.descendant
                          AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day)
                          AND d.valid_from <= :day AND (d.valid_to IS NULL OR d.valid_to >= :day)
                        ORDER BY a.descendant,
                                 array_position(ARRAY['TOWNSHIP_LEVEL', 'COUNTY_LEVEL', 'CITY'], d.level::text)""")
                .bind(
                        "communities",
                        communities.stream().map(DivisionCode::value).toArray(String[]::new))
                .bind("day", day)
                .mapTo(Keeping.class)
                .stream()
                .collect(Collectors.toMap(Keeping::community, Keeping::ledger)));
    }

    private record Keeping(
            DivisionCode community, UUID id, DivisionCode division, LedgerKind kind, LocalDate openedOn) {

        Ledger ledger() {
            return new Ledger(id, division, kind, openedOn);
        }
    }

    /** The ledger for somebody who may act in its territory. */
    public Ledger toActOn(UUID id) {
        Ledger ledger = find(id);
        jurisdiction.requireAct(Reach.of(ledger.division()));
        return ledger;
    }

    /** The ledger for somebody who may see it. */
    public Ledger toSee(UUID id) {
        Ledger ledger = find(id);
        jurisdiction.requireSee(Reach.of(ledger.division()));
        return ledger;
    }

    private Ledger find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM ledger WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Ledger.class)
                        .findOne())
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    Page<Ledger> list(PageRequest page, @Nullable DivisionCode division, @Nullable LedgerKind kind) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT * FROM ledger l
                                WHERE l.division > :after AND (CAST(:division AS char(12)) IS NULL OR l.division = :division)
                                  AND (CAST(:kind AS varchar) IS NULL OR l.kind = :kind)
                                  AND %s
                                ORDER BY l.division LIMIT :limit""".formatted(Jurisdiction.within("l.division")))
                        .bind("after", page.after())
                        .bind("division", division)
                        .bind("kind", kind)
                        .bind("limit", page.limit() + 1)
                        .bindMap(jurisdiction.bindings())
                        .mapTo(Ledger.class)
                        .list()),
                page,
                ledger -> ledger.division().value());
    }
}
