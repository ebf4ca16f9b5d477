package cn.shequ.admission.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All targets of a draft, in place of those it has. */
@Schema(examples = """
                {"targets":[{"indicator":"volunteers.coverage","comparison":"AT_LEAST","value":"10","weight":60},\
                {"indicator":"weak-communities","comparison":"AT_MOST","value":"0","weight":40}]}""")
public record NewTargets(@NotEmpty @Size(max = 50) List<@NotNull @Valid NewTarget> targets) {}
