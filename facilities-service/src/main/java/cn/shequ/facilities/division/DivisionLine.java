package cn.shequ.facilities.division;

import cn.shequ.events.facilities.DivisionKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.territory.Division;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line that reads as a division; whether it has a place in the territory is another question. */
record DivisionLine(
        CsvLine source,
        DivisionCode code,
        String name,
        DivisionLevel level,
        DivisionKind kind,
        @Nullable DivisionCode parent) {

    static final List<String> COLUMNS = List.of("code", "name", "level", "kind", "parent");

    private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,64}");

    /** Null when the line cannot be read, which its findings explain. */
    static @Nullable DivisionLine read(CsvLine line) {
        DivisionCode code = line.value("code", "not-a-division-code", DivisionCode::of);
        String name = line.value("name", "not-a-name", DivisionLine::name);
        DivisionLevel level = line.value("level", "not-a-level", DivisionLevel::valueOf);
        DivisionKind kind = line.value("kind", "not-a-kind", DivisionKind::valueOf);
        DivisionCode parent = line.optional("parent", "not-a-division-code", DivisionCode::of);
        if (code == null || name == null || level == null || kind == null) {
            return null;
        }
        DivisionLevel proper = levelOf(kind);
        if (level != proper) {
            line.note("kind", "kind-of-other-level", Map.of("value", kind.name(), "required", proper.name()));
        }
        return line.findings().isEmpty() ? new DivisionLine(line, code, name, level, kind, parent) : null;
    }

    /** Whether the version on record already says what the line says. */
    boolean says(Division version) {
        return version.name().equals(name)
                && version.level() == level
                && version.kind().equals(kind.name())
                && Objects.equals(version.parent(), parent);
    }

    /** The version that the line opens. */
    Division from(LocalDate day) {
        return new Division(code, name, level, kind.name(), parent, day, null);
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("no name");
        }
        return text;
    }

    static DivisionLevel levelOf(DivisionKind kind) {
        return switch (kind) {
            case PREFECTURE_LEVEL_CITY -> DivisionLevel.CITY;
            case URBAN_DISTRICT, DEVELOPMENT_ZONE, COUNTY, COUNTY_LEVEL_CITY -> DivisionLevel.COUNTY_LEVEL;
            case SUBDISTRICT, TOWN, TOWNSHIP, OTHER -> DivisionLevel.TOWNSHIP_LEVEL;
            case URBAN_COMMUNITY, RURAL_COMMUNITY -> DivisionLevel.COMMUNITY;
        };
    }
}
