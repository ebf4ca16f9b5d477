package cn.shequ.admission.groupvote;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member's vote. */
@Schema(examples = "{\"ballot\":\"FOR\"}")
public record Vote(@NotNull Ballot ballot) {}
