package cn.shequ.funding.budget;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The document by which a budget is adopted. */
public record NewAdoption(
        @NotBlank @Size(max = 100) String documentNumber,
        @NotNull LocalDate adoptedOn) {}
