package cn.shequ.admission.department;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a body is called from today on.
 *
 * @param nameEn the body has no English name when it is left out
 * @param document the decision that gave it the name: its number, or its title
 */
@Schema(examples = """
                {"nameZh":"南关区卫生健康局（演示）","nameEn":"Nanguan District health bureau",\
                "document":"南编发〔2026〕5号（演示）"}""")
public record NewName(
        @NotBlank @Size(max = 64) String nameZh,
        @Size(max = 64) @Nullable String nameEn,
        @NotBlank @Size(max = 200) String document) {}
