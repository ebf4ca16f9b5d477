package cn.shequ.funding.bank;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A line and an entry that a person knows to be the same movement. */
public record NewMatch(
        @NotNull UUID line,
        @NotNull UUID entry,
        @NotBlank @Size(max = 500) String reason) {}
