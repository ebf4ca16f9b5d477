package cn.shequ.kit.eventlog;

import cn.shequ.kit.division.DivisionCode;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A convenience that leaves events out: who filters cannot tell whether a number is missing. */
public class EventFilter {

    @QueryParam("division")
    @Parameter(description = "Only events that concern this division. The answer is then not complete.")
    @Nullable
    DivisionCode division;

    @QueryParam("type")
    @Parameter(
            description = "Only events of this type. The answer is then not complete.",
            example = "cn.shequ.funding.receipt-posted.v1")
    @Nullable
    String type;

    /** Every event. */
    public static EventFilter none() {
        return new EventFilter();
    }

    boolean isEmpty() {
        return division == null && type == null;
    }
}
