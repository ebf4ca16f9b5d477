package cn.shequ.funding.repayment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a return is rejected. */
record Rejection(@NotBlank @Size(max = 1000) String reason) {}
