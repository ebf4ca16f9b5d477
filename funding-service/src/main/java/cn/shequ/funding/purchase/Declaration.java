package cn.shequ.funding.purchase;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What ties an evaluator to a bidder.
 *
 * @param conflict in words; left out when there is nothing
 */
record Declaration(
        @Nullable @Size(max = 1000) @Pattern(regexp = "(?s).*\\S.*")
        String conflict) {}
