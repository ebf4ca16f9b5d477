package cn.shequ.facilities.division;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.territory.Division;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the lines of a table stand: each below a parent of the next higher level, in the table or on record. */
final class DivisionPlaces {

    private final Map<DivisionCode, DivisionLine> lines;
    private final Set<String> mentioned;
    private final KnownDivisions known;
    private final LocalDate day;

    /**
     * @param lines those that can be read
     * @param mentioned every code in the table, also of lines that are refused: who stands below such a line is not
     *     reported as well
     */
    DivisionPlaces(Map<DivisionCode, DivisionLine> lines, Set<String> mentioned, KnownDivisions known, LocalDate day) {
        this.lines = lines;
        this.mentioned = mentioned;
        this.known = known;
        this.day = day;
    }

    /** Notes on the line why it has no place. */
    void check(DivisionLine line) {
        checkHistory(line);
        DivisionCode parent = line.parent();
        if (line.level() == DivisionLevel.CITY) {
            if (parent != null) {
                note(line, "parent-of-city", Map.of("value", parent.value()));
            }
        } else if (parent == null) {
            note(line, "required", Map.of("value", ""));
        } else {
            checkParent(line, parent);
        }
    }

    private void checkParent(DivisionLine line, DivisionCode parent) {
        DivisionLevel required = DivisionLevel.values()[line.level().ordinal() - 1];
        DivisionLevel actual = levelOf(parent);
        if (isInCycle(line.code())) {
            note(line, "parent-in-cycle", Map.of("value", parent.value()));
        } else if (actual == null && !mentioned.contains(parent.value())) {
            note(line, "unknown-parent", Map.of("value", parent.value(), "day", day.toString()));
        } else if (actual != null && actual != required) {
            note(
                    line,
                    "parent-of-other-level",
                    Map.of("value", parent.value(), "required", required.name(), "actual", actual.name()));
        }
    }

    /** What was recorded for later days was decided knowing them: a table does not slip in before it. */
    private void checkHistory(DivisionLine line) {
        Optional<Division> inForce = known.on(line.code(), day);
        inForce.filter(version -> version.level() != line.level()).ifPresent(version -> line.source()
                .note(
                        "level",
                        "level-changed",
                        Map.of(
                                "value",
                                line.level().name(),
                                "actual",
                                version.level().name())));
        known.after(line.code(), day)
                .filter(later -> inForce.filter(line::says).isEmpty())
                .ifPresent(later -> line.source()
                        .note(
                                "code",
                                "later-version",
                                Map.of("day", later.validFrom().toString())));
    }

    /** The city at the top; empty where the way up is broken. */
    Optional<DivisionCode> cityOf(DivisionCode code) {
        Set<DivisionCode> seen = new HashSet<>();
        DivisionCode at = code;
        while (seen.add(at)) {
            if (levelOf(at) == null) {
                return Optional.empty();
            }
            DivisionCode above = parentOf(at);
            if (above == null) {
                return levelOf(at) == DivisionLevel.CITY ? Optional.of(at) : Optional.empty();
            }
            at = above;
        }
        return Optional.empty();
    }

    private boolean isInCycle(DivisionCode code) {
        Set<DivisionCode> seen = new HashSet<>();
        for (DivisionCode at = parentOf(code); at != null && seen.add(at); at = parentOf(at)) {
            if (at.equals(code)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable DivisionCode parentOf(DivisionCode code) {
        DivisionLine line = lines.get(code);
        return line != null
                ? line.parent()
                : known.on(code, day).map(Division::parent).orElse(null);
    }

    private @Nullable DivisionLevel levelOf(DivisionCode code) {
        DivisionLine line = lines.get(code);
        return line != null
                ? line.level()
                : known.on(code, day).map(Division::level).orElse(null);
    }

    private static void note(DivisionLine line, String code, Map<String, Object> figures) {
        line.source().note("parent", code, figures);
    }
}
