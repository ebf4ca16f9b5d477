package cn.shequ.facilities.indicator;

import cn.shequ.events.facilities.DivisionKind;
import cn.shequ.events.facilities.PremisesStanding;
import cn.shequ.facilities.community.Communities;
import cn.shequ.facilities.community.CommunityFigures;
import cn.shequ.facilities.premises.CommunityStanding;
import cn.shequ.facilities.premises.CommunityStandings;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a division is with Art. 12. */
@ApplicationScoped
class PremisesIndicators {

    private final CommunityStandings standings;
    private final Communities communities;
    private final Territory territory;

    PremisesIndicators(CommunityStandings standings, Communities communities, Territory territory) {
        this.standings = standings;
        this.communities = communities;
        this.territory = territory;
    }

    /** @throws Refusal 404 when there is no such division on that day */
    List<Indicator> of(DivisionCode division, LocalDate asOf) {
        if (territory.find(division, asOf).isEmpty()) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        Set<DivisionCode> urban = urban(division, asOf);
        List<CommunityStanding> all = standings.within(division, asOf);
        long atStandard = all.stream()
                .filter(each -> urban.contains(each.community()) && each.standing() == PremisesStanding.STANDARD)
                .count();
        long weak = all.stream()
                .filter(each -> each.standing() == PremisesStanding.WEAK)
                .count();
        return List.of(
                Indicator.atStandard(division, asOf, atStandard, urban.size()),
                Indicator.weak(division, asOf, weak, all.size()));
    }

    /** What the count says; the kind of the division where nobody has counted yet. */
    private Set<DivisionCode> urban(DivisionCode division, LocalDate asOf) {
        Map<DivisionCode, CommunityFigures> counted = communities.allOn(asOf);
        return territory.within(division, DivisionLevel.COMMUNITY, asOf).stream()
                .filter(community -> counted.containsKey(community.code())
                        ? counted.get(community.code()).urban()
                        : community.kind().equals(DivisionKind.URBAN_COMMUNITY.name()))
                .map(Division::code)
                .collect(Collectors.toSet());
    }
}
