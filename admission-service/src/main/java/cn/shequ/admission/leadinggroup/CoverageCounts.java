package cn.shequ.admission.leadinggroup;

/**
 * Divisions counted by what they lack; one may lack several things.
 *
 * @param divisions of city, county and township level that exist today
 * @param inOffice with a group that is composed, with a leader and members in term
 */
public record CoverageCounts(
        int divisions,
        int inOffice,
        int withoutGroup,
        int withoutLeader,
        int withoutMembers,
        int withoutDeputy,
        int withoutResponsiblePerson) {}
