package cn.shequ.kit.problem;

import java.util.List;

/** The refusals that every service shares: of HTTP and of access, not of any one domain. */
public enum HttpProblem implements ProblemCode {
    INVALID_REQUEST(400),
    MALFORMED_BODY(400),
    INVALID_CURSOR(400),
    INVALID_PARAMETER(400),
    IDEMPOTENCY_KEY_REQUIRED(400),
    /** A file that is no table of the columns asked for; nothing in it was looked at. */
    CSV_NOT_UTF8(400),
    CSV_MALFORMED(400),
    CSV_HEADER(400),
    CSV_TOO_MANY_ROWS(400),
    CSV_WITHOUT_ROWS(400),
    UNAUTHENTICATED(401),
    FORBIDDEN_ROLE(403),
    OUTSIDE_JURISDICTION(403),
    OTHER_DEPARTMENT(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_IN_PROGRESS(409),
    BUSY(409),
    CONFLICT(409),
    STALE_VERSION(412),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_REUSED(422),
    /** A day before the policy, or after a rule ended: nothing to measure against. */
    NO_RULE_ON_DAY(422),
    VERSION_REQUIRED(428),
    HTTP_ERROR(400),
    INTERNAL_ERROR(500),
    HISTORY_FORKED(503),
    /** What was signed last belongs to a log of another name. */
    LOG_ORIGIN_CHANGED(503),
    /** A key signs now whose private half this process has not. */
    LOG_KEY_MISSING(503),
    /** The key that is to sign was not laid ready for this process. */
    LOG_KEY_NOT_PREPARED(422),
    /** A key that was replaced never signs again. */
    LOG_KEY_RETIRED(409),
    UNAVAILABLE(503);

    private final int status;

    HttpProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public List<Integer> articles() {
        return List.of();
    }

    @Override
    public String bundle() {
        return "messages/http";
    }
}
