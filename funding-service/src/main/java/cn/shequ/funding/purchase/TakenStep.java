package cn.shequ.funding.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step that was taken with a purchase. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TakenStep(
        PurchaseStep step,
        String byPerson,
        Instant at,
        @Nullable String reason) {}
