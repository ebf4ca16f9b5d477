package cn.shequ.admission.assessment;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A figure in place of the recorded or the missing one.
 *
 * @param value in the unit of the target
 * @param reason published with the result
 */
@Schema(examples = "{\"indicator\":\"volunteers.coverage\",\"value\":\"10.20\",\"reason\":\"补录12月登记的志愿者\"}")
public record NewCorrection(
        @NotBlank @Size(max = 80) String indicator,

        @NotNull @DecimalMin("0") @Digits(integer = 17, fraction = 6)
        BigDecimal value,

        @NotBlank @Size(max = 2000) String reason) {}
