package cn.shequ.funding.purchase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** Who judges the bids, by the subjects of their tokens. */
record Opening(@NotNull @Size(min = 1, max = 15) Set<@NotBlank @Size(max = 200) String> evaluators) {}
