package cn.shequ.kit.trail;

import cn.shequ.kit.division.DivisionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail of operation.
 *
 * @param at when it was answered; of several alike, the first
 * @param roles of the caller, in alphabetical order with spaces between them
 * @param operation the HTTP method and the {@code operationId}
 * @param resource the path asked for, without query and without body
 * @param status the HTTP status of the answer
 * @param problem the code of the refusal, when it was one
 * @param times how often; more than one only for what the same caller read again in the same tenth of a second
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
        @Nullable String traceId,
        int times) {

    private static final int MOMENT_MILLIS = 100;

    /** Equal for entries that become one; of what changed something or was refused there is an entry each. */
    Object likeness() {
        return operation.startsWith("GET ") && problem == null
                ? with(Instant.ofEpochMilli(at.toEpochMilli() / MOMENT_MILLIS * MOMENT_MILLIS), 1)
                : new Object();
    }

    TrailEntry and(TrailEntry later) {
        return with(at, times + later.times);
    }

    private TrailEntry with(Instant moment, int count) {
        return new TrailEntry(
                moment, subject, client, roles, division, operation, resource, status, problem, traceId, count);
    }
}
