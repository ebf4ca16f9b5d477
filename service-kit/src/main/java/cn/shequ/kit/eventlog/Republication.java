package cn.shequ.kit.eventlog;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish to publish the log again. */
record Republication(
        @NotNull @Min(0) @Schema(description = "The number of the first event to publish again.", examples = "0")
        Long from) {}
