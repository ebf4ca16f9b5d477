package cn.shequ.admission.check;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Up to 1,000 questions, answered in their order. */
@Schema(examples = """
                {"questions":[{"department":"11220102DEM000014K","community":"220102001001","matter":"PUBLIC_HEALTH"},\
                {"department":"11220102DEM000014K","community":"220102001002","matter":"PUBLIC_HEALTH","on":"2099-12-31"}]}""")
public record AskedChecks(
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull AskedCheck> questions) {}
