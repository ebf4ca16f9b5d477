package cn.shequ.facilities.development;

import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which plan is reviewed, so that nobody reviews another one than was read. */
@Schema(description = "The number of the plan under review.", examples = "{\"plan\": 1}")
public record NewReview(@Min(1) int plan) {}
