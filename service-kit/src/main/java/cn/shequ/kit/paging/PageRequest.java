package cn.shequ.kit.paging;

import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted; a bean parameter of every list operation. */
public class PageRequest {

    /** The most items one page holds. */
    public static final int MOST = 200;

    private static final UUID NO_ID = new UUID(0, 0);

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(description = "How many items at most, 1 to 200.", example = "50")
    int limit = 50;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on, from the Link header or `next` of the page before.")
    @Nullable
    String cursor;

    public static PageRequest of(int limit, @Nullable String cursor) {
        PageRequest request = new PageRequest();
        request.limit = limit;
        request.cursor = cursor;
        return request;
    }

    /** @throws Refusal 400 when it is not from 1 to {@value #MOST} */
    public int limit() {
        if (limit < 1 || limit > MOST) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of("limit", "out-of-range", Map.of("least", 1, "most", MOST)));
        }
        return limit;
    }

    /** The key of the last item that the caller has; empty at the beginning. */
    public String after() {
        return cursor == null || cursor.isEmpty() ? "" : Cursor.decode(cursor);
    }

    /** The id of the last item that the caller has, for lists in the order of ids. */
    public UUID afterId() {
        String after = after();
        try {
            return after.isEmpty() ? NO_ID : UUID.fromString(after);
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.of(HttpProblem.INVALID_CURSOR);
        }
    }

    /** The number of the last item that the caller has, for lists in the order of numbers from 1 on. */
    public int afterNumber() {
        String after = after();
        try {
            return after.isEmpty() ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException notOurs) {
            throw Refusal.of(HttpProblem.INVALID_CURSOR);
        }
    }
}
