package cn.shequ.admission.assessment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the division that is assessed has to say, or to object. */
@Schema(examples = "{\"text\":\"12月新登记的志愿者尚未计入。\"}")
public record NewComment(@NotBlank @Size(max = 4000) String text) {}
