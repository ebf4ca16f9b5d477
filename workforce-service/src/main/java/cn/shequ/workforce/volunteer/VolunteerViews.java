package cn.shequ.workforce.volunteer;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A volunteer as different eyes may see one. */
final class VolunteerViews {

    private VolunteerViews() {}

    /** What a new volunteer is told. Nothing personal, because answers are kept for repeated requests. */
    @Schema(name = "VolunteerReceipt")
    record Receipt(UUID id, DivisionCode community, VolunteerCategory category, LocalDate registeredOn) {

        static Receipt of(Volunteer volunteer) {
            return new Receipt(volunteer.id(), volunteer.community(), volunteer.category(), volunteer.registeredOn());
        }
    }

    /** What the volunteer sees. The identity number is masked even here: a phone may be in other hands. */
    @Schema(name = "OwnVolunteerRegistration")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Own(
            UUID id,
            DivisionCode community,
            VolunteerCategory category,
            LocalDate registeredOn,
            String name,
            @Schema(examples = "2****************5") String identityNumber,
            String phone,
            List<Skill> skills,
            List<Availability> availability,
            @Nullable Guardian guardian) {

        static Own of(Volunteer volunteer) {
            Person person = volunteer.person();
            return new Own(
                    volunteer.id(),
                    volunteer.community(),
                    volunteer.category(),
                    volunteer.registeredOn(),
                    person.name(),
                    person.identityNumber().masked(),
                    person.phone(),
                    volunteer.skills().stream().sorted().toList(),
                    volunteer.availability().stream().sorted().toList(),
                    person.guardian());
        }
    }

    /** What those see who work with the volunteers of a community. */
    @Schema(name = "MaskedVolunteer")
    record ForOfficers(
            UUID id,
            DivisionCode community,
            VolunteerCategory category,
            LocalDate registeredOn,
            @Schema(examples = "张**") String name,
            @Schema(examples = "2****************5") String identityNumber,
            @Schema(examples = "138****0000") String phone,

            @Schema(description = "Whether a guardian consented for the volunteer.")
            boolean minor,

            List<Skill> skills,
            List<Availability> availability) {

        static ForOfficers of(Volunteer volunteer) {
            Person person = volunteer.person();
            return new ForOfficers(
                    volunteer.id(),
                    volunteer.community(),
                    volunteer.category(),
                    volunteer.registeredOn(),
                    Masked.name(person.name()),
                    person.identityNumber().masked(),
                    Masked.phone(person.phone()),
                    person.guardian() != null,
                    volunteer.skills().stream().sorted().toList(),
                    volunteer.availability().stream().sorted().toList());
        }
    }

    /** A page of them, as the list operation answers. */
    @Schema(name = "MaskedVolunteerPage")
    record PageForOfficers(
            List<ForOfficers> items, @Nullable String next) {}
}
