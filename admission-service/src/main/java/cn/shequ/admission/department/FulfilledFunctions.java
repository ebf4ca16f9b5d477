package cn.shequ.admission.department;

import cn.shequ.events.admission.CooperationFunction;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All functions of Art. 35 that a body fulfils from now on. */
@Schema(examples = "{\"functions\":[\"HEALTH\",\"POPULATION_AND_FAMILY_PLANNING\"]}")
public record FulfilledFunctions(@NotNull Set<@NotNull CooperationFunction> functions) {}
