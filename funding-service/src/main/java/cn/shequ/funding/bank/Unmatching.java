package cn.shequ.funding.bank;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a match was wrong. */
public record Unmatching(@NotBlank @Size(max = 500) String reason) {}
