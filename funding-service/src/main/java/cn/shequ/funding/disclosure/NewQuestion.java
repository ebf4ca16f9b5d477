package cn.shequ.funding.disclosure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a resident asks; it will be public. */
public record NewQuestion(@NotBlank @Size(max = 1000) String question) {}
