package cn.shequ.funding.opening;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an opening balance is rejected. */
record Rejection(@NotBlank @Size(max = 1000) String reason) {}
