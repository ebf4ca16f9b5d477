package cn.shequ.funding.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was done to put a finding right, or why that is accepted or not.
 *
 * @param evidence SHA-256 digests of documents, in lower-case hexadecimal; none when left out
 */
public record FindingStatement(
        @NotBlank @Size(max = 4000) String statement,
        @Size(max = 50) @Nullable List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> evidence) {

    List<String> digests() {
        return Objects.requireNonNullElse(evidence, List.of());
    }
}
