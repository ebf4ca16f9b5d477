package cn.shequ.admission.evaluation;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The one visit to a community, for every item of the year. */
@Schema(examples = "{\"community\":\"220102001001\",\"visitOn\":\"2027-05-12\"}")
public record NewVisit(
        @NotNull DivisionCode community, @NotNull LocalDate visitOn) {}
