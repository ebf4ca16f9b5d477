package cn.shequ.admission.groupvote;

import cn.shequ.admission.leadinggroup.LeadingGroup;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** In what capacity a person acts on a matter. The same person never acts in two on one matter. */
public enum Capacity {
    APPLICANT,
    /** For the community that the matter concerns. */
    COMMUNITY,
    /** For the department whose task it is. */
    DEPARTMENT,
    /** For the group's office. */
    OFFICE,
    MEMBER,
    PRINCIPAL_LEADER,
    /** Signs in the leader's place. */
    DEPUTY,
    /** Takes no part in it. */
    RECUSED;

    /** In what capacity a person leads a group on a day, as its leader or as a deputy in term; empty for anybody else. */
    public static Optional<Capacity> leading(LeadingGroup group, String person, LocalDate day) {
        if (group.principalLeader().toString().equals(person)) {
            return Optional.of(PRINCIPAL_LEADER);
        }
        return group.signers(day).stream()
                .map(UUID::toString)
                .filter(person::equals)
                .findFirst()
                .map(deputy -> DEPUTY);
    }
}
