package cn.shequ.admission.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a rectification or of a case. */
@Schema(examples = "{\"result\":\"已按要求整改，经复查合格\"}")
public record Conclusion(@NotBlank @Size(max = 4000) String result) {}
