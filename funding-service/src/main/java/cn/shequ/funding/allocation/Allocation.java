package cn.shequ.funding.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/** An allocation that was committed, with the units that the reader may see and the totals of these. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Allocation(
        UUID id, Instant committedAt, @JsonUnwrapped AllocationPlan plan) {}
