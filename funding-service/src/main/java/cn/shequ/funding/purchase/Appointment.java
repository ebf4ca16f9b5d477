package cn.shequ.funding.purchase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** One more evaluator, by the subject of the token. */
record Appointment(@NotBlank @Size(max = 200) String evaluator) {}
