package cn.shequ.funding.expenditure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an expenditure is rejected. */
record Rejection(@NotBlank @Size(max = 1000) String reason) {}
