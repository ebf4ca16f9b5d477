package cn.shequ.workforce.volunteer;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.workforce.citizen.CitizenIdentityNumber;
import cn.shequ.workforce.citizen.IdentityNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody sends to register as a volunteer. Printing it shows nothing about who. */
@Schema(description = "A registration as a volunteer. The identity number is stored encrypted and never shown in full.")
public record Registration(
        @Schema(description = "Made by the phone, unique for ever; made by the service when left out.") @Nullable
        UUID id,

        @NotNull @Schema(description = "Where the volunteer will serve: a community.", examples = "220102001001")
        DivisionCode community,

        @NotBlank
        @Size(max = 50)
        @Pattern(regexp = ONE_LINE, message = "{cn.shequ.workforce.one-line}")
        @Schema(examples = "张小梅")
        String name,

        @NotNull
        @Size(max = 18)
        @IdentityNumber
        @Schema(description = "Citizen identity number, GB 11643; its check character is verified.")
        String identityNumber,

        @NotNull
        @Pattern(regexp = MOBILE, message = "{cn.shequ.workforce.mobile-number}")
        @Schema(examples = "13800000000")
        String phone,

        @NotNull VolunteerCategory category,

        @Schema(description = "What the volunteer can do; may be left out.") @Size(max = 15) @Nullable
        List<@NotNull Skill> skills,

        @Schema(description = "When the volunteer has time; may be left out.") @Size(max = 5) @Nullable
        List<@NotNull Availability> availability,

        @NotNull @Schema(description = "Consent to the processing of the personal data given here.")
        Boolean consent,

        @Valid @Nullable @Schema(description = "Whose consent a minor has. Must be left out by adults.")
        GuardianConsent guardian) {

    static final String ONE_LINE = "^[^\\u0000-\\u001f\\u007f]*$";
    static final String MOBILE = "^1[3-9][0-9]{9}$";

    /** The guardian who consents. */
    public record GuardianConsent(
            @NotBlank @Size(max = 50) @Pattern(regexp = ONE_LINE, message = "{cn.shequ.workforce.one-line}")
            String name,

            @NotNull @Pattern(regexp = MOBILE, message = "{cn.shequ.workforce.mobile-number}")
            String phone,

            @NotNull Boolean consent) {

        @Override
        public String toString() {
            return "GuardianConsent";
        }
    }

    Person person() {
        return new Person(name.strip(), CitizenIdentityNumber.of(identityNumber), phone, consentingGuardian());
    }

    /** A guardian who does not consent is none. */
    private @Nullable Guardian consentingGuardian() {
        return guardian != null && guardian.consent()
                ? new Guardian(guardian.name().strip(), guardian.phone())
                : null;
    }

    @Override
    public String toString() {
        return "Registration[" + community + ", " + category + "]";
    }
}
