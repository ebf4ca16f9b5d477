package cn.shequ.kit.trail;

import cn.shequ.kit.division.DivisionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail of operation.
 *
 * @param operation the HTTP method and the operation's name
 * @param resource the path asked for, without query and without body
 * @param status the HTTP status of the answer
 * @param problem the code of the refusal, when it was one
 */
public record TrailEntry(
        Instant at,
        String subject,
        String client,
        String roles,
        @Nullable DivisionCode division,
        String operation,
        String resource,
        int status,
        @Nullable String problem,
        @Nullable String traceId) {}
