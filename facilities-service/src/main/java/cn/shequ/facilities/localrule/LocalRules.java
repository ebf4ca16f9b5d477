package cn.shequ.facilities.localrule;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.rulebook.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The local rules on record, version by version. */
@ApplicationScoped
class LocalRules {

    private static final String SELECT = """
            SELECT rule_id AS id, version, valid_from, valid_to, value, unit, direction, origin, citation, division
            FROM local_rule
            """;

    private final Jdbi jdbi;

    LocalRules(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One decision at a time on a rule of a division: versions are counted without gaps. */
    void lock(DivisionCode division, String ruleId) {
        jdbi.useHandle(handle -> handle.execute(
                "SELECT pg_advisory_xact_lock(hashtext('local-rule'), hashtext(?))", division.value() + ruleId));
    }

    Optional<Rule> latest(DivisionCode division, String ruleId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "WHERE division = :division AND rule_id = :ruleId ORDER BY version DESC LIMIT 1")
                .bind("division", division)
                .bind("ruleId", ruleId)
                .mapTo(Rule.class)
                .findOne());
    }

    Optional<Rule> version(DivisionCode division, String ruleId, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "WHERE division = :division AND rule_id = :ruleId AND version = :version")
                .bind("division", division)
                .bind("ruleId", ruleId)
                .bind("version", version)
                .mapTo(Rule.class)
                .findOne());
    }

    /** In the order of {@link #key}. */
    List<Rule> list(
            @Nullable DivisionCode division, @Nullable String ruleId, @Nullable LocalDate on, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE concat(division, ' ', rule_id, ' ', lpad(version::text, 9, '0')) COLLATE "C" > :after
                          AND (CAST(:division AS char(12)) IS NULL OR division = :division)
                          AND (CAST(:ruleId AS varchar) IS NULL OR rule_id = :ruleId)
                          AND (CAST(:on AS date) IS NULL
                               OR valid_from <= :on AND (valid_to IS NULL OR valid_to >= :on))
                        ORDER BY concat(division, ' ', rule_id, ' ', lpad(version::text, 9, '0')) COLLATE "C"
                        LIMIT :limit""")
                .bind("after", page.after())
                .bind("division", division == null ? null : division.value())
                .bind("ruleId", ruleId)
                .bind("on", on)
                .bind("limit", page.limit() + 1)
                .mapTo(Rule.class)
                .list());
    }

    static String key(Rule rule) {
        return "%s %s %09d".formatted(rule.division(), rule.id(), rule.version());
    }
}
