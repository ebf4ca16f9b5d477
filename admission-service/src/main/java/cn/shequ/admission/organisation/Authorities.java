package cn.shequ.admission.organisation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who decides on which track (Art. 23): the community's own subdistrict office files, the civil affairs of its district
 * register; nobody of a division above or below does it for them.
 */
@ApplicationScoped
class Authorities {

    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    Authorities(Territory territory, Jurisdiction jurisdiction, Callers callers, Clock clock) {
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    /** @throws Refusal 404 outside the caller's territory, 403 for another authority than that of the track */
    void require(Track track, DivisionCode community) {
        jurisdiction.requireAct(Reach.of(community));
        boolean competent =
                switch (track) {
                    case FILED -> isOf(community, DivisionLevel.TOWNSHIP_LEVEL, Roles.SUBDISTRICT_OFFICER);
                    case REGISTERED -> isOf(community, DivisionLevel.COUNTY_LEVEL, Roles.CIVIL_AFFAIRS_OFFICER);
                };
        if (!competent) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
    }

    private boolean isOf(DivisionCode community, DivisionLevel level, String role) {
        Caller caller = callers.current();
        return caller.has(role)
                && enclosing(community, level)
                        .filter(division -> division.code().equals(caller.division()))
                        .isPresent();
    }

    /** Whose file or register the caller keeps, and of which communities. */
    record Competence(Track track, DivisionCode division, Set<DivisionCode> communities) {}

    /** @throws Refusal 403 for who keeps none */
    Competence own() {
        Caller caller = callers.current();
        Division own = Optional.ofNullable(caller.division())
                .flatMap(territory::find)
                .orElseThrow(() -> Refusal.of(HttpProblem.OUTSIDE_JURISDICTION));
        Track track =
                switch (own.level()) {
                    case TOWNSHIP_LEVEL -> keeper(caller, Roles.SUBDISTRICT_OFFICER, Track.FILED);
                    case COUNTY_LEVEL -> keeper(caller, Roles.CIVIL_AFFAIRS_OFFICER, Track.REGISTERED);
                    case CITY, COMMUNITY -> throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
                };
        Set<DivisionCode> communities =
                territory.within(own.code(), DivisionLevel.COMMUNITY, LocalDate.now(clock)).stream()
                        .map(Division::code)
                        .collect(Collectors.toSet());
        return new Competence(track, own.code(), communities);
    }

    private static Track keeper(Caller caller, String role, Track track) {
        if (!caller.has(role)) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        return track;
    }

    /** The county-level unit whose register a community's organisations are in. */
    DivisionCode district(DivisionCode community) {
        return enclosing(community, DivisionLevel.COUNTY_LEVEL).orElseThrow().code();
    }

    private Optional<Division> enclosing(DivisionCode community, DivisionLevel level) {
        return territory.enclosing(community, level, LocalDate.now(clock));
    }
}
