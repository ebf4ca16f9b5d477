package cn.shequ.funding.commitment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a reservation is rejected. */
record Rejection(@NotBlank @Size(max = 1000) String reason) {}
