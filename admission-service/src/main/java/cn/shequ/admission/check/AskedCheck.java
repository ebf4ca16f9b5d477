package cn.shequ.admission.check;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One question as it was asked, not looked at yet.
 *
 * @param on the day; today when left out, and not before today
 */
@Schema(examples = """
                {"department":"11220102DEM000014K","community":"220102001001","matter":"PUBLIC_HEALTH"}""")
public record AskedCheck(
        @Nullable String department,
        @Nullable String community,
        @Nullable String matter,
        @Nullable String on) {}
