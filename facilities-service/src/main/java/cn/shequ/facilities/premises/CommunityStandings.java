package cn.shequ.facilities.premises;

import cn.shequ.facilities.area.FloorArea;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The standing of communities by the rules of their own county-level unit (Art. 12). */
@ApplicationScoped
public class CommunityStandings {

    private final PremisesOnRecord premises;
    private final Territory territory;
    private final Rulebook rulebook;

    CommunityStandings(PremisesOnRecord premises, Territory territory, Rulebook rulebook) {
        this.premises = premises;
        this.territory = territory;
        this.rulebook = rulebook;
    }

    /** Empty when there is no such community on that day. */
    public Optional<CommunityStanding> of(DivisionCode community, LocalDate on) {
        return territory
                .find(community, on)
                .filter(division -> division.level() == DivisionLevel.COMMUNITY)
                .map(division -> {
                    Map<DivisionCode, FloorArea> totals = premises.totals(List.of(community), on);
                    return standing(division, on, totals, measures(community, on));
                });
    }

    /** Of all communities in a division, in the order of codes. */
    public List<CommunityStanding> within(DivisionCode division, LocalDate on) {
        // Local rules are decided by cities and county-level units: one look-up holds for a whole unit.
        List<Division> units = territory.within(division, DivisionLevel.COUNTY_LEVEL, on);
        Stream<CommunityStanding> standings = units.isEmpty()
                ? within(division, measures(division, on), on)
                : units.stream().flatMap(unit -> within(unit.code(), measures(unit.code(), on), on));
        return standings
                .sorted(Comparator.comparing(CommunityStanding::community))
                .toList();
    }

    private Stream<CommunityStanding> within(DivisionCode division, Standing measures, LocalDate on) {
        List<Division> communities = territory.within(division, DivisionLevel.COMMUNITY, on);
        Map<DivisionCode, FloorArea> totals =
                premises.totals(communities.stream().map(Division::code).toList(), on);
        return communities.stream().map(community -> standing(community, on, totals, measures));
    }

    private static CommunityStanding standing(
            Division community, LocalDate on, Map<DivisionCode, FloorArea> totals, Standing measures) {
        FloorArea area = totals.getOrDefault(community.code(), FloorArea.NONE);
        return CommunityStanding.of(community.code(), community.name(), on, area, measures);
    }

    private Standing measures(DivisionCode division, LocalDate on) {
        return new Standing(
                rulebook.on(on, Standing.WEAK_BELOW, division), rulebook.on(on, Standing.STANDARD, division));
    }
}
