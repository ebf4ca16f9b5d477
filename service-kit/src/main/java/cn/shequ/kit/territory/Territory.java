package cn.shequ.kit.territory;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The hierarchy of divisions as recorded, by date. */
@ApplicationScoped
public class Territory {

    private final Jdbi jdbi;
    private final Clock clock;

    Territory(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The division as it is today. */
    public Optional<Division> find(DivisionCode code) {
        return find(code, LocalDate.now(clock));
    }

    public Optional<Division> find(DivisionCode code, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM division
                        WHERE code = :code AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)""")
                .bind("code", code)
                .bind("day", day)
                .mapTo(Division.class)
                .findOne());
    }

    /** Those of the codes that are divisions today: one query however many they are. */
    public Set<DivisionCode> known(Collection<DivisionCode> codes) {
        LocalDate today = LocalDate.now(clock);
        return knownOn(codes.stream().map(code -> new CodeOnDay(code, today)).toList()).stream()
                .map(CodeOnDay::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A code with the day for which it is asked about. */
    public record CodeOnDay(DivisionCode code, LocalDate day) {}

    /** Those of the codes that are divisions on their day: one query however many they are. */
    public Set<CodeOnDay> knownOn(Collection<CodeOnDay> codes) {
        return codes.isEmpty()
                ? Set.of()
                : jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT q.code, q.day FROM unnest(CAST(:codes AS char(12)[]), CAST(:days AS date[])) q (code, day)
                        WHERE EXISTS (SELECT 1 FROM division d WHERE d.code = q.code
                                      AND d.valid_from <= q.day AND (d.valid_to IS NULL OR d.valid_to >= q.day))""")
                        .bind(
                                "codes",
                                codes.stream()
                                        .map(asked -> asked.code().value())
                                        .toArray(String[]::new))
                        .bind(
                                "days",
                                codes.stream()
                                        .map(asked -> asked.day().toString())
                                        .toArray(String[]::new))
                        .mapTo(CodeOnDay.class)
                        .set());
    }

    /** Whether one division is, or lies in, the other today. */
    public boolean isWithin(DivisionCode inner, DivisionCode outer) {
        return isAnyWithin(List.of(inner), outer);
    }

    /** Whether at least one of the divisions is, or lies in, the other today: one query however many they are. */
    public boolean isAnyWithin(Collection<DivisionCode> inner, DivisionCode outer) {
        if (inner.isEmpty() || inner.contains(outer)) {
            return !inner.isEmpty();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM division_ancestry
                          WHERE descendant = ANY(:inner) AND ancestor = :outer
                            AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day))""")
                .bind("inner", inner.stream().map(DivisionCode::value).toArray(String[]::new))
                .bind("outer", outer)
                .bind("day", LocalDate.now(clock))
                .mapTo(Boolean.class)
                .one());
    }

    /** The division of a level in which the given one lies on a day, itself included. */
    public Optional<Division> enclosing(DivisionCode code, DivisionLevel level, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.* FROM division_ancestry a JOIN division d ON d.code = a.ancestor
                        WHERE a.descendant = :code AND d.level = :level
                          AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day)
                          AND d.valid_from <= :day AND (d.valid_to IS NULL OR d.valid_to >= :day)""")
                .bind("code", code)
                .bind("level", level)
                .bind("day", day)
                .mapTo(Division.class)
                .findOne());
    }

    /** Everything of a level in a division on a day, in the order of codes. */
    public List<Division> within(DivisionCode outer, DivisionLevel level, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.* FROM division_ancestry a JOIN division d ON d.code = a.descendant
                        WHERE a.ancestor = :outer AND d.level = :level
                          AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day)
                          AND d.valid_from <= :day AND (d.valid_to IS NULL OR d.valid_to >= :day)
                        ORDER BY d.code""")
                .bind("outer", outer)
                .bind("level", level)
                .bind("day", day)
                .mapTo(Division.class)
                .list());
    }

    /** The codes of everything in a division on a day, itself included. */
    public Set<String> codesWithin(DivisionCode outer, LocalDate day) {
        Set<String> codes = new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT descendant FROM division_ancestry
                        WHERE ancestor = :outer AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)""")
                .bind("outer", outer)
                .bind("day", day)
                .mapTo(String.class)
                .list()));
        codes.add(outer.value());
        return codes;
    }
}
