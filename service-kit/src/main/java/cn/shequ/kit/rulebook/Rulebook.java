package cn.shequ.kit.rulebook;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Answers which row of a rule holds on a day in a division: the nearest local rule at or above the
 * division, else the product's own row.
 */
@ApplicationScoped
public class Rulebook {

    private final Jdbi jdbi;
    private final Clock clock;
    private final Map<String, List<Rule>> shipped = ShippedRules.read();

    Rulebook(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The row in force today. */
    public Rule today(String id, DivisionCode division) {
        return on(LocalDate.now(clock), id, division);
    }

    /**
     * @throws Refusal 422 when the rule did not hold yet, or no longer, on a day that a caller asked about
     * @throws IllegalArgumentException when the rulebook has no such rule at all
     */
    public Rule on(LocalDate day, String id, DivisionCode division) {
        return local(day, division, id).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseGet(() -> shippedOn(day, id));
    }

    /** The product's own row, without local rules. */
    public Rule shippedOn(LocalDate day, String id) {
        if (!knows(id)) {
            throw new IllegalArgumentException("no rule " + id);
        }
        return shipped.getOrDefault(id, List.of()).stream()
                .filter(rule -> rule.isValidOn(day))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.of(HttpProblem.NO_RULE_ON_DAY).with("rule", id).with("day", day.toString()));
    }

    /**
     * The row of which a decision keeps the reference, whatever holds today. A local rule has the origin of the product's newest
     * row.
     *
     * @throws IllegalArgumentException when the rulebook has no such rule at all
     */
    public KeptRule kept(String reference) {
        String id = RuleReference.of(reference).id();
        if (!knows(id)) {
            throw new IllegalArgumentException("no rule " + id);
        }
        List<Rule> rows = shipped.getOrDefault(id, List.of());
        return rows.stream()
                .map(Rule::kept)
                .filter(row -> row.reference().equals(reference))
                .findFirst()
                .orElseGet(() -> new KeptRule(reference, rows.getFirst().origin()));
    }

    /**
     * The row that a decision of a day was made under, so that what followed from it can be counted again: whatever was decided
     * for that day since.
     */
    public Rule row(String reference, LocalDate day, DivisionCode division) {
        RuleReference kept = RuleReference.of(reference);
        return (kept.division() == null ? withoutDivision(kept, day, division) : local(kept))
                .orElseGet(() -> on(day, kept.id(), division));
    }

    /** The product's row; where it has none of that version, a local one of the day, from before references named a division. */
    private Optional<Rule> withoutDivision(RuleReference kept, LocalDate day, DivisionCode division) {
        return find(shipped.getOrDefault(kept.id(), List.of()), kept)
                .or(() -> find(local(day, division, kept.id()), kept));
    }

    private static Optional<Rule> find(List<Rule> rows, RuleReference kept) {
        return rows.stream()
                .filter(rule -> rule.id().equals(kept.id()) && rule.version() == kept.version())
                .findFirst();
    }

    private Optional<Rule> local(RuleReference kept) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT rule_id AS id, version, valid_from, valid_to, value, unit, direction, origin, citation, division
                        FROM local_rule WHERE division = :division AND rule_id = :id AND version = :version""").bindMethods(kept).mapTo(Rule.class).findOne());
    }

    /** Whether the product knows a rule by that id at all. */
    public boolean knows(String id) {
        return shipped.containsKey(id);
    }

    /** Every rule that holds on a day, in the order of ids; with a division, its local rules in place. */
    public List<Rule> all(LocalDate day, @Nullable DivisionCode division) {
        Map<String, Rule> rules = new TreeMap<>();
        shipped.values().stream()
                .flatMap(List::stream)
                .filter(rule -> rule.isValidOn(day))
                .forEach(rule -> rules.put(rule.id(), rule));
        if (division != null) {
            local(day, division, "").reversed().forEach(rule -> rules.put(rule.id(), rule));
        }
        return List.copyOf(rules.values());
    }

    /** Local rules with ids that begin so, on the way up from the division, the nearest first. */
    private List<Rule> local(LocalDate day, DivisionCode division, String ids) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT r.rule_id AS id, r.version, r.valid_from, r.valid_to, r.value, r.unit, r.direction,
                               r.origin, r.citation, r.division
                        FROM local_rule r JOIN division_ancestry a ON a.ancestor = r.division AND a.descendant = :division
                        JOIN division d ON d.code = r.division
                        WHERE starts_with(r.rule_id, :ids)
                          AND r.valid_from <= :day AND (r.valid_to IS NULL OR r.valid_to >= :day)
                          AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to >= :day)
                          AND d.valid_from <= :day AND (d.valid_to IS NULL OR d.valid_to >= :day)
                        ORDER BY array_position(ARRAY['COMMUNITY', 'TOWNSHIP_LEVEL', 'COUNTY_LEVEL', 'CITY'], d.level::text),
                                 r.version DESC""")
                .bind("division", division)
                .bind("ids", ids)
                .bind("day", day)
                .mapTo(Rule.class)
                .list());
    }

    /** Keeps a local rule, as facilities decided it. The same row again changes nothing. */
    public void putLocal(Rule rule) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO local_rule (division, rule_id, version, value, unit, direction, origin, citation,
                                                valid_from, valid_to)
                        VALUES (:division, :id, :version, :value, :unit, :direction, :origin, :citation, :validFrom, :validTo)
                        ON CONFLICT (division, rule_id, version) DO UPDATE SET valid_to = excluded.valid_to""").bindMethods(rule).execute());
    }

    static Comparator<Rule> newestFirst() {
        return Comparator.comparing(Rule::validFrom).reversed();
    }
}
