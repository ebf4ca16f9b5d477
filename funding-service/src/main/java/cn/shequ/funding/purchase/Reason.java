package cn.shequ.funding.purchase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something ends before its time. */
record Reason(@NotBlank @Size(max = 1000) String reason) {}
