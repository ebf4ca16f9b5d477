package cn.shequ.admission.duty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Party constitution, law or regulation, by name and article; a department's own paper never counts. */
public record LegalBasis(
        @NotNull LegalBasisKind kind,
        @NotBlank @Size(max = 400) String citation) {}
