package cn.shequ.admission.leadinggroup;

import cn.shequ.events.admission.GroupLevel;
import cn.shequ.events.admission.LeadingGroupChanged;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The leading group of a division (Art. 34). People are the opaque subjects of their tokens.
 *
 * @param principalLeader signs what the group decided and does not vote
 * @param deputies who sign in the leader's place, each in a term; they do not vote either
 * @param firstResponsible at county level the Party secretary, named by every group composed since that is asked for
 * @param directlyResponsible at township level the Party secretary, likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeadingGroup(
        UUID id,
        DivisionCode division,
        GroupLevel level,
        CreditCode hostDepartment,
        UUID principalLeader,
        @Nullable Member firstResponsible,
        @Nullable Member directlyResponsible,
        LocalDate validFrom,
        @JsonIgnore int version,
        List<Member> members,
        List<Member> deputies) {

    public LeadingGroup {
        members = List.copyOf(members);
        deputies = List.copyOf(deputies);
    }

    /** Who may vote on a day. */
    public Set<UUID> inOffice(LocalDate day) {
        return members.stream()
                .filter(member -> member.isInOffice(day))
                .map(Member::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who may sign on a day: the principal leader and the deputies of that day. */
    public Set<UUID> signers(LocalDate day) {
        return Stream.concat(
                        Stream.of(principalLeader),
                        deputies.stream()
                                .filter(deputy -> deputy.isInOffice(day))
                                .map(Member::person))
                .collect(Collectors.toUnmodifiableSet());
    }

    LeadingGroupChanged changed() {
        return new LeadingGroupChanged(
                id.toString(),
                division.value(),
                level.name(),
                hostDepartment.value(),
                principalLeader.toString(),
                firstResponsible == null ? null : firstResponsible.person().toString(),
                directlyResponsible == null
                        ? null
                        : directlyResponsible.person().toString(),
                people(members),
                validFrom,
                people(deputies));
    }

    private static List<String> people(List<Member> members) {
        return members.stream().map(member -> member.person().toString()).toList();
    }
}
