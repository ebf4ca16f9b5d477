package cn.shequ.admission.consultation;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a body is about to start in a subdistrict's territory (Art. 2).
 *
 * @param division the subdistrict, town or township
 * @param action what
 * @param place where
 * @param startsOn when; on the day itself it is not beforehand any more
 */
@Schema(examples = """
                {"division":"220102001000","action":"学校周边交通整治","place":"南岭大街沿线","startsOn":"2099-09-01"}""")
public record NewConsultation(
        @NotNull DivisionCode division,
        @NotBlank @Size(max = 2000) String action,
        @NotBlank @Size(max = 400) String place,
        @NotNull LocalDate startsOn) {}
