package cn.shequ.admission.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done with an application.
 *
 * @param person the subject of who did it, opaque
 * @param recused who takes no part from here on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Step(
        TaskCommand command,
        TaskStage stage,
        String person,
        @Nullable String reason,
        @Nullable UUID recused,
        Instant takenAt) {}
