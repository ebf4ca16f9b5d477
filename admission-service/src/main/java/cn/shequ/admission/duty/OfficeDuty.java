package cn.shequ.admission.duty;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A duty of a department or subdistrict office, which does not shift it onto committees (Art. 6). */
@Schema(examples = """
                {"code":"ROAD_SWEEPING","owner":"DEPARTMENT","function":"PUBLIC_SERVICE","titleZh":"道路清扫保洁",\
                "titleEn":"Sweeping of roads","citationZh":"演示用地方性法规第一条",\
                "citationEn":"Local regulation for demonstration, Art. 1","validFrom":"2026-01-01"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfficeDuty(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}") String code,
        @NotNull Owner owner,
        @NotNull Function function,
        @NotBlank @Size(max = 200) String titleZh,
        @NotBlank @Size(max = 200) String titleEn,
        @NotBlank @Size(max = 200) String citationZh,
        @NotBlank @Size(max = 200) String citationEn,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Whose duty it is. */
    public enum Owner {
        DEPARTMENT,
        SUBDISTRICT_OFFICE
    }

    /** What the duty is for. */
    public enum Function {
        /** Taken from the subdistrict offices and given to departments. */
        ECONOMIC,
        SOCIAL_MANAGEMENT,
        PUBLIC_SERVICE
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Subdistrict offices have no economic functions; district departments take them over (Art. 1, 3). */
    boolean isWithItsOwner() {
        return owner != Owner.SUBDISTRICT_OFFICE || function != Function.ECONOMIC;
    }
}
