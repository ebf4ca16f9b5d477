package cn.shequ.admission.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A document that belongs to the form (附件), such as the text of its legal basis or how the funds were computed.
 *
 * @param document its SHA-256; it was uploaded when the form is submitted
 */
public record FormAttachment(
        @NotBlank @Size(max = 200) String title,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String document) {}
