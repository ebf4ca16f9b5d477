package cn.shequ.admission.evaluation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another day for a planned visit. */
@Schema(examples = "{\"visitOn\":\"2027-05-19\"}")
public record VisitDay(@NotNull LocalDate visitOn) {}
