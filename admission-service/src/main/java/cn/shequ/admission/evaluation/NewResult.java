package cn.shequ.admission.evaluation;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a community got under an item.
 *
 * @param points from 0 to the item's points, with two decimals at most
 */
@Schema(examples = "{\"item\":\"019a9c5e-0000-7000-8000-000000000281\",\"community\":\"220102001001\",\"points\":92.5}")
public record NewResult(
        @NotNull UUID item,
        @NotNull DivisionCode community,
        @NotNull @Digits(integer = 4, fraction = 2) BigDecimal points) {}
