package cn.shequ.funding.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** An obligation as it is shown: with what was found about it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObligationView(
        @JsonUnwrapped Obligation obligation, @Nullable DueFinding finding) {}
