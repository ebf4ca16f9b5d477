package cn.shequ.funding.disclosure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the subdistrict office answers; it will be public. */
public record NewAnswer(@NotBlank @Size(max = 4000) String answer) {}
