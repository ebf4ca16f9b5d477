package cn.shequ.admission.leadinggroup;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.GroupLevel;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a leading group, and which body hosts it (Art. 34).
 *
 * @param firstResponsible the Party secretary of a county-level unit, whose group has to name one with the term
 * @param directlyResponsible the Party secretary of a subdistrict, town or township, likewise
 */
@Schema(examples = """
                {"hostDepartment":"11220102DEM0000309","principalLeader":"7b7ae2ab-8e65-3d0e-9d15-6c1f0c9a0001",\
                "firstResponsible":\
                {"person":"7b7ae2ab-8e65-3d0e-9d15-6c1f0c9a0004","termFrom":"2026-01-01"},\
                "validFrom":"2026-01-01","members":[\
                {"person":"7b7ae2ab-8e65-3d0e-9d15-6c1f0c9a0002","termFrom":"2026-01-01","termTo":"2030-12-31"}],\
                "deputies":[\
                {"person":"7b7ae2ab-8e65-3d0e-9d15-6c1f0c9a0003","termFrom":"2026-07-01","termTo":"2026-07-31"}]}""")
public record Composition(
        @NotNull CreditCode hostDepartment,
        @NotNull UUID principalLeader,
        @Valid @Nullable Member firstResponsible,
        @Valid @Nullable Member directlyResponsible,
        @NotNull LocalDate validFrom,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Member> members,
        @Size(max = 10) @Nullable List<@NotNull @Valid Member> deputies) {

    List<Member> deputiesOrNone() {
        return deputies == null ? List.of() : deputies;
    }

    /** Nobody is named twice, no term ends before it begins, and who signs does not vote (Art. 5). */
    void check() {
        Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
        Set<UUID> voters = checked("members", members, new HashSet<>(), invalid);
        checked("firstResponsible", firstResponsible, invalid);
        checked("directlyResponsible", directlyResponsible, invalid);
        Set<UUID> signers = checked("deputies", deputiesOrNone(), new HashSet<>(Set.of(principalLeader)), invalid);
        if (!invalid.errors().isEmpty()) {
            throw invalid;
        }
        signers.stream().filter(voters::contains).findFirst().ifPresent(both -> {
            throw Refusal.of(AdmissionProblem.LEADER_MAY_NOT_VOTE).with("person", both);
        });
    }

    /** Who answers for community building is named: at county level first, at township level directly responsible (Art. 34). */
    void requireResponsible(GroupLevel level) {
        switch (level) {
            case CITY -> {}
            case COUNTY_LEVEL -> require(level, "firstResponsible", firstResponsible);
            case TOWNSHIP_LEVEL -> require(level, "directlyResponsible", directlyResponsible);
        }
    }

    private static void require(GroupLevel level, String field, @Nullable Member person) {
        if (person == null) {
            throw Refusal.of(AdmissionProblem.RESPONSIBLE_PERSON_NOT_NAMED)
                    .with("level", level)
                    .with("required", field)
                    .at(FieldError.of(field, "required"));
        }
    }

    private static Set<UUID> checked(String list, List<Member> people, Set<UUID> seen, Refusal invalid) {
        for (int i = 0; i < people.size(); i++) {
            Member person = people.get(i);
            String field = list + "[" + i + "]";
            if (!seen.add(person.person())) {
                invalid.at(FieldError.of(field + ".person", "duplicate", Map.of("value", person.person())));
            }
            checked(field, person, invalid);
        }
        return seen;
    }

    private static void checked(String field, @Nullable Member person, Refusal invalid) {
        if (person != null && person.termTo() != null && person.termTo().isBefore(person.termFrom())) {
            invalid.at(FieldError.of(field + ".termTo", "date-order"));
        }
    }
}
