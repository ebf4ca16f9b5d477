package cn.shequ.kit.document;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

/**
 * A document that will come in parts.
 *
 * @param size in bytes
 * @param digest SHA-256 in lower-case hexadecimal
 */
public record NewUpload(
        @NotNull @Positive Long size,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest) {}
