package cn.shequ.admission.groupvote;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who takes no part, and why.
 *
 * @param person a member in office or the principal leader of the group that decides
 */
@Schema(examples = """
                {"person":"7b7ae2ab-8e65-3d0e-9d15-6c1f0c9a0002","reason":"申请单位负责人的近亲属"}""")
public record NewRecusal(
        @NotNull UUID person, @NotBlank @Size(max = 2000) String reason) {}
