package cn.shequ.admission.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An item that a body asks to have evaluated in communities in a year (考评项目, Art. 7).
 *
 * @param criteria what is looked at and how points are given
 * @param points the most that a community can get under this item
 */
@Schema(examples = """
                {"year":2027,"title":"基本公共卫生服务","criteria":"建档率60分，随访记录40分","points":100,\
                "document":{"title":"关于开展基本公共卫生服务考评的通知","number":"长府发〔2026〕12号",\
                "issuedOn":"2026-11-02","issuer":"MUNICIPAL_GOVERNMENT"}}""")
public record NewEvaluationRequest(
        @NotNull @Min(2012) @Max(2999) Integer year,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4000) String criteria,
        @NotNull @Min(1) @Max(1000) Integer points,
        @NotNull @Valid FormalDocument document) {}
