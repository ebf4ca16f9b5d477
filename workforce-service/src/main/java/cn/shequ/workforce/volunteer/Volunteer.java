package cn.shequ.workforce.volunteer;

import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A registered volunteer (Art. 19).
 *
 * @param subject the account that registered, as it stands in tokens
 * @param community where the volunteer serves and is counted
 */
public record Volunteer(
        UUID id,
        String subject,
        DivisionCode community,
        VolunteerCategory category,
        LocalDate registeredOn,
        Set<Skill> skills,
        Set<Availability> availability,
        Person person) {

    public Volunteer {
        skills = Set.copyOf(skills);
        availability = Set.copyOf(availability);
    }
}
