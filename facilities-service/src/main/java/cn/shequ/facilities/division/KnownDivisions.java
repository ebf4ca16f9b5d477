package cn.shequ.facilities.division;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.territory.Division;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is on record before an import: every version of every division. */
final class KnownDivisions {

    private final Map<DivisionCode, List<Division>> versions;

    KnownDivisions(Collection<Division> recorded) {
        this.versions = recorded.stream()
                .sorted(Comparator.comparing(Division::validFrom))
                .collect(Collectors.groupingBy(Division::code));
    }

    Optional<Division> on(DivisionCode code, LocalDate day) {
        return of(code).stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .filter(version ->
                        version.validTo() == null || !version.validTo().isBefore(day))
                .findFirst();
    }

    /** The first version that begins after the day. */
    Optional<Division> after(DivisionCode code, LocalDate day) {
        return of(code).stream()
                .filter(version -> version.validFrom().isAfter(day))
                .findFirst();
    }

    private List<Division> of(DivisionCode code) {
        return versions.getOrDefault(code, List.of());
    }
}
